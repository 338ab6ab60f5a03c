import {hoursBetween, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import coded from '../../intermediate/appeals/int_appeals_coded.ts'

export default defineModel({
  name: 'appeals',
  title: {uk: 'Звернення', en: 'Appeals'},
  describe: {
    uk: 'Звернення мешканців, одне в рядку. Тексти, адреси та відповіді не публікуються.',
    en: 'Residents’ appeals, one a row. Texts, addresses and answers are not published.',
  },
  grain: ['city', 'appeal_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [coded],
  columns: {
    hours_to_close: {uk: 'Годин від надходження до закриття', en: 'Hours from receipt to closing', unit: 'h'},
  },
  // A window on the table it reads, in whose order its rows are.
  materialise: {as: 'view'},
  query: db =>
    db
      .selectFrom('int_appeals_coded')
      .select([
        'city',
        'appeal_id',
        'received_at',
        'registered_at',
        'first_response_at',
        'due_at',
        'term',
        'extended_to',
        'closed_at',
        'reopened_at',
        'category',
        'subcategory',
        'status',
        'source_status',
        'outcome',
        'basis',
        'sign',
        'subject',
        'duplicate_of',
        'channel',
        'channel_code',
        'organization',
        'district',
        'lon',
        'lat',
        'is_closed_before_received',
      ])
      .select(eb => [
        eb
          .case()
          .when('closed_at', '>=', eb.ref('received_at'))
          .then(rounded(hoursBetween(eb.ref('received_at'), eb.ref('closed_at')), 3))
          .end()
          .as('hours_to_close'),
      ]),
  audits: {
    place_is_in_degrees: {
      describe: {uk: 'Координати є градусами', en: 'Coordinates are degrees'},
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('appeals')
          .select('appeal_id')
          .where(eb =>
            eb.or([eb('lon', '<', -180), eb('lon', '>', 180), eb('lat', '<', -90), eb('lat', '>', 90)]),
          ),
    },
    closed_after_received: {
      describe: {uk: 'Закрито не раніше, ніж надійшло', en: 'Closed no earlier than received'},
      severity: 'warn',
      faults: db =>
        db.selectFrom('appeals').select('appeal_id').where('is_closed_before_received', '=', true),
    },
  },
})
