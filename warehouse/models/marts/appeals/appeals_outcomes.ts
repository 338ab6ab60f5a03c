import {countOf, countWhere, quotientOrNull, wholeSum, wilsonBound} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from '../../intermediate/appeals/int_appeals_durations.ts'

const z = 1.959963984540054

const keys = ['category', 'subcategory'] as const

const counts = [
  'received',
  'duplicates',
  'closed',
  'explained',
  'refused',
  'closed_with_term',
  'on_last_day',
] as const

export default defineModel({
  name: 'appeals_outcomes',
  title: {uk: 'Чим закінчуються звернення', en: 'How appeals end'},
  describe: {
    uk: 'За темою й видом: яка частка повторює інше звернення, яку частку закрито самим роз’ясненням, яку – рівно в останній день строку. Відповідь усім в останній день говорить про відповідь, а не про справу. Порожня тема чи вид – усі разом.',
    en: 'By topic and kind: which share repeats another appeal, which share is closed by an explanation alone, which on the very last day of its term. An answer to everybody on the last day tells of the answer, not of the matter. An empty topic or kind is all together.',
  },
  grain: ['city', 'category', 'subcategory'],
  publish: true,
  inputs: [durations],
  columns: {
    category: {uk: 'Тема; порожньо – усі разом', en: 'Topic; empty for all together'},
    subcategory: {
      uk: 'Вид; порожньо – усі разом, unknown – не сказано',
      en: 'Kind; empty for all together, unknown where it is not said',
    },
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    duplicate_share: {uk: 'Частка тих, що повторюють інше', en: 'Share that repeats another', unit: '1'},
    duplicate_low: {
      uk: 'Нижня межа 95 % інтервалу (Вілсон)',
      en: 'Lower end of the 95 % interval (Wilson)',
      unit: '1',
    },
    duplicate_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    closed: {uk: 'Закрито, без дублікатів', en: 'Closed, without duplicates', unit: '1'},
    explained_share: {
      uk: 'Частка закритих самим роз’ясненням',
      en: 'Share of the closed ones that ended with an explanation alone',
      unit: '1',
    },
    refused_share: {
      uk: 'Частка відмов серед закритих',
      en: 'Share of refusals in the closed ones',
      unit: '1',
    },
    closed_with_term: {
      uk: 'З закритих мали строк',
      en: 'Of the closed ones with a term',
      unit: '1',
    },
    last_day_share: {
      uk: 'Частка закритих у день, коли спливав строк',
      en: 'Share closed on the day on which the term ended',
      unit: '1',
    },
  },
  query: db => {
    const dated = db
      .selectFrom('int_appeals_durations as appeal')
      .select(eb => [
        'appeal.city',
        'appeal.category',
        'appeal.subcategory',
        'appeal.outcome',
        'appeal.is_closed',
        'appeal.is_on_time',
        'appeal.is_duplicate',
        eb('appeal.closed_on', '=', eb.ref('appeal.due_on')).$castTo<boolean | null>().as('is_on_last_day'),
      ])
    const ofKinds = db
      .selectFrom(dated.as('dated'))
      .select(eb => {
        const isOwn = eb.and([eb('is_closed', '=', true), eb('is_duplicate', '=', false)])
        return [
          'city',
          'category',
          'subcategory',
          countOf().as('received'),
          countWhere(eb('is_duplicate', '=', true)).as('duplicates'),
          countWhere(isOwn).as('closed'),
          countWhere(eb.and([isOwn, eb('outcome', '=', 'explained')])).as('explained'),
          countWhere(eb.and([isOwn, eb('outcome', '=', 'refused')])).as('refused'),
          countWhere(eb.and([isOwn, eb('is_on_time', 'is not', null)])).as('closed_with_term'),
          countWhere(eb.and([isOwn, eb('is_on_time', 'is not', null), eb('is_on_last_day', '=', true)])).as(
            'on_last_day',
          ),
        ]
      })
      .groupBy(['city', 'category', 'subcategory'])
    return db
      .with('of_kinds', () => ofKinds)
      .with('counted', one => {
        const [kinds, ...others] = ([[...keys], ['category'], []] as (typeof keys)[number][][]).map(
          grouping =>
            one
              .selectFrom('of_kinds')
              .select(eb => [
                'city',
                ...keys.map(key => (grouping.includes(key) ? eb.ref(key) : eb.val('')).as(key)),
                ...counts.map(count => wholeSum(eb.ref(count)).as(count)),
              ])
              .groupBy(['city', ...grouping]),
        )
        return others.reduce((union, one) => union.unionAll(one), kinds!)
      })
      .selectFrom('counted')
      .select(eb => [
        'city',
        'category',
        'subcategory',
        'received',
        quotientOrNull(eb.ref('duplicates'), eb.ref('received')).as('duplicate_share'),
        wilsonBound(eb.ref('duplicates'), eb.ref('received'), -z).as('duplicate_low'),
        wilsonBound(eb.ref('duplicates'), eb.ref('received'), z).as('duplicate_high'),
        'closed',
        quotientOrNull(eb.ref('explained'), eb.ref('closed')).as('explained_share'),
        quotientOrNull(eb.ref('refused'), eb.ref('closed')).as('refused_share'),
        'closed_with_term',
        quotientOrNull(eb.ref('on_last_day'), eb.ref('closed_with_term')).as('last_day_share'),
      ])
      .orderBy('city')
      .orderBy('category')
      .orderBy('subcategory')
  },
})
