import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {constant, districtName, namesIn} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import kpis from '../../marts/kpis/kpis.ts'

/** Which districts an intervention treats, and which it is compared with: those it names, or all others of the indicator. */
export default defineModel({
  name: 'int_interventions_districts',
  title: {uk: 'Райони заходів', en: 'Districts of interventions'},
  describe: {
    uk: 'Райони, де захід діє, і райони, з якими його порівнюють.',
    en: 'Districts that an intervention is for, and districts that it is compared with.',
  },
  grain: ['city', 'intervention_id', 'role', 'district'],
  inputs: [staging(interventionsData), kpis],
  columns: {
    role: {uk: 'treated – захід діє, control – для порівняння', en: 'treated or control'},
    district: {uk: 'Район', en: 'District'},
    has_values: {
      uk: 'Чи є показник за цим районом',
      en: 'Is there a value of the indicator for this district',
    },
  },
  query: db => {
    const known = db
      .selectFrom('kpis')
      .where('district', '<>', '')
      .select(eb => ['city', 'kpi', 'district', districtName(eb.ref('district')).as('name')])
      .distinct()
    const treated = db
      .selectFrom('stg_interventions as one')
      .crossJoin(eb => namesIn(eb.ref('one.treated_districts')))
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('treated').as('role'),
        districtName(eb.ref('listed.name')).as('name'),
      ])
    const named = db
      .selectFrom('stg_interventions as one')
      .crossJoin(eb => namesIn(eb.ref('one.control_districts')))
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('control').as('role'),
        districtName(eb.ref('listed.name')).as('name'),
      ])
    const others = db
      .selectFrom('stg_interventions as one')
      .innerJoin(known.as('known'), join =>
        join.onRef('known.city', '=', 'one.city').onRef('known.kpi', '=', 'one.kpi'),
      )
      .leftJoin(treated.as('treated'), join =>
        join
          .onRef('treated.city', '=', 'one.city')
          .onRef('treated.intervention_id', '=', 'one.intervention_id')
          .onRef('treated.name', '=', 'known.name'),
      )
      .where('one.control_districts', 'is', null)
      .where('treated.name', 'is', null)
      .select(['one.city', 'one.intervention_id', 'one.kpi', constant('control').as('role'), 'known.name'])
    return db
      .selectFrom(treated.unionAll(named).unionAll(others).as('one'))
      .leftJoin(known.as('known'), join =>
        join
          .onRef('known.city', '=', 'one.city')
          .onRef('known.kpi', '=', 'one.kpi')
          .onRef('known.name', '=', 'one.name'),
      )
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.role',
        eb.fn.coalesce('known.district', 'one.name').as('district'),
        eb('known.district', 'is not', null).$castTo<boolean>().as('has_values'),
      ])
      .distinct()
  },
})
