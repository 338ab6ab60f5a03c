import {sumOfMoney} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/budget/int_budget_months.ts'
import codes from '../../reference/economic_codes.ts'
import totals from './budget_totals.ts'

export default defineModel({
  name: 'budget_economic',
  title: {uk: 'Видатки за економічними кодами та роками', en: 'Expenditure by economic code and year'},
  describe: {
    uk: 'На зарплати, ремонти, тепло, субсидії … за рік, обидва фонди разом: план зі змінами й виконано.',
    en: 'Wages, repairs, heating, subsidies … of a year, both funds together: plan as amended and executed.',
  },
  grain: ['city', 'year', 'kekv'],
  publish: true,
  inputs: [months, codes, totals],
  columns: {
    months: {uk: 'За скільки місяців року є дані', en: 'Months of the year the data covers', unit: 'mo'},
    kekv: {uk: 'Код економічної класифікації (КЕКВ)', en: 'Economic code (KEKV)'},
    kekv_name: {uk: 'Назва економічного коду', en: 'Name of the economic code, in Ukrainian'},
    executed_uah: {uk: 'Виконано', en: 'Executed', unit: 'UAH'},
  },
  query: db =>
    db
      .selectFrom('int_budget_months as line')
      .innerJoin('budget_totals as total', join =>
        join
          .onRef('total.city', '=', 'line.city')
          .onRef('total.year', '=', 'line.year')
          .onRef('total.flow', '=', 'line.flow')
          .onRef('total.months', '=', 'line.month'),
      )
      .leftJoin('economic_codes as known', 'known.kekv', 'line.code')
      .where('line.flow', '=', 'expense')
      .select(eb => [
        'line.city',
        'line.year',
        'total.months',
        eb.fn.coalesce('known.economic_group', eb.val('other')).as('economic_group'),
        'line.code as kekv',
        eb.fn.max('line.code_name').as('kekv_name'),
        eb.fn.max('known.kekv_name_en').as('kekv_name_en'),
        sumOfMoney(eb.ref('line.plan_amended_uah')).as('plan_amended_uah'),
        sumOfMoney(eb.ref('line.executed_cumulative_uah')).as('executed_uah'),
      ])
      .groupBy(['line.city', 'line.year', 'total.months', 'known.economic_group', 'line.code'])
      .orderBy('line.city')
      .orderBy('line.year')
      .orderBy('line.code'),
})
