import budgetCredits from '@hromada/datasets/budget-credits/dataset.ts'
import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import {
  closingResidual,
  lastOfMonth,
  left,
  monthOf,
  sumOfMoney,
  sumOfMoneyWhere,
  yearOf,
  zeroIfNull,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import lines from '../../intermediate/budget/int_budget_lines.ts'

/**
 * Incomes − expenses − credits + financing by debt (400000) + by balances (600000) = 0, in every month that has income,
 * expenditure and financing. Credits may be absent: then there were none.
 *
 * Of 1,648 such months of 25 budgets of openbudget.gov.ua 1,630 close to the kopiyka. The other 18 are those of two
 * cities (Kryvyi Rih and Poltava, April to December 2024) whose financing and credits were filed under the code of the
 * budget before their hromadas were enlarged: the files tell of two budgets. `is_one_budget` says which months those are.
 */
export default defineModel({
  name: 'budget_balance',
  title: {uk: 'Рівновага бюджету', en: 'Balance of the budget'},
  describe: {
    uk: 'Доходи − видатки − кредитування + фінансування за боргом + за залишками, від 1 січня до кінця місяця. Має бути нуль: чого бракувало, те позичено або взято із залишків.',
    en: 'Income − expenditure − lending + financing by debt + by balances, from 1 January to the end of the month. It must be zero: what was missing was borrowed or taken from balances.',
  },
  grain: ['city', 'year', 'month'],
  publish: true,
  inputs: [lines, staging(budgetCredits), staging(budgetFinancing)],
  columns: {
    period_end: {uk: 'Останній день місяця', en: 'Last day of the month'},
    incomes_uah: {uk: 'Доходи', en: 'Income', unit: 'UAH'},
    expenses_uah: {uk: 'Видатки', en: 'Expenditure', unit: 'UAH'},
    credits_uah: {uk: 'Кредитування', en: 'Lending', unit: 'UAH'},
    debt_financing_uah: {uk: 'Фінансування за борговими операціями', en: 'Financing by debt', unit: 'UAH'},
    balance_financing_uah: {
      uk: 'Фінансування за активними операціями, залишки',
      en: 'Financing by balances',
      unit: 'UAH',
    },
    end_balance_uah: {
      uk: 'Залишок на рахунках на кінець місяця (602200)',
      en: 'On the accounts at the end of the month (602200)',
      unit: 'UAH',
    },
    residual_uah: {uk: 'Що не сходиться', en: 'What does not balance', unit: 'UAH'},
    is_one_budget: {
      uk: 'Чи подано доходи, видатки й фінансування під одним кодом бюджету; інакше файли – про різні бюджети',
      en: 'Are income, expenditure and financing filed under one budget code; if not, the files tell of different budgets',
    },
  },
  query: db => {
    const flows = db
      .selectFrom('int_budget_lines')
      .select(eb => [
        'city',
        'year',
        'month',
        sumOfMoneyWhere(eb.ref('executed_cumulative_uah'), eb('flow', '=', 'income')).as('incomes_uah'),
        sumOfMoneyWhere(eb.ref('executed_cumulative_uah'), eb('flow', '=', 'expense')).as('expenses_uah'),
        eb.fn.min('filed_code').as('least_code'),
        eb.fn.max('filed_code').as('greatest_code'),
      ])
      .groupBy(['city', 'year', 'month'])
      .having(eb => eb.fn.count('flow').distinct(), '=', 2)
    const credits = db
      .selectFrom('stg_budget_credits')
      .where('fund', 'in', ['C', 'S'])
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        sumOfMoney(eb.ref('executed_uah')).as('credits_uah'),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('period')), monthOf(eb.ref('period'))])
    // Financing codes are nested: only the two at the top may be counted.
    const financing = db
      .selectFrom('stg_budget_financing')
      .where('fund', 'in', ['C', 'S'])
      .select(eb => {
        const of = (code: string) => sumOfMoneyWhere(eb.ref('executed_uah'), eb('financing_code', '=', code))
        return [
          'city',
          yearOf(eb.ref('period')).as('year'),
          monthOf(eb.ref('period')).as('month'),
          of('400000').as('debt_financing_uah'),
          of('600000').as('balance_financing_uah'),
          of('602200').as('end_balance_uah'),
          eb.fn.min(left(eb.ref('budget_code'), 10)).as('least_code'),
          eb.fn.max(left(eb.ref('budget_code'), 10)).as('greatest_code'),
        ]
      })
      .groupBy(eb => ['city', yearOf(eb.ref('period')), monthOf(eb.ref('period'))])
    return db
      .selectFrom(flows.as('flow'))
      .innerJoin(financing.as('financing'), join =>
        join
          .onRef('financing.city', '=', 'flow.city')
          .onRef('financing.year', '=', 'flow.year')
          .onRef('financing.month', '=', 'flow.month'),
      )
      .leftJoin(credits.as('credit'), join =>
        join
          .onRef('credit.city', '=', 'flow.city')
          .onRef('credit.year', '=', 'flow.year')
          .onRef('credit.month', '=', 'flow.month'),
      )
      .select(eb => {
        const credit = zeroIfNull(eb.ref('credit.credits_uah'))
        return [
          'flow.city',
          'flow.year',
          'flow.month',
          lastOfMonth(eb.ref('flow.year'), eb.ref('flow.month')).as('period_end'),
          'flow.incomes_uah',
          'flow.expenses_uah',
          credit.as('credits_uah'),
          'financing.debt_financing_uah',
          'financing.balance_financing_uah',
          'financing.end_balance_uah',
          closingResidual(
            eb.ref('flow.incomes_uah'),
            eb.ref('flow.expenses_uah'),
            credit,
            eb.ref('financing.debt_financing_uah'),
            eb.ref('financing.balance_financing_uah'),
          ).as('residual_uah'),
          eb
            .and([
              eb('flow.least_code', '=', eb.ref('flow.greatest_code')),
              eb('flow.least_code', '=', eb.ref('financing.least_code')),
              eb('flow.least_code', '=', eb.ref('financing.greatest_code')),
            ])
            .$castTo<boolean>()
            .as('is_one_budget'),
        ]
      })
      .orderBy('flow.city')
      .orderBy('flow.year')
      .orderBy('flow.month')
  },
})
