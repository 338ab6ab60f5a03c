import {later} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import appeals from '../../marts/appeals/appeals.ts'

/** An appeal that is open is known to be so only as far as the file of its city reaches: what waits is counted to there. */
export default defineModel({
  name: 'int_appeals_watch',
  title: {uk: 'Доки відомо про звернення', en: 'How far appeals are known'},
  describe: {
    uk: 'Остання подія, яку знає файл звернень кожного міста.',
    en: 'The last event that each city’s file of appeals knows of.',
  },
  grain: ['city'],
  inputs: [appeals],
  columns: {
    watched_until: {
      uk: 'Остання подія, яку знає файл міста',
      en: 'The last event that the city’s file knows of',
    },
  },
  query: db =>
    db
      .selectFrom('appeals')
      .select(eb => [
        'city',
        eb.fn.max(later(eb.ref('received_at'), eb.ref('closed_at'))).as('watched_until'),
      ])
      .groupBy('city'),
})
