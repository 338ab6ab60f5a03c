import {
  lastOfMonth,
  localDate,
  monthOf,
  quotientOrNull,
  sumOf,
  wholeSum,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import events from './int_appeals_events.ts'

const keys = ['category', 'district', 'channel_code'] as const

const counts = [
  'received',
  'duplicates',
  'signed',
  'repeated',
  'answered',
  'at_first_contact',
  'closed',
  'closed_with_term',
  'on_time',
  'reopened',
  'open_at_end',
  'open_over_30_days',
  'overdue_at_end',
] as const

/**
 * The months of each topic, district and channel; '' in the other keys is all of their values together. Every topic has
 * a row in every month in which anything happened in its city: nothing received is a zero, not a gap.
 */
export default defineModel({
  name: 'int_appeals_months',
  title: {uk: 'Місяці звернень', en: 'Months of appeals'},
  describe: {
    uk: 'Звернення за місяцями: за темою, районом або каналом.',
    en: 'Appeals by month: by topic, by district or by channel.',
  },
  grain: ['city', 'month', ...keys],
  inputs: [events, cities],
  columns: {
    is_whole: {
      uk: 'Чи місяць минув увесь; за неповний числа ще зростуть',
      en: 'Is the month over; the numbers of one that is not will still grow',
    },
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    received_per_1000: {
      uk: 'Надійшло на 1000 мешканців; більше звернень – не конче більше біди: одні звертаються охочіше за інших',
      en: 'Received per 1,000 residents; more appeals are not more trouble for certain: some people report more readily than others',
      unit: '1',
    },
    closed: {uk: 'Закрито', en: 'Closed', unit: '1'},
    open_at_end: {uk: 'Відкриті на кінець місяця', en: 'Open at the end of the month', unit: '1'},
    open_over_30_days: {uk: 'З них старші за 30 діб', en: 'Of these older than 30 days', unit: '1'},
    open_age_days: {
      uk: 'Скільки діб у середньому чекають відкриті',
      en: 'Days that the open ones have been waiting, on average',
      unit: 'd',
    },
    closed_with_term: {
      uk: 'Закрито за місяць з тих, що мали строк',
      en: 'Closed in the month of those with a term',
      unit: '1',
    },
    on_time_share: {
      uk: 'Частка вчасних серед закритих за місяць, що мали строк; читати разом із часткою прострочених',
      en: 'Share on time of those closed in the month that had a term; to be read with the share overdue',
      unit: '1',
    },
    overdue_open_share: {
      uk: 'Частка прострочених серед відкритих на кінець місяця',
      en: 'Share of those open at the end of the month that are past their term',
      unit: '1',
    },
    reopened_share: {
      uk: 'Частка тих із закритих за місяць, які перед тим уже закривали й відкрили знову',
      en: 'Share of those closed in the month that had been closed before and opened again',
      unit: '1',
    },
    repeat_share: {
      uk: 'Частка повторних і неодноразових (2.2, 2.4 класифікатора) серед отриманих, що мають ознаку',
      en: 'Share of repeated and multiple ones (2.2, 2.4 of the classifier) of those received that have a sign',
      unit: '1',
    },
    duplicate_share: {
      uk: 'Частка отриманих, що повторюють інше звернення',
      en: 'Share of those received that repeat another appeal',
      unit: '1',
    },
    first_contact_share: {
      uk: 'Частка вирішених за першої ж відповіді й не відкритих знову, серед отриманих, на які відповіли; без дублікатів',
      en: 'Share resolved with the first answer and not opened again, of those received that were answered; without duplicates',
      unit: '1',
    },
  },
  query: db => {
    const [first, ...others] = keys.map(own =>
      db
        .selectFrom('int_appeals_events')
        .select(eb => [
          'city',
          'month',
          'watched_until',
          ...keys.map(key => (key === own ? eb.ref(key) : eb.val('')).as(key)),
          ...counts.map(count => eb.ref(count).as(count)),
          'open_days',
        ]),
    )
    const united = others.reduce((union, one) => union.unionAll(one), first!)
    return db
      .with('united', () => united)
      .with('each_month', one =>
        one.selectFrom('united').select(['city', 'month', 'watched_until']).distinct(),
      )
      .with('part', one =>
        one
          .selectFrom('united')
          .select(['city', ...keys])
          .distinct(),
      )
      .with('counted', one =>
        one
          .selectFrom('each_month')
          .innerJoin('part', 'part.city', 'each_month.city')
          .leftJoin('united', join =>
            join
              .onRef('united.city', '=', 'each_month.city')
              .onRef('united.month', '=', 'each_month.month')
              .onRef('united.category', '=', 'part.category')
              .onRef('united.district', '=', 'part.district')
              .onRef('united.channel_code', '=', 'part.channel_code'),
          )
          .select(eb => [
            'each_month.city',
            'each_month.month',
            'each_month.watched_until',
            'part.category',
            'part.district',
            'part.channel_code',
            ...counts.map(count => wholeSum(eb.ref(`united.${count}`)).as(count)),
            sumOf(eb.ref('united.open_days')).as('open_days'),
          ])
          .groupBy([
            'each_month.city',
            'each_month.month',
            'each_month.watched_until',
            'part.category',
            'part.district',
            'part.channel_code',
          ]),
      )
      .selectFrom('counted')
      .innerJoin('cities', 'cities.city', 'counted.city')
      .select(eb => [
        'counted.city',
        'counted.month',
        'counted.category',
        'counted.district',
        'counted.channel_code',
        eb(
          localDate(eb.ref('counted.watched_until'), eb.ref('cities.zone')),
          '>=',
          lastOfMonth(yearOf(eb.ref('counted.month')), monthOf(eb.ref('counted.month'))),
        )
          .$castTo<boolean>()
          .as('is_whole'),
        'counted.received',
        quotientOrNull(eb('counted.received', '*', eb.lit(1000)), eb.ref('cities.residents')).as(
          'received_per_1000',
        ),
        'counted.closed',
        'counted.open_at_end',
        'counted.open_over_30_days',
        quotientOrNull(eb.ref('counted.open_days'), eb.ref('counted.open_at_end')).as('open_age_days'),
        'counted.closed_with_term',
        quotientOrNull(eb.ref('counted.on_time'), eb.ref('counted.closed_with_term')).as('on_time_share'),
        quotientOrNull(eb.ref('counted.overdue_at_end'), eb.ref('counted.open_at_end')).as(
          'overdue_open_share',
        ),
        quotientOrNull(eb.ref('counted.reopened'), eb.ref('counted.closed')).as('reopened_share'),
        quotientOrNull(eb.ref('counted.repeated'), eb.ref('counted.signed')).as('repeat_share'),
        quotientOrNull(eb.ref('counted.duplicates'), eb.ref('counted.received')).as('duplicate_share'),
        quotientOrNull(eb.ref('counted.at_first_contact'), eb.ref('counted.answered')).as(
          'first_contact_share',
        ),
      ])
  },
})
