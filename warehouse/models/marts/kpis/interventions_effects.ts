import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import type {Expression} from 'kysely'
import {meanOf, quotient, quotientOrNull, studentQuantile, studentTails} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import changes from '../../intermediate/kpis/int_interventions_changes.ts'
import refusals from '../../intermediate/kpis/int_interventions_refusals.ts'
import tests from '../../intermediate/kpis/int_interventions_tests.ts'
import definitions from '../../reference/kpi_definitions.ts'

/** The share of intervals that hold the truth, and what is unlikely: one level for all, chosen before anything was seen. */
const [confidence, unlikely] = [0.95, 0.05]

/**
 * Difference in differences of collapsed periods: the change where an intervention is in force less that in the places it
 * is compared with, with the interval of Student’s quantile of so few degrees of freedom. What two samples are compared is
 * said in `int_interventions_samples`. It holds whatever months of one place have in common, and supposes that places vary
 * alike and independently of each other. The test of the courses before finds large differences alone where there are few
 * places (Roth, Pretest with caution, AER: Insights 4, 2022), so that what the difference would have made by itself is told
 * beside the effect.
 */
export default defineModel({
  name: 'interventions_effects',
  title: {uk: 'Чи подіяли оголошені заходи', en: 'Did declared interventions work'},
  describe: {
    uk: 'Для кожного оголошеного заходу: як змінився показник у його районах проти районів порівняння, а для заходу на все місто – у місті проти інших міст (різниця різниць), з інтервалом 95 % за розподілом Стьюдента для такої кількості місць і перевіркою, чи йшли вони однаково до початку. Де дані не дозволяють оцінки, сказано чому.',
    en: 'For each declared intervention: how the indicator changed in its districts against those it is compared with, or, of one for the whole city, in the city against others (difference in differences), with the interval of 95 % by Student’s distribution for so few places, and a test of whether they ran alike before the start. Where the data allow no estimate it says why.',
  },
  grain: ['city', 'intervention_id'],
  publish: true,
  // A declaration may be taken back.
  largestDrop: 1,
  inputs: [staging(interventionsData), definitions, refusals, changes, tests],
  columns: {
    kpi_uk: {uk: 'Назва показника', en: 'Name of the indicator, in Ukrainian'},
    kpi_en: {uk: 'Назва показника англійською', en: 'Name of the indicator'},
    unit: {uk: 'Одиниця показника', en: 'Unit of the indicator'},
    is_declared_before: {
      uk: 'Чи оголошено не пізніше початку; оголошене потім могли вибрати за наслідком',
      en: 'Was it declared by its start; what is declared later may have been chosen by its outcome',
    },
    finding: {
      uk: 'improved краще, worsened гірше, changed інакше (добре чи погано – не сказано), no_evidence ознак дії немає, trends_differ місця йшли по-різному ще до початку, refused оцінити не можна',
      en: 'improved, worsened, changed (neither way is better), no_evidence, trends_differ (places ran apart before the start), refused (no estimate is possible)',
    },
    refusal: {
      uk: 'Чому оцінити не можна: unknown_kpi такого показника немає; not_by_district він лише за містом; unknown_district названого району в ньому немає; unknown_city названого міста в ньому немає; same_place район чи місто по обидва боки; nothing_to_compare нема з чим порівняти; few_months з двома місцями менш як чотири місяці до чи після; not_over час порівняння ще не минув; months_missing бракує місяців; control_is_treated у місці порівняння тоді почали інший захід для того самого показника; few_records за менш як 30 записами; no_spread усі змінилися однаково',
      en: 'Why no estimate is possible: unknown_kpi, there is no such indicator; not_by_district, it is of the city alone; unknown_district, a district that it does not have; unknown_city, a city that has no such indicator; same_place, one stands on both sides; nothing_to_compare, there is no place to compare with; few_months, less than four before or after where two places are compared; not_over, the time of comparison has not passed; months_missing; control_is_treated, another intervention for the same indicator began there meanwhile; few_records, less than 30; no_spread, all changed by the same',
    },
    method: {
      uk: 'places – дві вибірки змін районів чи міст; halves – два місця: різниця між ними за половинами проміжку після й до; порожньо, якщо оцінити не можна',
      en: 'places: two samples of changes of districts or cities; halves: two places, by their difference over halves of the time after and before; empty where no estimate is possible',
    },
    treated: {uk: 'Районів чи міст, де захід діє', en: 'Districts or cities it is for', unit: '1'},
    control: {uk: 'Районів чи міст порівняння', en: 'Districts or cities it is compared with', unit: '1'},
    records: {
      uk: 'Скільки звернень чи іншого за цим стоїть',
      en: 'How many appeals or the like are behind it',
      unit: '1',
    },
    treated_before: {uk: 'Де захід діє: до', en: 'Where it is in force: before'},
    treated_after: {uk: 'Де захід діє: після', en: 'Where it is in force: after'},
    control_before: {uk: 'У місцях порівняння до', en: 'In those it is compared with, before'},
    control_after: {uk: 'У місцях порівняння після', en: 'In those it is compared with, after'},
    treated_change: {
      uk: 'Зміна там, де захід діє; сама не каже нічого: могло змінитися всюди',
      en: 'Change where it is in force; by itself it tells nothing: all may have changed',
    },
    effect: {
      uk: 'Дія: зміна там, де захід діє, мінус зміна в місцях порівняння, в одиницях показника',
      en: 'Effect: the change where it is in force less that in the places it is compared with, in the unit of the indicator',
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
      uk: 'Наскільки за місяць розходилися місця ще до початку; порожньо з двома місцями',
      en: 'By how much a month places ran apart before the start; empty of two places alone',
    },
    pretrend_p_value: {
      uk: 'Як часто місця так розходяться випадково; велике число – ще не доказ однакового ходу',
      en: 'How often places run apart so far by chance; a large number does not prove that they ran alike',
      unit: '1',
    },
    pretrend_effect: {
      uk: 'Скільки з дії вийшло б саме, якби місця й далі розходилися так само',
      en: 'How much of the effect would have come by itself had places gone on running apart like that',
    },
  },
  query: db => {
    const means = db
      .selectFrom('int_interventions_changes')
      .select(eb => {
        const of = (role: string, column: 'before' | 'after') =>
          meanOf(eb.case().when('role', '=', role).then(eb.ref(column)).end()).$castTo<number | null>()
        return [
          'city',
          'intervention_id',
          of('treated', 'before').as('treated_before'),
          of('treated', 'after').as('treated_after'),
          of('control', 'before').as('control_before'),
          of('control', 'after').as('control_after'),
        ]
      })
      .groupBy(['city', 'intervention_id'])
    const estimated = db
      .selectFrom('stg_interventions as one')
      .innerJoin('int_interventions_refusals as judged', join =>
        join
          .onRef('judged.city', '=', 'one.city')
          .onRef('judged.intervention_id', '=', 'one.intervention_id'),
      )
      .leftJoin('kpi_definitions as definition', join =>
        join.onRef('definition.city', '=', 'one.city').onRef('definition.kpi', '=', 'one.kpi'),
      )
      // Of what is refused nothing is told.
      .leftJoin(means.as('mean'), join =>
        join
          .onRef('mean.city', '=', 'one.city')
          .onRef('mean.intervention_id', '=', 'one.intervention_id')
          .on('judged.refusal', 'is', null),
      )
      .leftJoin('int_interventions_tests as effect', join =>
        join
          .onRef('effect.city', '=', 'one.city')
          .onRef('effect.intervention_id', '=', 'one.intervention_id')
          .on('effect.tested', '=', 'effect')
          .on('judged.refusal', 'is', null),
      )
      .leftJoin('int_interventions_tests as pretrend', join =>
        join
          .onRef('pretrend.city', '=', 'one.city')
          .onRef('pretrend.intervention_id', '=', 'one.intervention_id')
          .on('pretrend.tested', '=', 'pretrend')
          .on('judged.refusal', 'is', null),
      )
      .select(eb => {
        const reach = eb(
          studentQuantile(confidence, eb.ref('effect.degrees')),
          '*',
          eb.ref('effect.standard_error'),
        )
        const tails = (test: 'effect' | 'pretrend') =>
          studentTails(
            quotientOrNull(eb.ref(`${test}.difference`), eb.ref(`${test}.standard_error`)),
            eb.ref(`${test}.degrees`).$notNull() as Expression<number>,
          )
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
          eb('one.declared_date', '<=', eb.ref('one.start_month'))
            .$castTo<boolean>()
            .as('is_declared_before'),
          'one.start_month',
          'one.months_before',
          'one.months_after',
          'one.treated_districts',
          'one.control_districts',
          'one.control_cities',
          'one.kpi',
          'definition.title_uk as kpi_uk',
          'definition.title_en as kpi_en',
          'definition.unit',
          'definition.better',
          'judged.refusal',
          'effect.method',
          'judged.treated',
          'judged.control',
          'judged.records',
          'mean.treated_before',
          'mean.treated_after',
          'mean.control_before',
          'mean.control_after',
          eb('mean.treated_after', '-', eb.ref('mean.treated_before'))
            .$castTo<number | null>()
            .as('treated_change'),
          'effect.difference as effect',
          eb('effect.difference', '-', reach).$castTo<number | null>().as('effect_low'),
          eb('effect.difference', '+', reach).$castTo<number | null>().as('effect_high'),
          'effect.standard_error',
          'effect.degrees',
          tails('effect').as('p_value'),
          'pretrend.difference as pretrend',
          tails('pretrend').as('pretrend_p_value'),
          // The middle of the months after lies this far from the middle of those before.
          eb(
            'pretrend.difference',
            '*',
            quotient(eb(eb.ref('one.months_before'), '+', eb.ref('one.months_after')), eb.lit(2)),
          )
            .$castTo<number | null>()
            .as('pretrend_effect'),
        ]
      })
    return db
      .selectFrom(estimated.as('one'))
      .select(eb => {
        const isUp = eb('effect_low', '>', 0)
        const isDown = eb('effect_high', '<', 0)
        const isGood = (way: 'more' | 'less', other: 'more' | 'less') =>
          eb.or([eb.and([isUp, eb('better', '=', way)]), eb.and([isDown, eb('better', '=', other)])])
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
          'control_cities',
          'kpi',
          'kpi_uk',
          'kpi_en',
          'unit',
          eb
            .case()
            .when('refusal', 'is not', null)
            .then('refused')
            .when('pretrend_p_value', '<', unlikely)
            .then('trends_differ')
            .when(isGood('more', 'less'))
            .then('improved')
            .when(isGood('less', 'more'))
            .then('worsened')
            .when(eb.or([isUp, isDown]))
            .then('changed')
            .else('no_evidence')
            .end()
            .$castTo<string>()
            .as('finding'),
          'refusal',
          'method',
          'treated',
          'control',
          'records',
          'treated_before',
          'treated_after',
          'control_before',
          'control_after',
          'treated_change',
          'effect',
          'effect_low',
          'effect_high',
          'standard_error',
          'degrees',
          'p_value',
          'pretrend',
          'pretrend_p_value',
          'pretrend_effect',
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
