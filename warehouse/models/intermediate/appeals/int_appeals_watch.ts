import {later, localDate} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import coded from './int_appeals_coded.ts'

/** An appeal that is open is known to be so only as far as the file of its city reaches: what waits is counted to there. */
export default defineModel({
  name: 'int_appeals_watch',
  title: {uk: 'Доки відомо про звернення', en: 'How far appeals are known'},
  describe: {
    uk: 'Остання подія, яку знає файл звернень кожного міста.',
    en: 'The last event that each city’s file of appeals knows of.',
  },
  grain: ['city'],
  inputs: [coded, cities],
  columns: {
    watched_until: {
      uk: 'Остання подія, яку знає файл міста',
      en: 'The last event that the city’s file knows of',
    },
    watched_on: {uk: 'Її день за годинником міста', en: 'Its day by the city’s clock'},
  },
  query: db =>
    db
      .selectFrom(
        db
          .selectFrom('int_appeals_coded')
          .select(eb => [
            'city',
            eb.fn.max(later(eb.ref('received_at'), eb.ref('closed_at'))).as('watched_until'),
          ])
          .groupBy('city')
          .as('last'),
      )
      .innerJoin('cities', 'cities.city', 'last.city')
      .select(eb => [
        'last.city',
        'last.watched_until',
        localDate(eb.ref('last.watched_until'), eb.ref('cities.zone')).as('watched_on'),
      ]),
})
