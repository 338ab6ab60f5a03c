import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {integer, monthAfter, monthOf, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import kpis from '../../marts/kpis/kpis.ts'
import places from './int_interventions_places.ts'

/** The panel that effects are estimated from: the indicator of each place in each month of the window. */
export default defineModel({
  name: 'int_interventions_panel',
  title: {uk: 'Показники місць навколо заходів', en: 'Indicators of places about interventions'},
  describe: {
    uk: 'Значення показника заходу в кожному його районі чи місті за кожен місяць порівняння.',
    en: 'The intervention’s indicator in each of its districts or cities in each month of the comparison.',
  },
  grain: ['city', 'intervention_id', 'role', 'place', 'month'],
  inputs: [staging(interventionsData), places, kpis],
  columns: {
    month: {uk: 'Місяць', en: 'Month'},
    step: {
      uk: 'Який це місяць від початку заходу; 0 – перший місяць дії, −1 – останній перед ним',
      en: 'Months since the start: 0 is the first in force, −1 the last before it',
      unit: '1',
    },
  },
  query: db =>
    db
      .selectFrom('stg_interventions as one')
      .innerJoin('int_interventions_places as of', join =>
        join.onRef('of.city', '=', 'one.city').onRef('of.intervention_id', '=', 'one.intervention_id'),
      )
      .innerJoin('kpis', join =>
        join
          .onRef('kpis.city', '=', 'of.place_city')
          .onRef('kpis.kpi', '=', 'one.kpi')
          .onRef('kpis.district', '=', 'of.district'),
      )
      .where(eb =>
        eb.and([
          eb(
            'kpis.month',
            '>=',
            monthAfter(eb.ref('one.start_month'), eb.neg(eb.ref('one.months_before')).$castTo<number>()),
          ),
          eb('kpis.month', '<', monthAfter(eb.ref('one.start_month'), eb.ref('one.months_after'))),
        ]),
      )
      .where('kpis.value', 'is not', null)
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'of.role',
        'of.place',
        'kpis.month',
        integer(
          eb(
            eb(eb(yearOf(eb.ref('kpis.month')), '-', yearOf(eb.ref('one.start_month'))), '*', eb.lit(12)),
            '+',
            eb(monthOf(eb.ref('kpis.month')), '-', monthOf(eb.ref('one.start_month'))),
          ),
        ).as('step'),
        eb.ref('kpis.value').$notNull().as('value'),
        'kpis.base',
      ]),
})
