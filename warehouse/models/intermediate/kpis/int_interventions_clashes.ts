import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {monthAfter} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import places from './int_interventions_places.ts'

/** Interventions whose places of comparison are treated themselves: another one for the same indicator began there meanwhile. */
export default defineModel({
  name: 'int_interventions_clashes',
  title: {uk: 'Заходи, що заважають одне одному', en: 'Interventions in each other’s way'},
  describe: {
    uk: 'Заходи, у місцях порівняння яких тоді почали інший захід для того самого показника.',
    en: 'Interventions in whose places of comparison another one for the same indicator began meanwhile.',
  },
  grain: ['city', 'intervention_id'],
  inputs: [staging(interventionsData), places],
  query: db =>
    db
      .selectFrom('stg_interventions as one')
      .innerJoin('int_interventions_places as control', join =>
        join
          .onRef('control.city', '=', 'one.city')
          .onRef('control.intervention_id', '=', 'one.intervention_id')
          .on('control.role', '=', 'control'),
      )
      .innerJoin('int_interventions_places as treated', join =>
        join.onRef('treated.place', '=', 'control.place').on('treated.role', '=', 'treated'),
      )
      .innerJoin('stg_interventions as other', join =>
        join
          .onRef('other.city', '=', 'treated.city')
          .onRef('other.intervention_id', '=', 'treated.intervention_id')
          .onRef('other.kpi', '=', 'one.kpi'),
      )
      .where(eb =>
        eb.and([
          eb.or([
            eb('other.city', '<>', eb.ref('one.city')),
            eb('other.intervention_id', '<>', eb.ref('one.intervention_id')),
          ]),
          eb(
            'other.start_month',
            '>',
            monthAfter(eb.ref('one.start_month'), eb.neg(eb.ref('one.months_before')).$castTo<number>()),
          ),
          eb('other.start_month', '<', monthAfter(eb.ref('one.start_month'), eb.ref('one.months_after'))),
        ]),
      )
      .select(['one.city', 'one.intervention_id'])
      .distinct(),
})
