import {countWhere} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import measured from '../../intermediate/appeals/int_appeals_measured.ts'

/** Fewer say too little to be put in an order. */
const enough = 30

const dimensions = ['category', 'district', 'organization'] as const

/** What is put in an order, from what counts whether there are enough, and whether more is better. */
const measures = [
  {name: 'median_days', of: 'received', ends: ['median_low_days', 'median_high_days'], isMoreBetter: false},
  {name: 'on_time_share', of: 'closed_with_term', ends: ['on_time_low', 'on_time_high'], isMoreBetter: true},
  {name: 'reopened_share', of: 'ever_closed', ends: ['reopened_low', 'reopened_high'], isMoreBetter: false},
] as const

/**
 * A place in an order is as uncertain as what it is made from: it lies between the number of those that are surely
 * better and of those that are surely worse, whose intervals do not touch this one's (Goldstein and Spiegelhalter,
 * Journal of the Royal Statistical Society A 159, 1996, on why league tables need it).
 */
export default defineModel({
  name: 'appeals_rankings',
  title: {uk: 'Місця за зверненнями', en: 'Rankings by appeals'},
  describe: {
    uk: 'Місця тем, районів і виконавців за часом закриття, часткою вчасних і відкритих знову – лише тих, де звернень не менше 30, і з межами кожного місця: місця з інтервалами, що перетинаються, певно не відрізнити. 1 – найкраще.',
    en: 'Places of topics, districts and those responsible by time to close, share on time and share opened again: only of those with at least 30 appeals, and with the limits of each place. Places whose limits overlap cannot be told apart for certain. 1 is the best.',
  },
  grain: ['city', 'measure', 'dimension', 'name'],
  publish: true,
  inputs: [measured],
  columns: {
    measure: {
      uk: 'За чим: median_days діб до закриття половини, on_time_share частка закритих вчасно, reopened_share частка відкритих знову',
      en: 'By what: median_days until half are closed, on_time_share closed on time, reopened_share opened again',
    },
    dimension: {
      uk: 'Що: category тема, district район, organization виконавець',
      en: 'Of what: category, district, organization',
    },
    name: {uk: 'Назва', en: 'Name'},
    n: {uk: 'Скільки звернень за цим числом', en: 'How many appeals are behind the number', unit: '1'},
    value: {uk: 'Значення, у добах або частка', en: 'Value, in days or a share'},
    value_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval'},
    value_high: {
      uk: 'Верхня межа 95 % інтервалу; порожньо – ще невідома',
      en: 'Upper end of the 95 % interval; empty while it is not known',
    },
    place: {uk: 'Місце', en: 'Place', unit: '1'},
    place_best: {
      uk: 'Найкраще місце, яке не виключено',
      en: 'The best place that cannot be ruled out',
      unit: '1',
    },
    place_worst: {
      uk: 'Найгірше місце, яке не виключено',
      en: 'The worst place that cannot be ruled out',
      unit: '1',
    },
    places: {uk: 'Скількох порівняно', en: 'How many are compared', unit: '1'},
  },
  query: db => {
    const [first, ...others] = measures.flatMap(({name, of, ends: [low, high], isMoreBetter}) =>
      dimensions.map(dimension =>
        db
          .selectFrom('int_appeals_measured')
          .where(dimension, '!=', '')
          .where(dimension, '!=', 'unknown')
          .where(eb =>
            eb.and(
              [...dimensions, 'subcategory' as const, 'basis' as const]
                .filter(one => one !== dimension)
                .map(one => eb(one, '=', '')),
            ),
          )
          .where(of, '>=', enough)
          .select(eb => [
            'city',
            eb.val(name as string).as('measure'),
            eb.val(dimension as string).as('dimension'),
            eb.ref(dimension).as('name'),
            eb.ref(of).as('n'),
            eb.ref(name).as('value'),
            eb.ref(low).as('value_low'),
            eb.ref(high).as('value_high'),
            eb.lit(isMoreBetter).as('is_more_better'),
          ]),
      ),
    )
    const all = others.reduce((union, one) => union.unionAll(one), first!)
    return db
      .with('measured', one => one.selectFrom(all.as('one')).selectAll())
      .selectFrom('measured as own')
      .innerJoin('measured as other', join =>
        join
          .onRef('other.city', '=', 'own.city')
          .onRef('other.measure', '=', 'own.measure')
          .onRef('other.dimension', '=', 'own.dimension'),
      )
      .select(eb => {
        const more = eb.ref('own.is_more_better')
        const better = eb.or([
          eb.and([more, eb('other.value', '>', eb.ref('own.value'))]),
          eb.and([eb.not(more), eb('other.value', '<', eb.ref('own.value'))]),
          eb.and([eb('own.value', 'is', null), eb('other.value', 'is not', null)]),
        ])
        const surelyBetter = eb.or([
          eb.and([more, eb('other.value_low', '>', eb.ref('own.value_high'))]),
          eb.and([eb.not(more), eb('other.value_high', '<', eb.ref('own.value_low'))]),
        ])
        const surelyWorse = eb.or([
          eb.and([more, eb('other.value_high', '<', eb.ref('own.value_low'))]),
          eb.and([eb.not(more), eb('other.value_low', '>', eb.ref('own.value_high'))]),
        ])
        return [
          'own.city',
          'own.measure',
          'own.dimension',
          'own.name',
          'own.n',
          'own.value',
          'own.value_low',
          'own.value_high',
          eb(countWhere(better), '+', eb.lit(1)).as('place'),
          eb(countWhere(surelyBetter), '+', eb.lit(1)).as('place_best'),
          eb(eb.fn.countAll<number>(), '-', countWhere(surelyWorse)).as('place_worst'),
          eb.fn.countAll<number>().as('places'),
        ]
      })
      .groupBy([
        'own.city',
        'own.measure',
        'own.dimension',
        'own.name',
        'own.n',
        'own.value',
        'own.value_low',
        'own.value_high',
      ])
      .orderBy('own.city')
      .orderBy('own.measure')
      .orderBy('own.dimension')
      .orderBy('place')
      .orderBy('own.name')
  },
  audits: {
    place_within_limits: {
      describe: {uk: 'Місце лежить між своїми межами', en: 'A place lies between its limits'},
      faults: db =>
        db
          .selectFrom('appeals_rankings')
          .select(['city', 'name'])
          .where(eb =>
            eb.or([
              eb('place_best', '>', eb.ref('place')),
              eb('place_worst', '<', eb.ref('place')),
              eb('n', '<', enough),
            ]),
          ),
    },
  },
})
