import {newest, nullIfZero, quotient, sumOfMoneyWhere} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import monthly from './budget_monthly.ts'

export default defineModel({
  name: 'budget_totals',
  title: {uk: 'Бюджет за роками', en: 'The budget by year'},
  describe: {
    uk: 'Доходи й видатки року: план зі змінами на останній місяць і виконано. Це не план, який затвердила рада: його в джерелі немає.',
    en: 'Income and expenditure of a year: plan as amended by its last month, and executed. It is not the plan the council approved: the source does not carry that one.',
  },
  grain: ['city', 'year', 'flow'],
  publish: true,
  inputs: [monthly],
  columns: {
    flow: {uk: 'income доходи, expense видатки', en: 'income or expense'},
    months: {uk: 'За скільки місяців року є дані', en: 'Months of the year the data covers', unit: 'mo'},
    plan_january_uah: {
      uk: 'План на рік, яким він був у січні; порожньо, якщо його ще не внесли',
      en: 'Plan for the year as it stood in January; empty where it had not been entered yet',
      unit: 'UAH',
    },
    plan_amended_uah: {
      uk: 'План на рік зі змінами на останній місяць',
      en: 'Plan for the year as amended by the last month',
      unit: 'UAH',
    },
    executed_uah: {uk: 'Виконано', en: 'Executed', unit: 'UAH'},
    executed_share: {
      uk: 'Виконано, частка плану зі змінами',
      en: 'Executed, as a share of the plan as amended',
      unit: '1',
    },
    even_pace: {
      uk: 'Скільки було б виконано, якби кожен місяць давав порівну: місяців / 12',
      en: 'What would be executed if every month brought the same: months / 12',
      unit: '1',
    },
  },
  query: db => {
    const years = db
      .selectFrom('budget_monthly')
      .select(eb => [
        'city',
        'year',
        'flow',
        eb.fn.max('month').as('months'),
        nullIfZero(sumOfMoneyWhere(eb.ref('plan_amended_uah'), eb('month', '=', 1))).as('plan_january_uah'),
        newest(eb.ref('plan_amended_uah'), eb.ref('month')).as('plan_amended_uah'),
        newest(eb.ref('executed_cumulative_uah'), eb.ref('month')).as('executed_uah'),
      ])
      .groupBy(['city', 'year', 'flow'])
    return db
      .selectFrom(years.as('total'))
      .selectAll()
      .select(eb => [
        quotient(eb.ref('executed_uah'), nullIfZero(eb.ref('plan_amended_uah')))
          .$castTo<number | null>()
          .as('executed_share'),
        quotient(eb.ref('months'), eb.lit(12)).as('even_pace'),
      ])
      .orderBy('city')
      .orderBy('year')
      .orderBy('flow')
  },
})
