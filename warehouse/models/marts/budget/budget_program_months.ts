import {left, lengthOf, sumOfMoney} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import lines from '../../intermediate/budget/int_budget_program_lines.ts'
import programNames from '../../reference/program_names.ts'

/**
 * The feed counts from 1 January: a month is what is there now less what was there the month before. Every cumulative
 * amount is therefore counted in its own month and taken off in the next one of the same year, so that a line that is
 * gone leaves its correction behind.
 */
export default defineModel({
  name: 'budget_program_months',
  title: {uk: 'Програми бюджету за місяцями', en: 'Programmes of the budget by month'},
  describe: {
    uk: 'Видатки за головним розпорядником, програмою, функцією та економічним кодом: план зі змінами, виконано з початку року й за сам місяць. Відʼємні суми – виправлення видавця.',
    en: 'Expenditure by main manager, programme, function and economic code: plan as amended, executed since January and in the month itself. Negative amounts are the publisher’s corrections.',
  },
  grain: ['city', 'year', 'month', 'kfk', 'program_code', 'kekv'],
  publish: true,
  inputs: [lines, programNames],
  columns: {
    manager: {
      uk: 'Головний розпорядник: перші два знаки коду міста; порожньо, якщо код типовий',
      en: 'Main manager: the first two digits of the city’s code; empty where the code is of the standard list',
    },
    division: {uk: 'Розділ функціональної класифікації', en: 'Division of the functional classification'},
    executed_month_uah: {
      uk: 'Виконано за місяць; відʼємне – виправлення',
      en: 'Executed in the month; negative is a correction',
      unit: 'UAH',
    },
  },
  query: db => {
    const months = db.selectFrom('int_budget_program_lines').select(['city', 'year', 'month']).distinct()
    const follows = db
      .selectFrom(months.as('month'))
      .innerJoin(months.as('later'), join =>
        join
          .onRef('later.city', '=', 'month.city')
          .onRef('later.year', '=', 'month.year')
          .onRef('later.month', '>', 'month.month'),
      )
      .select(eb => ['month.city', 'month.year', 'month.month', eb.fn.min('later.month').as('next')])
      .groupBy(['month.city', 'month.year', 'month.month'])
    const taken = db
      .selectFrom('int_budget_program_lines as line')
      .innerJoin(follows.as('follow'), join =>
        join
          .onRef('follow.city', '=', 'line.city')
          .onRef('follow.year', '=', 'line.year')
          .onRef('follow.month', '=', 'line.month'),
      )
      .select(eb => [
        'line.city',
        'line.year',
        'follow.next as month',
        'line.kfk',
        'line.kfk_name',
        'line.program_code',
        'line.program',
        'line.kekv',
        eb.lit(null).$castTo<string | null>().as('plan'),
        eb.lit(null).$castTo<string | null>().as('cumulative'),
        eb.neg(eb.ref('line.executed_cumulative_uah')).$castTo<string>().as('change'),
      ])
    const counted = db
      .selectFrom('int_budget_program_lines as line')
      .select(eb => [
        'line.city',
        'line.year',
        'line.month',
        'line.kfk',
        'line.kfk_name',
        'line.program_code',
        'line.program',
        'line.kekv',
        'line.plan_amended_uah as plan',
        eb.ref('line.executed_cumulative_uah').$castTo<string | null>().as('cumulative'),
        'line.executed_cumulative_uah as change',
      ])
    return db
      .selectFrom(counted.unionAll(taken).as('line'))
      .leftJoin('program_names as name', 'name.program', 'line.program')
      .select(eb => [
        'line.city',
        'line.year',
        'line.month',
        eb
          .case()
          .when(eb(lengthOf(eb.ref('line.program_code')), '=', 7))
          .then(left(eb.ref('line.program_code'), 2))
          .else('')
          .end()
          .as('manager'),
        'line.program_code',
        eb.fn.max('line.program').as('program'),
        eb.fn.max('name.program_name').as('program_name'),
        'line.kfk',
        left(eb.ref('line.kfk'), 2).as('division'),
        'line.kekv',
        eb.fn.max('line.plan').as('plan_amended_uah'),
        sumOfMoney(eb.ref('line.cumulative')).as('executed_cumulative_uah'),
        sumOfMoney(eb.ref('line.change')).as('executed_month_uah'),
      ])
      .groupBy(['line.city', 'line.year', 'line.month', 'line.kfk', 'line.program_code', 'line.kekv'])
      .orderBy('line.city')
      .orderBy('line.year')
      .orderBy('line.month')
      .orderBy('line.kfk')
      .orderBy('line.program_code')
      .orderBy('line.kekv')
  },
})
