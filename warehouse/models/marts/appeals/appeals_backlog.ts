import {countOf, daysBetween, integer, later, quotient, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import appeals from './appeals.ts'

/** Upper ends of the bands in days: a month, and quarters of a year; the last band is open. */
const ends = [30, 91, 182, 273] as const

export default defineModel({
  name: 'appeals_backlog',
  title: {uk: 'Скільки чекають відкриті звернення', en: 'How long open appeals have been waiting'},
  describe: {
    uk: 'Відкриті звернення за часом від надходження до останньої події у файлі міста: до 30 діб, до 91, до 182, до 273 і довше.',
    en: 'Open appeals by the time from their receipt to the last event in the city’s file: under 30 days, under 91, under 182, under 273, and longer.',
  },
  grain: ['city', 'from_days'],
  publish: true,
  inputs: [appeals],
  columns: {
    from_days: {uk: 'Щонайменше стільки діб', en: 'At least so many days', unit: 'd'},
    to_days: {
      uk: 'Менше ніж стільки діб; порожньо – довше',
      en: 'Under so many days; empty: longer',
      unit: 'd',
    },
    appeals: {uk: 'Відкритих звернень', en: 'Open appeals', unit: '1'},
    share: {uk: 'Частка всіх відкритих', en: 'Share of all open ones', unit: '1'},
    seen_at: {uk: 'Остання подія у файлі міста', en: 'The last event in the city’s file'},
  },
  query: db =>
    db
      .with('watch', one =>
        one
          .selectFrom('appeals')
          .select(eb => ['city', eb.fn.max(later(eb.ref('received_at'), eb.ref('closed_at'))).as('seen_at')])
          .groupBy('city'),
      )
      .with('waiting', one =>
        one
          .selectFrom('appeals')
          .innerJoin('watch', 'watch.city', 'appeals.city')
          .where('appeals.status', '=', 'open')
          .select(eb => {
            const days = daysBetween(eb.ref('appeals.received_at'), eb.ref('watch.seen_at'))
            const [first, ...further] = ends.toReversed()
            const from = further.reduce(
              (cases, end) => cases.when(eb(days, '>=', end)).then(end as number),
              eb
                .case()
                .when(eb(days, '>=', first!))
                .then(first as number),
            )
            return ['appeals.city', 'watch.seen_at', integer(from.else(0).end()).as('from_days')]
          }),
      )
      .with('total', one =>
        one
          .selectFrom('waiting')
          .select(['city', countOf().as('open')])
          .groupBy('city'),
      )
      .selectFrom('waiting')
      .innerJoin('total', 'total.city', 'waiting.city')
      .select(eb => {
        const [first, ...further] = ends
        const to = further.reduce(
          (cases, end, i) => cases.when('waiting.from_days', '=', ends[i] as number).then(end as number),
          eb
            .case()
            .when('waiting.from_days', '=', 0)
            .then(first as number),
        )
        return [
          'waiting.city',
          'waiting.from_days',
          to.end().as('to_days'),
          integer(countOf()).as('appeals'),
          rounded(quotient(countOf(), eb.ref('total.open')), 4).as('share'),
          'waiting.seen_at',
        ]
      })
      .groupBy(['waiting.city', 'waiting.from_days', 'waiting.seen_at', 'total.open'])
      .orderBy('waiting.city')
      .orderBy('waiting.from_days'),
})
