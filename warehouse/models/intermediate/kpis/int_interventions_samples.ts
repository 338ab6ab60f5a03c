import interventionsData from '@hromada/datasets/interventions/dataset.ts'
import {constant, countWhere, integer, meanOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import changes from './int_interventions_changes.ts'
import panel from './int_interventions_panel.ts'

/**
 * What is compared with what: two samples of numbers that owe nothing to each other, so that one test serves all.
 *
 * With three places or more a number is a place's change, the mean after less the mean before: those of the treated and
 * those of the control (Donald and Lang, Inference with difference-in-differences and other panel data, Review of Economics
 * and Statistics 89, 2007). Their slopes before the start are compared in the same way.
 *
 * With one place and one to compare it with, as two cities, there is but one change each. There a number is the mean of
 * the difference between the two over half of the months after, and over half of those before: few long spans of time are
 * nearly independent where single months are not (Ibragimov and Müller, t-statistic based correlation and heterogeneity
 * robust inference, Journal of Business & Economic Statistics 28, 2010). With months that lean on each other by 0.6 such
 * an interval of 95 % of twelve months before and after holds the truth in 93 of 100 cases; by single months it would be 69.
 */
export default defineModel({
  name: 'int_interventions_samples',
  title: {uk: 'Вибірки для оцінки заходів', en: 'Samples that interventions are judged by'},
  describe: {
    uk: 'Дві вибірки на захід: зміни місць, де він діє, і місць порівняння, або ж різниці двох місць за пів проміжку після й до.',
    en: 'Two samples an intervention: changes of the places it is for and of those it is compared with, or differences of two places over halves of the time after and before.',
  },
  grain: ['city', 'intervention_id', 'tested', 'sample', 'item'],
  inputs: [staging(interventionsData), changes, panel],
  columns: {
    tested: {
      uk: 'effect – дія, pretrend – хід до початку',
      en: 'effect, or pretrend: the course before the start',
    },
    method: {
      uk: 'places – зміни місць, halves – половини проміжків двох місць',
      en: 'places: changes of places; halves: halves of the time of two places',
    },
    sample: {uk: 'first мінус second', en: 'first less second'},
    item: {uk: 'Місце чи половина', en: 'Place or half'},
  },
  query: db => {
    const sides = db
      .selectFrom('int_interventions_changes')
      .select(eb => [
        'city',
        'intervention_id',
        integer(countWhere(eb('role', '=', 'treated'))).as('treated'),
        integer(countWhere(eb('role', '=', 'control'))).as('control'),
      ])
      .groupBy(['city', 'intervention_id'])
    const ofPlaces = db
      .selectFrom('int_interventions_changes as one')
      .innerJoin(sides.as('sides'), join =>
        join.onRef('sides.city', '=', 'one.city').onRef('sides.intervention_id', '=', 'one.intervention_id'),
      )
      .where(eb => eb(eb('sides.treated', '+', eb.ref('sides.control')), '>', 2))
      .select(eb => [
        'one.city',
        'one.intervention_id',
        eb
          .case()
          .when('one.role', '=', 'treated')
          .then('first')
          .else('second')
          .end()
          .$castTo<string>()
          .as('sample'),
        'one.place as item',
        eb('one.after', '-', eb.ref('one.before')).$castTo<number | null>().as('change'),
        eb.ref('one.slope_before').$castTo<number | null>().as('slope'),
      ])
    const byPlaces = (tested: 'effect' | 'pretrend', column: 'change' | 'slope') =>
      db
        .selectFrom(ofPlaces.as('one'))
        .where(column, 'is not', null)
        .select(eb => [
          'city',
          'intervention_id',
          constant(tested).as('tested'),
          constant('places').as('method'),
          'sample',
          'item',
          eb.ref(column).$notNull().as('value'),
        ])
    const differences = db
      .selectFrom('int_interventions_panel as own')
      .innerJoin('int_interventions_panel as other', join =>
        join
          .onRef('other.city', '=', 'own.city')
          .onRef('other.intervention_id', '=', 'own.intervention_id')
          .onRef('other.step', '=', 'own.step')
          .on('other.role', '=', 'control'),
      )
      .innerJoin(sides.as('sides'), join =>
        join.onRef('sides.city', '=', 'own.city').onRef('sides.intervention_id', '=', 'own.intervention_id'),
      )
      .innerJoin('stg_interventions as declared', join =>
        join
          .onRef('declared.city', '=', 'own.city')
          .onRef('declared.intervention_id', '=', 'own.intervention_id'),
      )
      .where('own.role', '=', 'treated')
      .where('sides.treated', '=', 1)
      .where('sides.control', '=', 1)
      .select(eb => {
        const twice = eb('own.step', '*', eb.lit(2))
        return [
          'own.city',
          'own.intervention_id',
          eb
            .case()
            .when('own.step', '>=', 0)
            .then('first')
            .else('second')
            .end()
            .$castTo<string>()
            .as('sample'),
          eb
            .case()
            .when(
              eb.or([
                eb.and([eb('own.step', '<', 0), eb(twice, '<', eb.neg(eb.ref('declared.months_before')))]),
                eb.and([eb('own.step', '>=', 0), eb(twice, '<', eb.ref('declared.months_after'))]),
              ]),
            )
            .then('earlier half')
            .else('later half')
            .end()
            .$castTo<string>()
            .as('item'),
          eb('own.value', '-', eb.ref('other.value')).$castTo<number>().as('difference'),
        ]
      })
    const byHalves = db
      .selectFrom(differences.as('month'))
      .select(eb => [
        'city',
        'intervention_id',
        constant('effect').as('tested'),
        constant('halves').as('method'),
        'sample',
        'item',
        meanOf(eb.ref('difference')).as('value'),
      ])
      .groupBy(['city', 'intervention_id', 'sample', 'item'])
    return byPlaces('effect', 'change').unionAll(byPlaces('pretrend', 'slope')).unionAll(byHalves)
  },
})
