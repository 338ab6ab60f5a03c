import {hoursBetween, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import coded from '../../intermediate/appeals/int_appeals_coded.ts'

/** After these nothing comes, also where a register does not say when it was. */
const closedOutcomes = ['answered_immediately', 'resolved', 'explained', 'refused', 'duplicate', 'annulled']

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
    due_at: {
      uk: 'До якого часу слід виконати: за джерелом, а де воно мовчить – за правилом',
      en: 'When it is due: by the source, and where it is silent by the rule',
    },
    source_status: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    status: {
      uk: 'open відкрите, closed закрите: має час закриття або стан, після якого нічого не буде',
      en: 'open, or closed: it has a time of closing, or a status after which nothing comes',
    },
    is_closed_before_received: {
      uk: 'Закрито раніше, ніж надійшло: помилка джерела, у тривалостях не враховано',
      en: 'Closed before it was received: a fault of the source, left out of durations',
    },
    hours_to_close: {uk: 'Годин від надходження до закриття', en: 'Hours from receipt to closing', unit: 'h'},
  },
  query: db =>
    db
      .selectFrom('int_appeals_coded')
      .select(eb => [
        'city',
        'appeal_id',
        'received_at',
        'registered_at',
        'first_response_at',
        eb.fn.coalesce('due_at', 'due_by_term').as('due_at'),
        'term',
        'extended_to',
        'closed_at',
        'reopened_at',
        'category',
        'subcategory',
        eb
          .case()
          .when(eb.or([eb('closed_at', 'is not', null), eb('outcome', 'in', closedOutcomes)]))
          .then('closed')
          .else('open')
          .end()
          .as('status'),
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
        eb.fn
          .coalesce(eb('closed_at', '<', eb.ref('received_at')), eb.val(false))
          .as('is_closed_before_received'),
        eb
          .case()
          .when('closed_at', '>=', eb.ref('received_at'))
          .then(rounded(hoursBetween(eb.ref('received_at'), eb.ref('closed_at')), 3))
          .end()
          .as('hours_to_close'),
      ])
      .orderBy('city')
      .orderBy('received_at')
      .orderBy('appeal_id'),
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
