import {left, sumIfAllKnown, sumOfMoney} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import lines from '../../intermediate/budget/int_budget_program_lines.ts'
import programNames from '../../reference/program_names.ts'

/** The last month of each year that reconciles with the economic file; see `int_budget_program_lines`. */
export default defineModel({
  name: 'budget_programs',
  title: {uk: 'Видатки за функціями та програмами', en: 'Expenditure by function and programme'},
  describe: {
    uk: 'На що витрачено за рік: функція, програма, план зі змінами й виконано. Звірено з файлом економічної класифікації до копійки.',
    en: 'What a year’s money was spent on: function, programme, plan as amended and executed. Reconciled with the economic file to the kopiyka.',
  },
  grain: ['city', 'year', 'kfk', 'program'],
  publish: true,
  inputs: [lines, programNames],
  columns: {
    months: {uk: 'За скільки місяців року є дані', en: 'Months of the year the data covers', unit: 'mo'},
    division: {uk: 'Розділ функціональної класифікації', en: 'Division of the functional classification'},
    executed_uah: {uk: 'Виконано з 1 січня', en: 'Executed since 1 January', unit: 'UAH'},
  },
  query: db => {
    const last = db
      .selectFrom('int_budget_program_lines')
      .select(eb => ['city', 'year', eb.fn.max('month').as('months')])
      .groupBy(['city', 'year'])
    return db
      .selectFrom('int_budget_program_lines as line')
      .innerJoin(last.as('last'), join =>
        join
          .onRef('last.city', '=', 'line.city')
          .onRef('last.year', '=', 'line.year')
          .onRef('last.months', '=', 'line.month'),
      )
      .leftJoin('program_names as name', 'name.program', 'line.program')
      .select(eb => [
        'line.city',
        'line.year',
        'last.months',
        left(eb.ref('line.kfk'), 2).as('division'),
        'line.kfk',
        eb.fn.max('line.kfk_name').as('kfk_name'),
        'line.program',
        eb.fn.max('name.program_name').as('program_name'),
        sumIfAllKnown(eb.ref('line.plan_amended_uah')).as('plan_amended_uah'),
        sumOfMoney(eb.ref('line.executed_cumulative_uah')).as('executed_uah'),
      ])
      .groupBy(['line.city', 'line.year', 'last.months', 'line.kfk', 'line.program'])
      .orderBy('line.city')
      .orderBy('line.year')
      .orderBy('line.kfk')
      .orderBy('line.program')
  },
})
