import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {countWhere, integer, monthAfter, wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import kpis from '../../marts/kpis/kpis.ts'
import definitions from '../../reference/kpi_definitions.ts'
import changes from './int_interventions_changes.ts'
import clashes from './int_interventions_clashes.ts'
import places from './int_interventions_places.ts'
import tests from './int_interventions_tests.ts'

/** Below this many appeals or the like a place’s mean says too little. */
const leastRecords = 30

/** Of two places alone halves of the time are compared: of two months each at least. */
const leastMonths = 4

/** Changes that are the same differ by what rounding leaves; this is its square, and more. */
const noSpread = 1e-20

/** Why of an intervention no estimate is possible, or null where one is: the first reason that holds. */
export default defineModel({
  name: 'int_interventions_refusals',
  title: {uk: 'Чому заходу не оцінено', en: 'Why interventions are not judged'},
  describe: {
    uk: 'Перша причина, з якої дії заходу оцінити не можна; порожньо, якщо можна.',
    en: 'The first reason for which an effect cannot be estimated; empty where it can.',
  },
  grain: ['city', 'intervention_id'],
  inputs: [staging(interventionsData), definitions, kpis, places, changes, clashes, tests],
  columns: {
    refusal: {uk: 'Причина', en: 'Reason'},
    treated: {uk: 'Місць, де захід діє', en: 'Places it is for', unit: '1'},
    control: {uk: 'Місць порівняння', en: 'Places it is compared with', unit: '1'},
    records: {
      uk: 'Скільки звернень чи іншого за цим стоїть',
      en: 'How many appeals or the like are behind it',
      unit: '1',
    },
  },
  query: db => {
    const found = db
      .selectFrom('int_interventions_changes')
      .select(eb => [
        'city',
        'intervention_id',
        integer(eb.fn.countAll()).as('places'),
        integer(countWhere(eb('role', '=', 'treated'))).as('treated'),
        integer(countWhere(eb('role', '=', 'control'))).as('control'),
        eb.fn.min('months_before_found').as('least_before'),
        eb.fn.min('months_after_found').as('least_after'),
        eb.fn.min('base_before').as('least_base_before'),
        eb.fn.min('base_after').as('least_base_after'),
        wholeSum(eb(eb.ref('base_before'), '+', eb.ref('base_after'))).as('records'),
      ])
      .groupBy(['city', 'intervention_id'])
    const named = db
      .selectFrom('int_interventions_places')
      .select(eb => [
        'city',
        'intervention_id',
        integer(eb.fn.countAll()).as('sides'),
        integer(countWhere(eb.and([eb('has_values', '=', false), eb('district', '<>', '')]))).as(
          'unknown_districts',
        ),
        integer(countWhere(eb.and([eb('has_values', '=', false), eb('district', '=', '')]))).as(
          'unknown_cities',
        ),
        integer(countWhere(eb('role', '=', 'treated'))).as('treated'),
        integer(countWhere(eb('role', '=', 'control'))).as('control'),
        integer(eb.fn.count('place').distinct()).as('places'),
      ])
      .groupBy(['city', 'intervention_id'])
    const newest = db
      .selectFrom('kpis')
      .where('value', 'is not', null)
      // The newest month may still go on.
      .select(eb => [
        'city',
        'kpi',
        eb.fn.max('month').as('of_city'),
        eb.fn.max(eb.case().when('district', '<>', '').then(eb.ref('month')).end()).as('of_districts'),
      ])
      .groupBy(['city', 'kpi'])
    return db
      .selectFrom('stg_interventions as one')
      .leftJoin('kpi_definitions as definition', join =>
        join.onRef('definition.city', '=', 'one.city').onRef('definition.kpi', '=', 'one.kpi'),
      )
      .leftJoin(newest.as('newest'), join =>
        join.onRef('newest.city', '=', 'one.city').onRef('newest.kpi', '=', 'one.kpi'),
      )
      .leftJoin(named.as('named'), join =>
        join.onRef('named.city', '=', 'one.city').onRef('named.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin(found.as('found'), join =>
        join.onRef('found.city', '=', 'one.city').onRef('found.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin('int_interventions_clashes as clash', join =>
        join.onRef('clash.city', '=', 'one.city').onRef('clash.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin('int_interventions_tests as test', join =>
        join
          .onRef('test.city', '=', 'one.city')
          .onRef('test.intervention_id', '=', 'one.intervention_id')
          .on('test.tested', '=', 'effect'),
      )
      .select(eb => {
        const ends = monthAfter(eb.ref('one.start_month'), eb.ref('one.months_after'))
        const refusal = eb
          .case()
          .when('definition.kpi', 'is', null)
          .then('unknown_kpi')
          .when(eb.and([eb('one.treated_districts', 'is not', null), eb('newest.of_districts', 'is', null)]))
          .then('not_by_district')
          .when(
            eb.or([
              eb('named.unknown_districts', '>', 0),
              eb.and([eb('one.treated_districts', 'is not', null), eb('named.treated', 'is', null)]),
            ]),
          )
          .then('unknown_district')
          .when('named.unknown_cities', '>', 0)
          .then('unknown_city')
          .when('named.sides', '<>', eb.ref('named.places'))
          .then('same_place')
          .when(eb.or([eb('named.control', '<', 1), eb('named.treated', '<', 1)]))
          .then('nothing_to_compare')
          .when(
            eb.or([
              eb.and([eb('one.treated_districts', 'is not', null), eb('newest.of_districts', '<', ends)]),
              eb.and([eb('one.treated_districts', 'is', null), eb('newest.of_city', '<', ends)]),
            ]),
          )
          .then('not_over')
          .when(
            eb.or([
              eb('found.places', 'is', null),
              eb('found.places', '<', eb.ref('named.sides')),
              eb('found.least_before', '<', eb.ref('one.months_before')),
              eb('found.least_after', '<', eb.ref('one.months_after')),
            ]),
          )
          .then('months_missing')
          .when(
            eb.and([
              eb('named.sides', '=', 2),
              eb.or([eb('one.months_before', '<', leastMonths), eb('one.months_after', '<', leastMonths)]),
            ]),
          )
          .then('few_months')
          .when('clash.intervention_id', 'is not', null)
          .then('control_is_treated')
          .when(
            eb.or([
              eb('found.least_base_before', '<', leastRecords),
              eb('found.least_base_after', '<', leastRecords),
            ]),
          )
          .then('few_records')
          .when(eb.or([eb('test.squares', 'is', null), eb('test.squares', '<', eb.lit(noSpread))]))
          .then('no_spread')
          .end()
        return [
          'one.city',
          'one.intervention_id',
          refusal.$castTo<string | null>().as('refusal'),
          'found.treated',
          'found.control',
          'found.records',
        ]
      })
  },
})
