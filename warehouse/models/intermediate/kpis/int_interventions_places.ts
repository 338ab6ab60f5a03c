import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {constant, districtName, joined, namesIn} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import kpis from '../../marts/kpis/kpis.ts'

/**
 * Where an intervention is in force, and where it is not: districts of the city, or, where it is for the whole city, cities.
 * Those to compare with are those it names, or all others that have its indicator.
 */
export default defineModel({
  name: 'int_interventions_places',
  title: {uk: 'Місця заходів', en: 'Places of interventions'},
  describe: {
    uk: 'Райони чи міста, де захід діє, і ті, з якими його порівнюють.',
    en: 'Districts or cities that an intervention is for, and those that it is compared with.',
  },
  grain: ['city', 'intervention_id', 'role', 'place_city', 'district'],
  inputs: [staging(interventionsData), kpis],
  columns: {
    role: {uk: 'treated – захід діє, control – для порівняння', en: 'treated or control'},
    place_city: {uk: 'Місто', en: 'City'},
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    place: {uk: 'Те саме одним словом', en: 'The same as one word'},
    has_values: {
      uk: 'Чи є показник за цим місцем',
      en: 'Is there a value of the indicator for this place',
    },
  },
  query: db => {
    const known = db
      .selectFrom('kpis')
      .select(eb => [
        'city',
        'kpi',
        'district',
        eb
          .case()
          .when('district', '=', '')
          .then('')
          .else(districtName(eb.ref('district')))
          .end()
          .$castTo<string>()
          .as('name'),
      ])
      .distinct()
    /** Districts that a column of the declaration names. */
    const districts = (role: string, column: 'treated_districts' | 'control_districts') =>
      db
        .selectFrom('stg_interventions as one')
        .crossJoin(eb => namesIn(eb.ref(`one.${column}`)))
        .where('one.treated_districts', 'is not', null)
        .select(eb => [
          'one.city',
          'one.intervention_id',
          'one.kpi',
          constant(role).as('role'),
          eb.ref('one.city').as('place_city'),
          districtName(eb.ref('listed.name')).as('name'),
        ])
    const wholeCity = db
      .selectFrom('stg_interventions as one')
      .where('one.treated_districts', 'is', null)
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('treated').as('role'),
        eb.ref('one.city').as('place_city'),
        constant('').as('name'),
      ])
    const cities = db
      .selectFrom('stg_interventions as one')
      .crossJoin(eb => namesIn(eb.ref('one.control_cities')))
      .where('one.treated_districts', 'is', null)
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('control').as('role'),
        eb.ref('listed.name').as('place_city'),
        constant('').as('name'),
      ])
    const treated = districts('treated', 'treated_districts')
    const otherDistricts = db
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
      .where('one.treated_districts', 'is not', null)
      .where('one.control_districts', 'is', null)
      .where('known.name', '<>', '')
      .where('treated.name', 'is', null)
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('control').as('role'),
        eb.ref('one.city').as('place_city'),
        'known.name',
      ])
    const otherCities = db
      .selectFrom('stg_interventions as one')
      .innerJoin(known.as('known'), join =>
        join.onRef('known.kpi', '=', 'one.kpi').onRef('known.city', '<>', 'one.city'),
      )
      .where('one.treated_districts', 'is', null)
      .where('one.control_cities', 'is', null)
      .where('known.name', '=', '')
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.kpi',
        constant('control').as('role'),
        eb.ref('known.city').as('place_city'),
        'known.name',
      ])
    const all = treated
      .unionAll(districts('control', 'control_districts'))
      .unionAll(otherDistricts)
      .unionAll(wholeCity)
      .unionAll(cities)
      .unionAll(otherCities)
    return db
      .selectFrom(all.as('one'))
      .leftJoin(known.as('known'), join =>
        join
          .onRef('known.city', '=', 'one.place_city')
          .onRef('known.kpi', '=', 'one.kpi')
          .onRef('known.name', '=', 'one.name'),
      )
      .select(eb => [
        'one.city',
        'one.intervention_id',
        'one.role',
        'one.place_city',
        eb.fn.coalesce('known.district', 'one.name').as('district'),
        joined('/', eb.ref('one.place_city'), eb.fn.coalesce('known.district', 'one.name'))
          .$notNull()
          .as('place'),
        eb('known.district', 'is not', null).$castTo<boolean>().as('has_values'),
      ])
      .distinct()
  },
})
