import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {
  descending,
  dividedExactly,
  left,
  lengthOf,
  monthOf,
  newest,
  right,
  rowNumber,
  sumOfMoney,
  totalOver,
  trimmed,
  wholeRatio,
  withRemainder,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import lines from '../../intermediate/budget/int_budget_lines.ts'
import programNames from '../../reference/program_names.ts'

/**
 * The functional file repeats rows (2025 twice, earlier years four times), so it is held against the economic file:
 * where its total is a whole multiple of that one, every line is divided by the multiple, and what rounding to the
 * kopiyka leaves goes to the largest line. The plan is published only where it reconciles the same way.
 *
 * Before 2025 the file's programme codes are sums of codes (16080 is four times 4020). A code is believed only when the
 * standard list has it under the line's own function; otherwise the programme is not stated.
 */
export default defineModel({
  name: 'budget_programs',
  title: {uk: 'Видатки за функціями та програмами', en: 'Expenditure by function and programme'},
  describe: {
    uk: 'На що витрачено за рік: функція, програма, план зі змінами й виконано. Звірено з файлом економічної класифікації до копійки.',
    en: 'What a year’s money was spent on: function, programme, plan as amended and executed. Reconciled with the economic file to the kopiyka.',
  },
  grain: ['city', 'year', 'kfk', 'program'],
  publish: true,
  inputs: [staging(budgetPrograms), lines, programNames],
  columns: {
    kfk: {uk: 'Код функціональної класифікації (КФК), 4 знаки', en: 'Functional code (KFK), 4 digits'},
    year: {uk: 'Рік', en: 'Year'},
    months: {uk: 'За скільки місяців року є дані', en: 'Months of the year the data covers', unit: 'mo'},
    division: {uk: 'Розділ функціональної класифікації', en: 'Division of the functional classification'},
    program: {
      uk: 'Код програми, 4 знаки; порожньо, якщо не зазначено',
      en: 'Programme code, 4 digits; empty where it is not stated',
    },
    plan_amended_uah: {
      uk: 'План на рік зі змінами; порожньо, якщо не звіряється',
      en: 'Plan for the year as amended; empty where it does not reconcile',
      unit: 'UAH',
    },
    executed_uah: {uk: 'Виконано з 1 січня', en: 'Executed since 1 January', unit: 'UAH'},
  },
  query: db => {
    const known = db
      .selectFrom('stg_budget_programs as line')
      .leftJoin('program_names as name', join =>
        join.on(eb => eb('name.program', '=', right(eb.ref('line.program'), 4))),
      )
      .where('line.fund', 'in', ['C', 'S'])
      .select(eb => [
        'line.city',
        'line.period',
        'line.kfk_name',
        'line.plan_amended_uah',
        'line.executed_uah',
        // A line without a function takes the one the standard list gives its programme.
        eb.fn.coalesce('line.kfk', trimmed(eb.ref('name.standard_kfk')), eb.val('0000')).as('kfk'),
        eb
          .case()
          .when(
            eb(lengthOf(eb.ref('line.program')), 'in', [4, 7]).and(
              'name.standard_kfk',
              '=',
              eb.fn.coalesce('line.kfk', 'name.standard_kfk'),
            ),
          )
          .then(eb.ref('name.program'))
          .else('')
          .end()
          .as('program'),
      ])
    const spent = db
      .selectFrom(known.as('line'))
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        'kfk',
        'program',
        newest(eb.ref('kfk_name'), eb.ref('period')).as('kfk_name'),
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan'),
        sumOfMoney(eb.ref('executed_uah')).as('executed'),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('period')), monthOf(eb.ref('period')), 'kfk', 'program'])
    const economic = db
      .selectFrom('int_budget_lines')
      .where('flow', '=', 'expense')
      .select(eb => [
        'city',
        'year',
        'month',
        sumOfMoney(eb.ref('executed_cumulative_uah')).as('executed'),
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan'),
      ])
      .groupBy(['city', 'year', 'month'])
    // One file may be a month ahead of the other.
    const lastMonths = db
      .selectFrom(spent.as('spent'))
      .innerJoin(economic.as('economic'), join =>
        join
          .onRef('economic.city', '=', 'spent.city')
          .onRef('economic.year', '=', 'spent.year')
          .onRef('economic.month', '=', 'spent.month'),
      )
      .select(eb => ['spent.city', 'spent.year', eb.fn.max('spent.month').as('months')])
      .groupBy(['spent.city', 'spent.year'])
    const compared = db
      .selectFrom(spent.as('spent'))
      .innerJoin(lastMonths.as('last'), join =>
        join
          .onRef('last.city', '=', 'spent.city')
          .onRef('last.year', '=', 'spent.year')
          .onRef('last.months', '=', 'spent.month'),
      )
      .innerJoin(economic.as('economic'), join =>
        join
          .onRef('economic.city', '=', 'spent.city')
          .onRef('economic.year', '=', 'spent.year')
          .onRef('economic.month', '=', 'spent.month'),
      )
      .select(eb => {
        const whole = [eb.ref('spent.city'), eb.ref('spent.year')]
        return [
          'spent.city',
          'spent.year',
          'last.months',
          'spent.kfk',
          'spent.kfk_name',
          'spent.program',
          'spent.plan',
          'spent.executed',
          'economic.plan as economic_plan',
          'economic.executed as economic_executed',
          totalOver(eb.ref('spent.plan'), whole).as('total_plan'),
          totalOver(eb.ref('spent.executed'), whole).as('total_executed'),
        ]
      })
    const factored = db
      .selectFrom(compared.as('compared'))
      .selectAll()
      .select(eb => wholeRatio(eb.ref('total_executed'), eb.ref('economic_executed')).as('factor'))
    const divided = db
      .selectFrom(factored.as('factored'))
      .selectAll()
      .select(eb => [
        dividedExactly(eb.ref('plan'), eb.ref('factor')).as('plan_part'),
        dividedExactly(eb.ref('executed'), eb.ref('factor')).as('executed_part'),
        rowNumber(
          [eb.ref('city'), eb.ref('year')],
          [descending(eb.ref('executed')), eb.ref('kfk'), eb.ref('program')],
        ).as('rank'),
        dividedExactly(eb.ref('total_plan'), eb.ref('factor')).as('plan_whole'),
        dividedExactly(eb.ref('total_executed'), eb.ref('factor')).as('executed_whole'),
      ])
    return (
      db
        .selectFrom(divided.as('line'))
        // A year that does not reconcile is left out rather than published wrong; an audit names it.
        .whereRef('line.executed_whole', '=', 'line.economic_executed')
        .leftJoin('program_names as name', 'name.program', 'line.program')
        .select(eb => {
          const all = [eb.ref('line.city'), eb.ref('line.year')]
          const isLargest = eb('line.rank', '=', 1)
          return [
            'line.city',
            'line.year',
            'line.months',
            left(eb.ref('line.kfk'), 2).as('division'),
            'line.kfk',
            'line.kfk_name',
            'line.program',
            'name.program_name',
            eb
              .case()
              .when('line.plan_whole', '=', eb.ref('line.economic_plan'))
              .then(withRemainder(eb.ref('line.plan_part'), eb.ref('line.plan_whole'), all, isLargest))
              .end()
              .as('plan_amended_uah'),
            withRemainder(eb.ref('line.executed_part'), eb.ref('line.executed_whole'), all, isLargest).as(
              'executed_uah',
            ),
          ]
        })
        .orderBy('line.city')
        .orderBy('line.year')
        .orderBy('line.kfk')
        .orderBy('line.program')
    )
  },
  audits: {
    every_year_reconciles: {
      describe: {
        uk: 'Кожен рік файлу звіряється й опублікований; решту років пропущено',
        en: 'Every year of the file reconciles and is published; other years are left out',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('stg_budget_programs as line')
          .leftJoin('budget_programs as program', join =>
            join
              .onRef('program.city', '=', 'line.city')
              .on(eb => eb('program.year', '=', yearOf(eb.ref('line.period')))),
          )
          .where('program.city', 'is', null)
          .select(eb => ['line.city', yearOf(eb.ref('line.period')).as('year')])
          .distinct(),
    },
    reconciles_with_economic: {
      describe: {
        uk: 'Видатки за програмами дорівнюють видаткам за економічними кодами до копійки',
        en: 'Expenditure by programme equals expenditure by economic code, to the kopiyka',
      },
      faults: db =>
        db
          .selectFrom('budget_programs as program')
          .select(eb => [
            'program.city',
            'program.year',
            'program.months',
            sumOfMoney(eb.ref('program.executed_uah')).as('by_program'),
          ])
          .groupBy(['program.city', 'program.year', 'program.months'])
          .having(
            eb => sumOfMoney(eb.ref('program.executed_uah')),
            '!=',
            eb =>
              eb
                .selectFrom('int_budget_lines as line')
                .select(inner => sumOfMoney(inner.ref('line.executed_cumulative_uah')).as('by_code'))
                .where('line.flow', '=', 'expense')
                .whereRef('line.city', '=', 'program.city')
                .whereRef('line.year', '=', 'program.year')
                .whereRef('line.month', '=', 'program.months'),
          ),
    },
  },
})
