import {
  countOf,
  countWhere,
  daysBetween,
  firstOfMonth,
  laterDay,
  monthAfter,
  monthsTouched,
  sooner,
  startOfDay,
  sumOf,
  sumOfDays,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import durations from './int_appeals_durations.ts'
import watch from './int_appeals_watch.ts'

const keys = ['city', 'month', 'category', 'district', 'channel_code'] as const

/** Appeals that stay open longer are an old backlog. */
const oldDays = 30

/**
 * What happened to appeals in a month: what was received in it, what was closed in it, and what was open when it ended,
 * or, of the month that is not over, at the last event that the city's file knows of. One closed before it was received,
 * or at a time that nobody says, is taken to be closed in the month of its receipt.
 */
export default defineModel({
  name: 'int_appeals_events',
  title: {uk: 'Що було зі зверненнями за місяць', en: 'What happened to appeals in a month'},
  describe: {
    uk: 'Скільки надійшло, закрито й лишилося відкритими за місяць, темою, районом і каналом.',
    en: 'How many were received, closed and left open by month, topic, district and channel.',
  },
  grain: [...keys],
  inputs: [durations, watch, cities],
  columns: {
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    watched_until: {
      uk: 'Остання подія, яку знає файл міста',
      en: 'The last event that the city’s file knows of',
    },
  },
  query: db => {
    const dated = db.selectFrom('int_appeals_durations as appeal').select(eb => [
      'appeal.city',
      'appeal.category',
      'appeal.district',
      'appeal.channel_code',
      'appeal.received_at',
      'appeal.closed_at',
      'appeal.due_at',
      'appeal.reopened_at',
      'appeal.first_response_at',
      'appeal.is_on_time',
      'appeal.sign',
      'appeal.is_duplicate',
      firstOfMonth(eb.ref('appeal.received_on')).as('received_month'),
      firstOfMonth(eb.ref('appeal.watched_on')).as('last_month'),
      eb
        .case()
        .when('appeal.is_closed', '=', true)
        .then(firstOfMonth(laterDay(eb.ref('appeal.received_on'), eb.ref('appeal.closed_on'))))
        .end()
        .as('closed_month'),
    ])
    const none = {
      received: 0,
      duplicates: 0,
      signed: 0,
      repeated: 0,
      answered: 0,
      at_first_contact: 0,
      closed: 0,
      closed_with_term: 0,
      on_time: 0,
      reopened: 0,
      open_at_end: 0,
      open_over_30_days: 0,
      overdue_at_end: 0,
      open_days: 0,
    }
    const measures = Object.keys(none) as (keyof typeof none)[]
    return db
      .with('came', one =>
        one
          .selectFrom(dated.as('dated'))
          .select(eb => {
            const isOriginal = eb('is_duplicate', '=', false)
            const isAnswered = eb.and([isOriginal, eb('first_response_at', 'is not', null)])
            return [
              'city',
              'received_month as month',
              'category',
              'district',
              'channel_code',
              countOf().as('received'),
              countWhere(eb('is_duplicate', '=', true)).as('duplicates'),
              countWhere(eb('sign', 'is not', null)).as('signed'),
              countWhere(eb('sign', 'in', ['2.2', '2.4'])).as('repeated'),
              countWhere(isAnswered).as('answered'),
              countWhere(
                eb.and([
                  isAnswered,
                  eb('closed_at', '<=', eb.ref('first_response_at')),
                  eb('reopened_at', 'is', null),
                ]),
              ).as('at_first_contact'),
            ]
          })
          .groupBy(['city', 'received_month', 'category', 'district', 'channel_code']),
      )
      .with('went', one =>
        one
          .selectFrom(dated.as('dated'))
          .where('closed_month', 'is not', null)
          .select(eb => [
            'city',
            eb.ref('closed_month').$notNull().as('month'),
            'category',
            'district',
            'channel_code',
            countOf().as('closed'),
            countWhere(eb('is_on_time', 'is not', null)).as('closed_with_term'),
            countWhere(eb('is_on_time', '=', true)).as('on_time'),
            countWhere(eb('reopened_at', 'is not', null)).as('reopened'),
          ])
          .groupBy(['city', 'closed_month', 'category', 'district', 'channel_code']),
      )
      .with('month_end', one =>
        one
          .selectFrom(
            one
              .selectFrom('int_appeals_durations')
              .select(eb => ['city', eb.fn.min('received_on').as('first_day')])
              .groupBy('city')
              .as('span'),
          )
          .innerJoin('int_appeals_watch as watch', 'watch.city', 'span.city')
          .innerJoin('cities', 'cities.city', 'span.city')
          .crossJoin(eb =>
            monthsTouched(firstOfMonth(eb.ref('span.first_day')), firstOfMonth(eb.ref('watch.watched_on'))),
          )
          .select(eb => [
            'span.city',
            'touched.month',
            sooner(
              startOfDay(monthAfter(eb.ref('touched.month'), 1), eb.ref('cities.zone')),
              eb.ref('watch.watched_until'),
            ).as('ends_at'),
          ]),
      )
      .with('waiting', one =>
        one
          .selectFrom(dated.as('dated'))
          .crossJoin(eb =>
            monthsTouched(
              eb.ref('dated.received_month'),
              eb.fn.coalesce(
                eb
                  .case()
                  .when('dated.closed_month', 'is not', null)
                  .then(monthAfter(eb.ref('dated.closed_month').$notNull(), -1))
                  .end(),
                'dated.last_month',
              ),
            ),
          )
          .innerJoin('month_end', join =>
            join.onRef('month_end.city', '=', 'dated.city').onRef('month_end.month', '=', 'touched.month'),
          )
          .select([
            'dated.city',
            'touched.month',
            'dated.category',
            'dated.district',
            'dated.channel_code',
            'dated.received_at',
            'dated.due_at',
            'month_end.ends_at',
          ]),
      )
      .with('left_open', one =>
        one
          .selectFrom('waiting')
          .select(eb => {
            const days = daysBetween(eb.ref('received_at'), eb.ref('ends_at'))
            return [
              'city',
              'month',
              'category',
              'district',
              'channel_code',
              countOf().as('open_at_end'),
              countWhere(eb(days, '>', oldDays)).as('open_over_30_days'),
              countWhere(eb('due_at', '<', eb.ref('ends_at'))).as('overdue_at_end'),
              sumOfDays(eb.ref('received_at'), eb.ref('ends_at')).as('open_days'),
            ]
          })
          .groupBy(['city', 'month', 'category', 'district', 'channel_code']),
      )
      .with('event', one => {
        const parts = (['came', 'went', 'left_open'] as const).map(part => ({
          part,
          own: {
            came: ['received', 'duplicates', 'signed', 'repeated', 'answered', 'at_first_contact'],
            went: ['closed', 'closed_with_term', 'on_time', 'reopened'],
            left_open: ['open_at_end', 'open_over_30_days', 'overdue_at_end', 'open_days'],
          }[part],
        }))
        const [first, ...others] = parts.map(({part, own}) =>
          one
            .selectFrom(part as 'came')
            .select(eb => [
              ...keys,
              ...measures.map(measure =>
                (own.includes(measure) ? eb.ref(measure as 'received') : eb.lit<number>(0)).as(measure),
              ),
            ]),
        )
        return others.reduce((union, other) => union.unionAll(other), first!)
      })
      .selectFrom('event')
      .innerJoin('int_appeals_watch as watch', 'watch.city', 'event.city')
      .select(eb => [
        'event.city',
        'event.month',
        'event.category',
        'event.district',
        'event.channel_code',
        'watch.watched_until',
        ...measures.map(measure =>
          (measure === 'open_days'
            ? sumOf(eb.ref('event.open_days'))
            : eb.fn.sum<number>(`event.${measure}`)
          ).as(measure),
        ),
      ])
      .groupBy([
        'event.city',
        'event.month',
        'event.category',
        'event.district',
        'event.channel_code',
        'watch.watched_until',
      ])
  },
})
