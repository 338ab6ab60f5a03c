import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import type {Expression} from 'kysely'
import {
  countWhere,
  integer,
  meanOf,
  meanOver,
  monthAfter,
  quotient,
  quotientOrNull,
  squareRoot,
  studentQuantile,
  studentTails,
  sumOf,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import changes from '../../intermediate/kpis/int_interventions_changes.ts'
import districts from '../../intermediate/kpis/int_interventions_districts.ts'
import definitions from '../../reference/kpi_definitions.ts'
import kpis from './kpis.ts'

/** Below this many appeals or the like a district’s mean says too little. */
const leastRecords = 30

/** The share of intervals that hold the truth, and what is unlikely: one level for all, chosen before anything was seen. */
const [confidence, unlikely] = [0.95, 0.05]

/**
 * Difference in differences of collapsed periods. Each district gives one change d = mean after − mean before; the effect
 * is the mean d of the treated less the mean d of the control, its error the pooled one of two samples with
 * n₁ + n₀ − 2 degrees of freedom, and the interval has Student’s quantile of so few (Donald and Lang, Inference with
 * difference-in-differences and other panel data, Review of Economics and Statistics 89, 2007; Bertrand, Duflo and
 * Mullainathan, QJE 119, 2004, section IV.C). It holds whatever months of one district have in common. It supposes that
 * districts vary alike and independently of each other. The test of the courses before is the same one of the districts’
 * slopes; with few districts it finds large differences alone (Roth, Pretest with caution, AER: Insights 4, 2022), so
 * that what the difference would have made by itself is told beside the effect.
 */
export default defineModel({
  name: 'interventions_effects',
  title: {uk: 'Чи подіяли оголошені заходи', en: 'Did declared interventions work'},
  describe: {
    uk: 'Для кожного оголошеного заходу: як змінився показник у його районах проти районів порівняння (різниця різниць), з інтервалом 95 % за розподілом Стьюдента для такої кількості районів і перевіркою, чи йшли райони однаково до початку. Де дані не дозволяють оцінки, сказано чому.',
    en: 'For each declared intervention: how the indicator changed in its districts against those it is compared with (difference in differences), with the interval of 95 % by Student’s distribution for so few districts, and a test of whether districts ran alike before the start. Where the data allow no estimate it says why.',
  },
  grain: ['city', 'intervention_id'],
  publish: true,
  // A declaration may be taken back.
  largestDrop: 1,
  inputs: [staging(interventionsData), changes, districts, definitions, kpis],
  columns: {
    kpi_uk: {uk: 'Назва показника', en: 'Name of the indicator, in Ukrainian'},
    kpi_en: {uk: 'Назва показника англійською', en: 'Name of the indicator'},
    unit: {uk: 'Одиниця показника', en: 'Unit of the indicator'},
    is_declared_before: {
      uk: 'Чи оголошено не пізніше початку; оголошене потім могли вибрати за наслідком',
      en: 'Was it declared by its start; what is declared later may have been chosen by its outcome',
    },
    finding: {
      uk: 'improved краще, worsened гірше, changed інакше (добре чи погано – не сказано), no_evidence ознак дії немає, trends_differ райони йшли по-різному ще до початку, refused оцінити не можна',
      en: 'improved, worsened, changed (neither way is better), no_evidence, trends_differ (districts ran apart before the start), refused (no estimate is possible)',
    },
    refusal: {
      uk: 'Чому оцінити не можна: unknown_kpi такого показника немає; not_by_district він лише за містом; unknown_district названого району в ньому немає; same_district район по обидва боки; few_districts менш як три райони; not_over час порівняння ще не минув; months_missing бракує місяців; control_is_treated у районі порівняння тоді почали інший захід для того самого показника; few_records за менш як 30 записами; no_spread усі райони змінилися однаково',
      en: 'Why no estimate is possible: unknown_kpi, there is no such indicator; not_by_district, it is of the city alone; unknown_district, a district that it does not have; same_district, one stands on both sides; few_districts, less than three; not_over, the time of comparison has not passed; months_missing; control_is_treated, another intervention for the same indicator began there meanwhile; few_records, less than 30; no_spread, all districts changed by the same',
    },
    treated: {uk: 'Районів, де захід діє', en: 'Districts it is for', unit: '1'},
    control: {uk: 'Районів порівняння', en: 'Districts it is compared with', unit: '1'},
    records: {
      uk: 'Скільки звернень чи іншого за цим стоїть',
      en: 'How many appeals or the like are behind it',
      unit: '1',
    },
    treated_before: {uk: 'У районах заходу до', en: 'In its districts before'},
    treated_after: {uk: 'У районах заходу після', en: 'In its districts after'},
    control_before: {uk: 'У районах порівняння до', en: 'In those it is compared with, before'},
    control_after: {uk: 'У районах порівняння після', en: 'In those it is compared with, after'},
    treated_change: {
      uk: 'Зміна в районах заходу; сама не каже нічого: могло змінитися всюди',
      en: 'Change in its districts; by itself it tells nothing: all may have changed',
    },
    effect: {
      uk: 'Дія: зміна в районах заходу мінус зміна в районах порівняння, в одиницях показника',
      en: 'Effect: the change in its districts less that in those it is compared with, in the unit of the indicator',
    },
    effect_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval'},
    effect_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval'},
    standard_error: {uk: 'Стандартна похибка дії', en: 'Standard error of the effect'},
    degrees: {uk: 'Ступенів свободи', en: 'Degrees of freedom', unit: '1'},
    p_value: {
      uk: 'Як часто така різниця трапляється без жодної дії',
      en: 'How often such a difference comes about without any effect',
      unit: '1',
    },
    pretrend: {
      uk: 'Наскільки за місяць розходилися райони ще до початку',
      en: 'By how much a month districts ran apart before the start',
    },
    pretrend_p_value: {
      uk: 'Як часто райони так розходяться випадково; велике число – ще не доказ однакового ходу',
      en: 'How often districts run apart so far by chance; a large number does not prove that they ran alike',
      unit: '1',
    },
    pretrend_effect: {
      uk: 'Скільки з дії вийшло б саме, якби райони й далі розходилися так само',
      en: 'How much of the effect would have come by itself had districts gone on running apart like that',
    },
  },
  query: db => {
    const spread = db.selectFrom('int_interventions_changes').select(eb => {
      const change = eb(eb.ref('after'), '-', eb.ref('before')).$castTo<number>()
      const group = [eb.ref('city'), eb.ref('intervention_id'), eb.ref('role')]
      const slope = eb.ref('slope_before').$castTo<number>()
      return [
        'city',
        'intervention_id',
        'role',
        'before',
        'after',
        change.as('change'),
        slope.as('slope'),
        eb(change, '-', meanOver(change, group)).$castTo<number>().as('change_apart'),
        eb(slope, '-', meanOver(slope, group)).$castTo<number>().as('slope_apart'),
        'months_before_found',
        'months_after_found',
        'base_before',
        'base_after',
      ]
    })
    const both = db
      .selectFrom(spread.as('one'))
      .select(eb => {
        const of = (role: string, column: 'before' | 'after' | 'change' | 'slope') =>
          meanOf(eb.case().when('role', '=', role).then(eb.ref(column)).end()).$castTo<number | null>()
        const squares = (column: 'change_apart' | 'slope_apart') =>
          sumOf(eb(eb.ref(column), '*', eb.ref(column))).$castTo<number>()
        return [
          'city',
          'intervention_id',
          integer(countWhere(eb('role', '=', 'treated'))).as('treated'),
          integer(countWhere(eb('role', '=', 'control'))).as('control'),
          of('treated', 'before').as('treated_before'),
          of('treated', 'after').as('treated_after'),
          of('control', 'before').as('control_before'),
          of('control', 'after').as('control_after'),
          of('treated', 'change').as('treated_change'),
          of('control', 'change').as('control_change'),
          of('treated', 'slope').as('treated_slope'),
          of('control', 'slope').as('control_slope'),
          squares('change_apart').as('change_squares'),
          squares('slope_apart').as('slope_squares'),
          eb.fn.min('months_before_found').as('least_before'),
          eb.fn.min('months_after_found').as('least_after'),
          eb.fn.min('base_before').as('least_base_before'),
          eb.fn.min('base_after').as('least_base_after'),
          wholeSum(eb(eb.ref('base_before'), '+', eb.ref('base_after'))).as('records'),
        ]
      })
      .groupBy(['city', 'intervention_id'])
    const named = db
      .selectFrom('int_interventions_districts')
      .select(eb => [
        'city',
        'intervention_id',
        integer(countWhere(eb('has_values', '=', false))).as('unknown'),
        integer(countWhere(eb('role', '=', 'treated'))).as('treated'),
        integer(countWhere(eb('role', '=', 'control'))).as('control'),
        integer(eb.fn.count('district').distinct()).as('districts'),
      ])
      .groupBy(['city', 'intervention_id'])
    const byDistrict = db
      .selectFrom('kpis')
      .where('district', '<>', '')
      .where('value', 'is not', null)
      // The newest month may still go on.
      .select(eb => ['city', 'kpi', eb.fn.max('month').as('newest')])
      .groupBy(['city', 'kpi'])
    const contaminated = db
      .selectFrom('stg_interventions as one')
      .innerJoin('stg_interventions as other', join =>
        join
          .onRef('other.city', '=', 'one.city')
          .onRef('other.kpi', '=', 'one.kpi')
          .onRef('other.intervention_id', '<>', 'one.intervention_id'),
      )
      .innerJoin('int_interventions_districts as control', join =>
        join
          .onRef('control.city', '=', 'one.city')
          .onRef('control.intervention_id', '=', 'one.intervention_id')
          .on('control.role', '=', 'control'),
      )
      .innerJoin('int_interventions_districts as treated', join =>
        join
          .onRef('treated.city', '=', 'other.city')
          .onRef('treated.intervention_id', '=', 'other.intervention_id')
          .onRef('treated.district', '=', 'control.district')
          .on('treated.role', '=', 'treated'),
      )
      .where(eb =>
        eb.and([
          eb(
            'other.start_month',
            '>',
            monthAfter(eb.ref('one.start_month'), eb.neg(eb.ref('one.months_before')).$castTo<number>()),
          ),
          eb('other.start_month', '<', monthAfter(eb.ref('one.start_month'), eb.ref('one.months_after'))),
        ]),
      )
      .select(['one.city', 'one.intervention_id'])
      .distinct()

    const judged = db
      .selectFrom('stg_interventions as one')
      .leftJoin('kpi_definitions as definition', join =>
        join.onRef('definition.city', '=', 'one.city').onRef('definition.kpi', '=', 'one.kpi'),
      )
      .leftJoin(byDistrict.as('known'), join =>
        join.onRef('known.city', '=', 'one.city').onRef('known.kpi', '=', 'one.kpi'),
      )
      .leftJoin(named.as('named'), join =>
        join.onRef('named.city', '=', 'one.city').onRef('named.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin(both.as('both'), join =>
        join.onRef('both.city', '=', 'one.city').onRef('both.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin(contaminated.as('contaminated'), join =>
        join
          .onRef('contaminated.city', '=', 'one.city')
          .onRef('contaminated.intervention_id', '=', 'one.intervention_id'),
      )
      .select(eb => {
        const sides = eb(eb.ref('named.treated'), '+', eb.ref('named.control')).$castTo<number>()
        const degrees = eb(sides, '-', 2).$castTo<number>()
        const perDistrict = eb(
          quotient(eb.lit(1), eb.ref('both.treated')),
          '+',
          quotient(eb.lit(1), eb.ref('both.control')),
        )
        const error = (squares: 'both.change_squares' | 'both.slope_squares') =>
          squareRoot(eb(quotient(eb.ref(squares), degrees), '*', perDistrict))
        const refusal = eb
          .case()
          .when('definition.kpi', 'is', null)
          .then('unknown_kpi')
          .when('known.kpi', 'is', null)
          .then('not_by_district')
          .when(eb.or([eb('named.unknown', '>', 0), eb('named.treated', 'is', null)]))
          .then('unknown_district')
          .when(sides, '<>', eb.ref('named.districts'))
          .then('same_district')
          .when(eb.or([eb(sides, '<', 3), eb('named.control', '<', 1), eb('named.treated', '<', 1)]))
          .then('few_districts')
          .when('known.newest', '<', monthAfter(eb.ref('one.start_month'), eb.ref('one.months_after')))
          .then('not_over')
          .when(
            eb.or([
              eb('both.treated', 'is', null),
              eb(eb(eb.ref('both.treated'), '+', eb.ref('both.control')), '<', sides),
              eb('both.least_before', '<', eb.ref('one.months_before')),
              eb('both.least_after', '<', eb.ref('one.months_after')),
            ]),
          )
          .then('months_missing')
          .when('contaminated.intervention_id', 'is not', null)
          .then('control_is_treated')
          .when(
            eb.or([
              eb('both.least_base_before', '<', leastRecords),
              eb('both.least_base_after', '<', leastRecords),
            ]),
          )
          .then('few_records')
          .when('both.change_squares', '=', 0)
          .then('no_spread')
          .end()
        return [
          'one.city',
          'one.intervention_id',
          'one.title_uk',
          'one.title_en',
          'one.what_uk',
          'one.what_en',
          'one.body',
          'one.decision_number',
          'one.decision_url',
          'one.declared_date',
          'one.start_month',
          'one.months_before',
          'one.months_after',
          'one.treated_districts',
          'one.control_districts',
          'one.kpi',
          'definition.title_uk as kpi_uk',
          'definition.title_en as kpi_en',
          'definition.unit',
          'definition.better',
          eb('one.declared_date', '<=', eb.ref('one.start_month'))
            .$castTo<boolean>()
            .as('is_declared_before'),
          refusal.$castTo<string | null>().as('refusal'),
          'both.treated',
          'both.control',
          'both.records',
          'both.treated_before',
          'both.treated_after',
          'both.control_before',
          'both.control_after',
          'both.treated_change',
          eb(eb.ref('both.treated_change'), '-', eb.ref('both.control_change'))
            .$castTo<number>()
            .as('effect'),
          error('both.change_squares').as('standard_error'),
          degrees.as('degrees'),
          eb(eb.ref('both.treated_slope'), '-', eb.ref('both.control_slope'))
            .$castTo<number>()
            .as('pretrend'),
          error('both.slope_squares').as('pretrend_error'),
        ]
      })
    const estimated = db
      .selectFrom(judged.as('one'))
      .selectAll('one')
      .select(eb => {
        const allowed = <T>(value: Expression<T>) =>
          eb.case().when('one.refusal', 'is', null).then(value).end()
        const reach = eb(
          studentQuantile(confidence, allowed(eb.ref('one.degrees'))),
          '*',
          eb.ref('one.standard_error'),
        )
        return [
          eb(eb.ref('one.effect'), '-', reach).$castTo<number | null>().as('low'),
          eb(eb.ref('one.effect'), '+', reach).$castTo<number | null>().as('high'),
          studentTails(
            quotientOrNull(eb.ref('one.effect'), eb.ref('one.standard_error')),
            allowed(eb.ref('one.degrees')).$castTo<number>(),
          ).as('p'),
          studentTails(
            quotientOrNull(eb.ref('one.pretrend'), eb.ref('one.pretrend_error')),
            allowed(eb.ref('one.degrees')).$castTo<number>(),
          ).as('pretrend_p'),
        ]
      })
    return db
      .selectFrom(estimated.as('one'))
      .select(eb => {
        type Estimate =
          | 'treated_before'
          | 'treated_after'
          | 'control_before'
          | 'control_after'
          | 'treated_change'
          | 'effect'
          | 'standard_error'
          | 'degrees'
          | 'pretrend'
        const allowed = (column: Estimate) =>
          eb.case().when('refusal', 'is', null).then(eb.ref(column)).end().$castTo<number | null>().as(column)
        const isUp = eb('low', '>', 0)
        const isDown = eb('high', '<', 0)
        return [
          'city',
          'intervention_id',
          'title_uk',
          'title_en',
          'what_uk',
          'what_en',
          'body',
          'decision_number',
          'decision_url',
          'declared_date',
          'is_declared_before',
          'start_month',
          'months_before',
          'months_after',
          'treated_districts',
          'control_districts',
          'kpi',
          'kpi_uk',
          'kpi_en',
          'unit',
          eb
            .case()
            .when('refusal', 'is not', null)
            .then('refused')
            .when('pretrend_p', '<', unlikely)
            .then('trends_differ')
            .when(
              eb.or([eb.and([isUp, eb('better', '=', 'more')]), eb.and([isDown, eb('better', '=', 'less')])]),
            )
            .then('improved')
            .when(
              eb.or([eb.and([isUp, eb('better', '=', 'less')]), eb.and([isDown, eb('better', '=', 'more')])]),
            )
            .then('worsened')
            .when(eb.or([isUp, isDown]))
            .then('changed')
            .else('no_evidence')
            .end()
            .$castTo<string>()
            .as('finding'),
          'refusal',
          'treated',
          'control',
          'records',
          allowed('treated_before'),
          allowed('treated_after'),
          allowed('control_before'),
          allowed('control_after'),
          allowed('treated_change'),
          allowed('effect'),
          'low as effect_low',
          'high as effect_high',
          allowed('standard_error'),
          allowed('degrees'),
          'p as p_value',
          allowed('pretrend'),
          'pretrend_p as pretrend_p_value',
          // The middle of the months after lies this far from the middle of those before.
          eb(
            eb.case().when('refusal', 'is', null).then(eb.ref('pretrend')).end(),
            '*',
            quotient(eb(eb.ref('months_before'), '+', eb.ref('months_after')), eb.lit(2)),
          )
            .$castTo<number | null>()
            .as('pretrend_effect'),
        ]
      })
      .orderBy('city')
      .orderBy('start_month')
      .orderBy('intervention_id')
  },
  audits: {
    effect_in_its_interval: {
      describe: {
        uk: 'Дія лежить посередині свого інтервалу, а інтервал є там і лише там, де оцінці не відмовлено',
        en: 'The effect lies in the middle of its interval, and there is one exactly where no estimate was refused',
      },
      faults: db =>
        db
          .selectFrom('interventions_effects')
          .where(eb =>
            eb.or([
              eb.and([eb('refusal', 'is', null), eb('effect_low', 'is', null)]),
              eb.and([eb('refusal', 'is not', null), eb('effect', 'is not', null)]),
              eb('effect_low', '>', eb.ref('effect')),
              eb('effect_high', '<', eb.ref('effect')),
            ]),
          )
          .select(['city', 'intervention_id']),
    },
  },
})
