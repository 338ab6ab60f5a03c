import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {
  descending,
  dividedExactly,
  lengthOf,
  monthOf,
  newest,
  right,
  rowNumber,
  sumOfMoney,
  trimmed,
  withRemainder,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import programNames from '../../reference/program_names.ts'
import totals from './int_budget_program_totals.ts'

/**
 * Every line of the file by programme, divided by how often the file repeats it; what rounding to the kopiyka leaves
 * goes to the largest line of the month. Plans stand only where they reconcile the same way.
 *
 * Codes that are sums of codes (16080 is four times 4020) come with the repetition. A code is believed only when the
 * standard list has it under the line's own function; otherwise the programme is not stated.
 */
export default defineModel({
  name: 'int_budget_program_lines',
  title: {uk: 'Рядки програм', en: 'Lines by programme'},
  describe: {
    uk: 'Видатки за функціями, програмами й економічними кодами, обидва фонди разом; суми наростають від 1 січня. Лише місяці, які звірено з файлом економічної класифікації.',
    en: 'Expenditure by function, programme and economic code, both funds together; amounts are cumulative from 1 January. Only months that reconcile with the economic file.',
  },
  grain: ['city', 'year', 'month', 'kfk', 'program_code', 'kekv'],
  inputs: [staging(budgetPrograms), totals, programNames],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць', en: 'Month'},
    kfk: {uk: 'Код функціональної класифікації (КФК), 4 знаки', en: 'Functional code (KFK), 4 digits'},
    program_code: {
      uk: 'Код програми: 7 знаків міста або 4 типові; порожньо, якщо не зазначено',
      en: 'Programme code: 7 digits of the city or 4 of the standard list; empty where it is not stated',
    },
    program: {
      uk: 'Код програми за типовим переліком, 4 знаки; порожньо, якщо не зазначено',
      en: 'Programme code of the standard list, 4 digits; empty where it is not stated',
    },
    kekv: {
      uk: 'Код економічної класифікації (КЕКВ); порожньо, якщо файл його не має',
      en: 'Economic code (KEKV); empty where the file has none',
    },
    plan_amended_uah: {
      uk: 'План на рік зі змінами; порожньо, якщо не звіряється',
      en: 'Plan for the year as amended; empty where it does not reconcile',
      unit: 'UAH',
    },
    executed_cumulative_uah: {uk: 'Виконано з 1 січня', en: 'Executed since 1 January', unit: 'UAH'},
  },
  query: db => {
    const known = db
      .selectFrom('stg_budget_programs as line')
      .leftJoin('program_names as name', join =>
        join.on(eb => eb('name.program', '=', right(eb.ref('line.program'), 4))),
      )
      .where('line.fund', 'in', ['C', 'S'])
      .select(eb => {
        const isBelieved = eb(lengthOf(eb.ref('line.program')), 'in', [4, 7]).and(
          'name.standard_kfk',
          '=',
          eb.fn.coalesce('line.kfk', 'name.standard_kfk'),
        )
        return [
          'line.city',
          'line.period',
          'line.kfk_name',
          'line.plan_amended_uah',
          'line.executed_uah',
          eb.fn.coalesce('line.kekv', eb.val('')).as('kekv'),
          // A line without a function takes the one the standard list gives its programme.
          eb.fn.coalesce('line.kfk', trimmed(eb.ref('name.standard_kfk')), eb.val('0000')).as('kfk'),
          eb.case().when(isBelieved).then(eb.ref('name.program')).else('').end().as('program'),
          eb.case().when(isBelieved).then(eb.ref('line.program')).else('').end().as('program_code'),
        ]
      })
    const summed = db
      .selectFrom(known.as('line'))
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        'kfk',
        'program_code',
        'kekv',
        eb.fn.max('program').as('program'),
        newest(eb.ref('kfk_name'), eb.ref('period')).as('kfk_name'),
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan'),
        sumOfMoney(eb.ref('executed_uah')).as('executed'),
      ])
      .groupBy(eb => [
        'city',
        yearOf(eb.ref('period')),
        monthOf(eb.ref('period')),
        'kfk',
        'program_code',
        'kekv',
      ])
    const divided = db
      .selectFrom(summed.as('line'))
      .innerJoin('int_budget_program_totals as total', join =>
        join
          .onRef('total.city', '=', 'line.city')
          .onRef('total.year', '=', 'line.year')
          .onRef('total.month', '=', 'line.month')
          // A month that does not reconcile is left out rather than told wrong; the reconciliation names it.
          .onRef('total.programs_executed_uah', '=', 'total.economic_executed_uah'),
      )
      .select(eb => [
        'line.city',
        'line.year',
        'line.month',
        'line.kfk',
        'line.kfk_name',
        'line.program_code',
        'line.program',
        'line.kekv',
        'total.programs_plan_uah',
        'total.economic_plan_uah',
        'total.programs_executed_uah',
        dividedExactly(eb.ref('line.plan'), eb.ref('total.factor')).as('plan_part'),
        dividedExactly(eb.ref('line.executed'), eb.ref('total.factor')).as('executed_part'),
        rowNumber(
          [eb.ref('line.city'), eb.ref('line.year'), eb.ref('line.month')],
          [
            descending(eb.ref('line.executed')),
            eb.ref('line.kfk'),
            eb.ref('line.program_code'),
            eb.ref('line.kekv'),
          ],
        ).as('rank'),
      ])
    return db.selectFrom(divided.as('line')).select(eb => {
      const all = [eb.ref('city'), eb.ref('year'), eb.ref('month')]
      const isLargest = eb('rank', '=', 1)
      return [
        'city',
        'year',
        'month',
        'kfk',
        'kfk_name',
        'program_code',
        'program',
        'kekv',
        eb
          .case()
          .when('programs_plan_uah', '=', eb.ref('economic_plan_uah'))
          .then(withRemainder(eb.ref('plan_part'), eb.ref('programs_plan_uah'), all, isLargest))
          .end()
          .as('plan_amended_uah'),
        withRemainder(eb.ref('executed_part'), eb.ref('programs_executed_uah'), all, isLargest).as(
          'executed_cumulative_uah',
        ),
      ]
    })
  },
})
