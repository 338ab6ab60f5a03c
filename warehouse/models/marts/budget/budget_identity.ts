import budgetCredits from '@hromada/datasets/budget-credits/dataset.ts'
import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import {
  closingResidual,
  monthOf,
  sumOfMoney,
  sumOfMoneyWhere,
  yearOf,
  zeroIfNull,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import totals from './budget_totals.ts'

/** December's identity: incomes − expenses − credits + financing by debt (400000) + by balances (600000) = 0. */
export default defineModel({
  name: 'budget_identity',
  title: {uk: 'Чи сходиться бюджет', en: 'Does the budget balance'},
  describe: {
    uk: 'Доходи − видатки − кредитування + фінансування за боргом + за залишками. У грудні має бути нуль.',
    en: 'Income − expenditure − lending + financing by debt + by balances. In December it must be zero.',
  },
  grain: ['city', 'year'],
  publish: true,
  inputs: [totals, staging(budgetCredits), staging(budgetFinancing)],
  columns: {
    incomes_uah: {uk: 'Доходи', en: 'Income', unit: 'UAH'},
    expenses_uah: {uk: 'Видатки', en: 'Expenditure', unit: 'UAH'},
    credits_uah: {uk: 'Кредитування', en: 'Lending', unit: 'UAH'},
    debt_financing_uah: {uk: 'Фінансування за борговими операціями', en: 'Financing by debt', unit: 'UAH'},
    balance_financing_uah: {
      uk: 'Фінансування за активними операціями, залишки',
      en: 'Financing by balances',
      unit: 'UAH',
    },
    residual_uah: {uk: 'Що не сходиться', en: 'What does not balance', unit: 'UAH'},
  },
  query: db => {
    const flows = db
      .selectFrom('budget_totals')
      .where('months', '=', 12)
      .select(eb => [
        'city',
        'year',
        sumOfMoneyWhere(eb.ref('executed_uah'), eb('flow', '=', 'income')).as('incomes_uah'),
        sumOfMoneyWhere(eb.ref('executed_uah'), eb('flow', '=', 'expense')).as('expenses_uah'),
      ])
      .groupBy(['city', 'year'])
    const credits = db
      .selectFrom('stg_budget_credits')
      .where('fund', 'in', ['C', 'S'])
      .where(eb => monthOf(eb.ref('period')), '=', 12)
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        sumOfMoney(eb.ref('executed_uah')).as('credits_uah'),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('period'))])
    // Financing codes are nested: only the two at the top may be counted.
    const financing = db
      .selectFrom('stg_budget_financing')
      .where('fund', 'in', ['C', 'S'])
      .where(eb => monthOf(eb.ref('period')), '=', 12)
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        sumOfMoneyWhere(eb.ref('executed_uah'), eb('financing_code', '=', '400000')).as('debt_financing_uah'),
        sumOfMoneyWhere(eb.ref('executed_uah'), eb('financing_code', '=', '600000')).as(
          'balance_financing_uah',
        ),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('period'))])
    return db
      .selectFrom(flows.as('flow'))
      .leftJoin(credits.as('credit'), join =>
        join.onRef('credit.city', '=', 'flow.city').onRef('credit.year', '=', 'flow.year'),
      )
      .leftJoin(financing.as('financing'), join =>
        join.onRef('financing.city', '=', 'flow.city').onRef('financing.year', '=', 'flow.year'),
      )
      .select(eb => {
        const credit = zeroIfNull(eb.ref('credit.credits_uah'))
        const debt = zeroIfNull(eb.ref('financing.debt_financing_uah'))
        const balance = zeroIfNull(eb.ref('financing.balance_financing_uah'))
        return [
          'flow.city',
          'flow.year',
          'flow.incomes_uah',
          'flow.expenses_uah',
          credit.as('credits_uah'),
          debt.as('debt_financing_uah'),
          balance.as('balance_financing_uah'),
          closingResidual(eb.ref('flow.incomes_uah'), eb.ref('flow.expenses_uah'), credit, debt, balance).as(
            'residual_uah',
          ),
        ]
      })
      .orderBy('flow.city')
      .orderBy('flow.year')
  },
  audits: {
    december_balances: {
      describe: {
        uk: 'Грудневе рівняння сходиться до 0,01 млн ₴',
        en: 'December’s identity holds to 0.01 M UAH',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('budget_identity')
          .selectAll()
          .where(eb => eb.or([eb('residual_uah', '<', '-5000'), eb('residual_uah', '>', '5000')])),
    },
  },
})
