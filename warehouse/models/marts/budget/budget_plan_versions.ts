import budgetPlans from '@hromada/datasets/budget-plans/dataset.ts'
import {constant, nullIfZero, quotient} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import monthly from './budget_monthly.ts'
import totals from './budget_totals.ts'

/**
 * Which plan is meant must always be said. `approved` and `revised` are decisions of the council; `amended_treasury` is
 * the treasury's schedule as amended by the end of a month (ZAT_AMT), which also follows own receipts of institutions
 * that no council decides on. The feed has no approved plan, so a city without the dataset of decisions has none here:
 * January's amended plan comes near it and is not it.
 */
export default defineModel({
  name: 'budget_plan_versions',
  title: {uk: 'Версії плану бюджету', en: 'Versions of the budget plan'},
  describe: {
    uk: 'План року за кожною версією: затверджений радою, змінений радою, зі змінами за даними Казначейства на кінець місяця; і яку частку його виконано.',
    en: 'The plan of a year in each version: approved by the council, revised by the council, as amended by the treasury at the end of a month; and what share of it was executed.',
  },
  grain: ['city', 'year', 'flow', 'plan_version', 'as_of', 'decision_number'],
  publish: true,
  inputs: [staging(budgetPlans), monthly, totals],
  columns: {
    year: {uk: 'Бюджетний рік', en: 'Budget year'},
    plan_version: {
      uk: 'approved затверджено радою, revised змінено радою, amended_treasury зі змінами за звітом Казначейства',
      en: 'approved by the council, revised by the council, amended_treasury: as amended in the treasury’s report',
    },
    as_of: {
      uk: 'Дата рішення або останній день місяця звіту',
      en: 'Date of the decision, or last day of the month reported',
    },
    decision_number: {
      uk: 'Номер рішення ради; порожньо для звітів Казначейства',
      en: 'Number of the council’s decision; empty for reports of the treasury',
    },
    plan_uah: {uk: 'План на рік', en: 'Plan for the year', unit: 'UAH'},
    executed_uah: {
      uk: 'Виконано за рік, за останнім звітом',
      en: 'Executed in the year, by the last report',
      unit: 'UAH',
    },
    executed_share: {
      uk: 'Виконано, частка цієї версії плану',
      en: 'Executed, as a share of this version',
      unit: '1',
    },
  },
  query: db => {
    const decided = (flow: 'income' | 'expense') =>
      db
        .selectFrom('stg_budget_plans')
        .select(eb => [
          'city',
          'budget_year as year',
          constant(flow).as('flow'),
          'plan_version',
          'decision_date as as_of',
          eb.ref('decision_number').as('decision_number'),
          'decision_url',
          eb.ref(flow === 'income' ? 'incomes_uah' : 'expenses_uah').as('plan_uah'),
        ])
    const reported = db
      .selectFrom('budget_monthly')
      .select(eb => [
        'city',
        'year',
        'flow',
        constant('amended_treasury').as('plan_version'),
        'period_end as as_of',
        constant('').as('decision_number'),
        eb.lit(null).$castTo<string | null>().as('decision_url'),
        'plan_amended_uah as plan_uah',
      ])
    return db
      .selectFrom(
        decided('income')
          .unionAll(decided('expense') as never)
          .unionAll(reported as never)
          .as('plan'),
      )
      .leftJoin('budget_totals as total', join =>
        join
          .onRef('total.city', '=', 'plan.city')
          .onRef('total.year', '=', 'plan.year')
          .onRef('total.flow', '=', 'plan.flow'),
      )
      .select(eb => [
        'plan.city',
        'plan.year',
        'plan.flow',
        'plan.plan_version',
        'plan.as_of',
        'plan.decision_number',
        'plan.decision_url',
        'plan.plan_uah',
        'total.months',
        'total.executed_uah',
        quotient(eb.ref('total.executed_uah'), nullIfZero(eb.ref('plan.plan_uah').$castTo<string>()))
          .$castTo<number | null>()
          .as('executed_share'),
      ])
      .orderBy('plan.city')
      .orderBy('plan.year')
      .orderBy('plan.flow')
      .orderBy('plan.as_of')
      .orderBy('plan.plan_version')
      .orderBy('plan.decision_number')
  },
})
