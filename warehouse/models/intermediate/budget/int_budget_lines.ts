import budgetExpenses from '@hromada/datasets/budget-expenses/dataset.ts'
import budgetIncomes from '@hromada/datasets/budget-incomes/dataset.ts'
import {
  constant,
  hasTotal,
  left,
  monthOf,
  newest,
  sumOfMoney,
  totalMinusParts,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import budgetCodes from '../../reference/budget_codes.ts'

export default defineModel({
  name: 'int_budget_lines',
  title: {uk: 'Рядки бюджету', en: 'Lines of the budget'},
  describe: {
    uk: 'Доходи й видатки за місяцями, фондами та кодами, фонди C і S; суми наростають від 1 січня. Коди бюджету зведено до чинного.',
    en: 'Income and expenditure by month, fund and code, funds C and S; amounts are cumulative from 1 January. Budget codes are brought to the one in force.',
  },
  grain: ['city', 'flow', 'year', 'month', 'fund', 'code'],
  inputs: [staging(budgetExpenses), staging(budgetIncomes), budgetCodes],
  columns: {
    flow: {uk: 'income доходи, expense видатки', en: 'income or expense'},
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць', en: 'Month'},
    code: {uk: 'Код доходів або економічний код', en: 'Income code or economic code'},
    code_name: {uk: 'Назва коду', en: 'Name of the code, in Ukrainian'},
    filed_code: {
      uk: 'Код бюджету, під яким подано рядок: перші 10 знаків, бо 11-й є не завжди',
      en: 'Budget code under which the line was filed: its first 10 digits, as the 11th is not always there',
    },
    executed_cumulative_uah: {uk: 'Виконано з 1 січня', en: 'Executed since 1 January', unit: 'UAH'},
  },
  query: db =>
    db
      .selectFrom('stg_budget_expenses')
      .select(eb => [
        'city',
        constant('expense').as('flow'),
        'period',
        'fund',
        'budget_code',
        eb.ref('kekv').as('code'),
        eb.ref('kekv_name').as('code_name'),
        'plan_amended_uah',
        'plan_estimate_uah',
        'executed_uah',
      ])
      .unionAll(
        db
          .selectFrom('stg_budget_incomes')
          .select(eb => [
            'city',
            constant('income').as('flow'),
            'period',
            'fund',
            'budget_code',
            eb.ref('kkd').as('code'),
            eb.ref('kkd_name').as('code_name'),
            'plan_amended_uah',
            'plan_estimate_uah',
            'executed_uah',
          ]),
      )
      .$call(lines =>
        db
          .selectFrom(lines.as('line'))
          .leftJoin('budget_codes as known', join =>
            join.onRef('known.city', '=', 'line.city').onRef('known.budget_code', '=', 'line.budget_code'),
          )
          .where('line.fund', 'in', ['C', 'S'])
          .select(eb => [
            'line.city',
            'line.flow',
            yearOf(eb.ref('line.period')).as('year'),
            monthOf(eb.ref('line.period')).as('month'),
            'line.fund',
            'line.code',
            newest(eb.ref('line.code_name'), eb.ref('line.period')).as('code_name'),
            newest(eb.fn.coalesce('known.current_code', 'line.budget_code'), eb.ref('line.period')).as(
              'budget_code',
            ),
            eb.fn.max(left(eb.ref('line.budget_code'), 10)).as('filed_code'),
            sumOfMoney(eb.ref('line.plan_amended_uah')).as('plan_amended_uah'),
            sumOfMoney(eb.ref('line.plan_estimate_uah')).as('plan_estimate_uah'),
            sumOfMoney(eb.ref('line.executed_uah')).as('executed_cumulative_uah'),
          ])
          .groupBy(eb => [
            'line.city',
            'line.flow',
            yearOf(eb.ref('line.period')),
            monthOf(eb.ref('line.period')),
            'line.fund',
            'line.code',
          ]),
      ),
  audits: {
    expense_total_is_c_plus_s: {
      describe: {
        uk: 'Разом T = C + S до копійки, видатки',
        en: 'Total T = C + S to the kopiyka, expenditure',
      },
      faults: db =>
        db
          .selectFrom('stg_budget_expenses')
          .select(eb => [
            'city',
            'period',
            'kekv',
            totalMinusParts(eb.ref('fund'), eb.ref('executed_uah')).as('difference'),
          ])
          .groupBy(['city', 'period', 'kekv'])
          .having(eb => hasTotal(eb.ref('fund')), '=', true)
          .having(eb => totalMinusParts(eb.ref('fund'), eb.ref('executed_uah')), '!=', '0'),
    },
    income_total_is_c_plus_s: {
      describe: {uk: 'Разом T = C + S до копійки, доходи', en: 'Total T = C + S to the kopiyka, income'},
      faults: db =>
        db
          .selectFrom('stg_budget_incomes')
          .select(eb => [
            'city',
            'period',
            'kkd',
            totalMinusParts(eb.ref('fund'), eb.ref('executed_uah')).as('difference'),
          ])
          .groupBy(['city', 'period', 'kkd'])
          .having(eb => hasTotal(eb.ref('fund')), '=', true)
          .having(eb => totalMinusParts(eb.ref('fund'), eb.ref('executed_uah')), '!=', '0'),
    },
    budget_code_in_force: {
      describe: {
        uk: 'Файл подано під кодом бюджету, чинним у тому місяці за профілем міста',
        en: 'The file was filed under the budget code that the city’s profile has for the month',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('stg_budget_expenses as line')
          .leftJoin('budget_codes as known', join =>
            join
              .onRef('known.city', '=', 'line.city')
              .onRef('known.budget_code', '=', 'line.budget_code')
              .onRef('known.valid_from', '<=', 'line.period')
              .on(eb =>
                eb.or([eb('known.valid_to', 'is', null), eb('known.valid_to', '>=', eb.ref('line.period'))]),
              ),
          )
          .where('known.city', 'is', null)
          .select(['line.city', 'line.period', 'line.budget_code'])
          .distinct(),
    },
  },
})
