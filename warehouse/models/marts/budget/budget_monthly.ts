import {lastOfMonth, nullIfZero, quotient, sumOfMoney} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/budget/int_budget_months.ts'

export default defineModel({
  name: 'budget_monthly',
  title: {uk: 'Доходи й видатки за місяцями', en: 'Income and expenditure by month'},
  describe: {
    uk: 'Скільки надійшло й скільки витрачено за кожний місяць, обидва фонди разом.',
    en: 'What came in and what went out in each month, both funds together.',
  },
  grain: ['city', 'year', 'month', 'flow'],
  publish: true,
  inputs: [months],
  columns: {
    period_end: {uk: 'Останній день місяця', en: 'Last day of the month'},
    plan_amended_uah: {
      uk: 'План на рік зі змінами на кінець місяця',
      en: 'Plan for the year as amended by the end of the month',
      unit: 'UAH',
    },
    executed_share: {
      uk: 'Виконано з 1 січня, частка плану зі змінами',
      en: 'Executed since 1 January, as a share of the plan as amended',
      unit: '1',
    },
    even_pace: {
      uk: 'Скільки було б виконано, якби кожен місяць давав порівну: місяць / 12',
      en: 'What would be executed if every month brought the same: month / 12',
      unit: '1',
    },
  },
  query: db =>
    db
      .selectFrom('int_budget_months')
      .select(eb => [
        'city',
        'year',
        'month',
        lastOfMonth(eb.ref('year'), eb.ref('month')).as('period_end'),
        'flow',
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan_amended_uah'),
        sumOfMoney(eb.ref('executed_cumulative_uah')).as('executed_cumulative_uah'),
        sumOfMoney(eb.ref('executed_month_uah')).as('executed_month_uah'),
        quotient(
          sumOfMoney(eb.ref('executed_cumulative_uah')),
          nullIfZero(sumOfMoney(eb.ref('plan_amended_uah'))),
        )
          .$castTo<number | null>()
          .as('executed_share'),
        quotient(eb.ref('month'), eb.lit(12)).as('even_pace'),
      ])
      .groupBy(['city', 'year', 'month', 'flow'])
      .orderBy('city')
      .orderBy('year')
      .orderBy('month')
      .orderBy('flow'),
  audits: {
    months_add_up: {
      describe: {
        uk: 'Суми за місяці дають суму з початку року до копійки',
        en: 'The months add up to the amount since January, to the kopiyka',
      },
      faults: db =>
        db
          .selectFrom('budget_monthly as month')
          .innerJoin('budget_monthly as later', join =>
            join
              .onRef('later.city', '=', 'month.city')
              .onRef('later.year', '=', 'month.year')
              .onRef('later.flow', '=', 'month.flow')
              .onRef('later.month', '>=', 'month.month'),
          )
          .select(eb => [
            'later.city',
            'later.year',
            'later.flow',
            'later.month',
            sumOfMoney(eb.ref('month.executed_month_uah')).as('added'),
          ])
          .groupBy(['later.city', 'later.year', 'later.flow', 'later.month', 'later.executed_cumulative_uah'])
          .having(
            eb => sumOfMoney(eb.ref('month.executed_month_uah')),
            '!=',
            eb => eb.ref('later.executed_cumulative_uah'),
          ),
    },
  },
})
