import {constant} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import programMonths from '../../marts/budget/budget_program_months.ts'
import lines from './int_budget_lines.ts'
import programTotals from './int_budget_program_totals.ts'

/**
 * What was spent by programme is what was spent by economic code, as a whole and code by code. It holds in all 1,499 months
 * of the treasury's files for 25 budgets that have both.
 */
export default defineModel({
  name: 'int_budget_program_entries',
  title: {uk: 'Програми = економічні коди', en: 'Programmes = economic codes'},
  describe: {
    uk: 'Видатки за економічними кодами – очікуване, за програмами – знайдене.',
    en: 'Expenditure by economic code is expected, by programme it is found.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [lines, programMonths, programTotals],
  query: db => {
    const economicWholes = db
      .selectFrom('int_budget_program_totals')
      .select([
        'city',
        constant('programs_economic').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('expected').as('side'),
        'economic_executed_uah as uah',
      ])
    const programWholes = db
      .selectFrom('int_budget_program_totals')
      .select([
        'city',
        constant('programs_economic').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('found').as('side'),
        'programs_executed_uah as uah',
      ])
    const programCodes = db
      .selectFrom('budget_program_months')
      .where('kekv', '!=', '')
      .select([
        'city',
        constant('programs_economic_codes').as('rule'),
        'year',
        'month',
        'kekv as code',
        constant('found').as('side'),
        'executed_cumulative_uah as uah',
      ])
    const codedMonths = db
      .selectFrom('budget_program_months')
      .where('kekv', '!=', '')
      .select(['city', 'year', 'month'])
      .distinct()
    const economicCodes = db
      .selectFrom('int_budget_lines as line')
      .innerJoin(codedMonths.as('coded'), join =>
        join
          .onRef('coded.city', '=', 'line.city')
          .onRef('coded.year', '=', 'line.year')
          .onRef('coded.month', '=', 'line.month'),
      )
      .where('line.flow', '=', 'expense')
      .select([
        'line.city',
        constant('programs_economic_codes').as('rule'),
        'line.year',
        'line.month',
        'line.code',
        constant('expected').as('side'),
        'line.executed_cumulative_uah as uah',
      ])
    return economicWholes.unionAll(programWholes).unionAll(programCodes).unionAll(economicCodes)
  },
})
