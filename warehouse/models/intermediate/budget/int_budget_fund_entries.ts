import budgetCredits from '@hromada/datasets/budget-credits/dataset.ts'
import budgetExpenses from '@hromada/datasets/budget-expenses/dataset.ts'
import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import budgetIncomes from '@hromada/datasets/budget-incomes/dataset.ts'
import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {constant, monthOf, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/**
 * The total of each line is the general fund and the special: T = C + S. It holds to the kopiyka in all lines of the
 * treasury's files for 25 budgets, January 2021 to June 2026. The file by programme is held to it as a whole, since its
 * codes are damaged.
 */
export default defineModel({
  name: 'int_budget_fund_entries',
  title: {uk: 'Разом = загальний + спеціальний фонд', en: 'Total = general + special fund'},
  describe: {
    uk: 'Рядки файлів Казначейства: разом – очікуване, фонди – знайдене.',
    en: 'Lines of the treasury’s files: totals are expected, funds are found.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [
    staging(budgetCredits),
    staging(budgetExpenses),
    staging(budgetFinancing),
    staging(budgetIncomes),
    staging(budgetPrograms),
  ],
  query: db => {
    const fundLines = db
      .selectFrom('stg_budget_incomes')
      .select(eb => [
        'city',
        constant('income_funds').as('rule'),
        'period',
        eb.ref('kkd').as('code'),
        'fund',
        'executed_uah',
      ])
      .unionAll(
        db
          .selectFrom('stg_budget_expenses')
          .select(eb => [
            'city',
            constant('expense_funds').as('rule'),
            'period',
            eb.ref('kekv').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_credits')
          .select(eb => [
            'city',
            constant('credit_funds').as('rule'),
            'period',
            eb.ref('credit_code').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_financing')
          .select(eb => [
            'city',
            constant('financing_funds').as('rule'),
            'period',
            eb.ref('financing_code').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_programs')
          .select([
            'city',
            constant('program_funds').as('rule'),
            'period',
            constant('').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
    // A publisher may leave totals out: a file without any has nothing to compare.
    const withTotals = db
      .selectFrom(fundLines.as('line'))
      .where('fund', '=', 'T')
      .select(['city', 'rule', 'period'])
      .distinct()
    return db
      .selectFrom(fundLines.as('line'))
      .innerJoin(withTotals.as('total'), join =>
        join
          .onRef('total.city', '=', 'line.city')
          .onRef('total.rule', '=', 'line.rule')
          .onRef('total.period', '=', 'line.period'),
      )
      .select(eb => [
        'line.city',
        'line.rule',
        yearOf(eb.ref('line.period')).as('year'),
        monthOf(eb.ref('line.period')).as('month'),
        'line.code',
        eb.case().when('line.fund', '=', 'T').then('expected').else('found').end().as('side'),
        'line.executed_uah as uah',
      ])
  },
})
