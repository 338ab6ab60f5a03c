import {before, minus, newest, zeroIfNull} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import lines from './int_budget_lines.ts'

/**
 * The feed counts from 1 January, so a month is the difference to the month before. A code that is missing in a month
 * counts as zero there: otherwise money moved to another code would be counted under both.
 */
export default defineModel({
  name: 'int_budget_months',
  title: {uk: 'Бюджет за місяць', en: 'The budget by month'},
  describe: {
    uk: 'Рядки бюджету з сумою за сам місяць. Відʼємні суми – виправлення видавця, вони лишаються.',
    en: 'Lines of the budget with the amount of the month itself. Negative amounts are the publisher’s corrections and are kept.',
  },
  grain: ['city', 'flow', 'year', 'month', 'fund', 'code'],
  inputs: [lines],
  columns: {
    executed_month_uah: {
      uk: 'Виконано за місяць; відʼємне – виправлення',
      en: 'Executed in the month; negative is a correction',
      unit: 'UAH',
    },
  },
  query: db => {
    const key = ['city', 'flow', 'year', 'fund', 'code'] as const
    const every = db
      .selectFrom('int_budget_lines as line')
      .innerJoin(
        db.selectFrom('int_budget_lines').select(['city', 'flow', 'year', 'month']).distinct().as('calendar'),
        join =>
          join
            .onRef('calendar.city', '=', 'line.city')
            .onRef('calendar.flow', '=', 'line.flow')
            .onRef('calendar.year', '=', 'line.year'),
      )
      .select(eb => [
        'line.city',
        'line.flow',
        'line.year',
        'line.fund',
        'line.code',
        'calendar.month',
        newest(eb.ref('line.code_name'), eb.ref('line.month')).as('code_name'),
        newest(eb.ref('line.budget_code'), eb.ref('line.month')).as('budget_code'),
      ])
      .groupBy(['line.city', 'line.flow', 'line.year', 'line.fund', 'line.code', 'calendar.month'])
    const filled = db
      .selectFrom(every.as('every'))
      .leftJoin('int_budget_lines as line', join =>
        [...key, 'month' as const].reduce(
          (on, column) => on.onRef(`line.${column}`, '=', `every.${column}`),
          join,
        ),
      )
      .select(eb => [
        'every.city',
        'every.flow',
        'every.year',
        'every.month',
        'every.fund',
        'every.code',
        // A code may be renamed within the year: the name is the month's own where the month has the code.
        eb.fn.coalesce('line.code_name', 'every.code_name').as('code_name'),
        'every.budget_code',
        'line.city as present',
        zeroIfNull(eb.ref('line.plan_amended_uah')).as('plan_amended_uah'),
        zeroIfNull(eb.ref('line.plan_estimate_uah')).as('plan_estimate_uah'),
        zeroIfNull(eb.ref('line.executed_cumulative_uah')).as('executed_cumulative_uah'),
      ])
    const moved = db
      .selectFrom(filled.as('filled'))
      .selectAll()
      .select(eb =>
        minus(
          eb.ref('executed_cumulative_uah'),
          before(
            eb.ref('executed_cumulative_uah'),
            key.map(column => eb.ref(column)),
            eb.ref('month'),
          ),
        ).as('executed_month_uah'),
      )
    return db
      .selectFrom(moved.as('moved'))
      .where(eb => eb.or([eb('present', 'is not', null), eb('executed_month_uah', '!=', '0')]))
      .select([
        'city',
        'flow',
        'year',
        'month',
        'fund',
        'code',
        'code_name',
        'budget_code',
        'plan_amended_uah',
        'plan_estimate_uah',
        'executed_cumulative_uah',
        'executed_month_uah',
      ])
  },
})
