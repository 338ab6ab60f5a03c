import {countOf, countWhere, daysBetween, integer, quotient, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import coded from '../../intermediate/appeals/int_appeals_coded.ts'
import watch from '../../intermediate/appeals/int_appeals_watch.ts'
import ages from '../../reference/appeal_ages.ts'

export default defineModel({
  name: 'appeals_backlog',
  title: {uk: 'Скільки чекають відкриті звернення', en: 'How long open appeals have been waiting'},
  describe: {
    uk: 'Відкриті звернення за часом від надходження до останньої події у файлі міста: до 30 діб, до 91, до 182, до 273 і довше. Якщо відкритих немає зовсім, міста тут немає.',
    en: 'Open appeals by the time from their receipt to the last event in the city’s file: under 30 days, under 91, under 182, under 273, and longer. A city without any is not here.',
  },
  grain: ['city', 'from_days'],
  publish: true,
  inputs: [coded, watch, ages],
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
      .with('waiting', one =>
        one
          .selectFrom('int_appeals_coded as appeal')
          .innerJoin('int_appeals_watch as watch', 'watch.city', 'appeal.city')
          .where('appeal.status', '=', 'open')
          .select(eb => [
            'appeal.city',
            'watch.watched_until as seen_at',
            daysBetween(eb.ref('appeal.received_at'), eb.ref('watch.watched_until')).as('days'),
          ]),
      )
      .selectFrom('waiting')
      .innerJoin('appeal_ages as age', join => join.onTrue())
      .select(eb => {
        const inBand = eb.and([
          eb('days', '>=', eb.ref('from_days')),
          eb.or([eb('to_days', 'is', null), eb('days', '<', eb.ref('to_days'))]),
        ])
        return [
          'city',
          'from_days',
          'to_days',
          integer(countWhere(inBand)).as('appeals'),
          rounded(quotient(countWhere(inBand), countOf()), 4).as('share'),
          'seen_at',
        ]
      })
      .groupBy(['city', 'from_days', 'to_days', 'seen_at'])
      .orderBy('city')
      .orderBy('from_days'),
})
