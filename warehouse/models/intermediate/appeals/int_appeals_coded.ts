import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {constant, endOfTerm, localDate, lowered, numberIn, sooner} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import terms from '../../reference/appeal_terms.ts'
import words from '../../reference/appeal_words.ts'
import cities from '../../reference/cities.ts'

/** While a register says one of these, no time in it is that of closing: Open311 has one for every change. */
const openOutcomes = ['received', 'forwarded', 'in_progress', 'long_term_control']

/** After these nothing comes, also where a register does not say when it was. */
const closedOutcomes = ['answered_immediately', 'resolved', 'explained', 'refused', 'duplicate', 'annulled']

/**
 * Publishers' words in the words of all, and when each appeal is due by the rules: the term that the source names for
 * it, else the norm of its service, else what the law gives. An extension ends when the source says, and no later than
 * the law allows. A term of days runs to the end of its last day; that this day may be free, and the term then ends on
 * the next working one (Civil Code of Ukraine, article 254), only the source's own `due_at` knows.
 *
 * All that is told of appeals comes from here, and much of it by days of the city's clock, so these are looked up once.
 */
export default defineModel({
  name: 'int_appeals_coded',
  title: {uk: 'Звернення за єдиними словами', en: 'Appeals in the words of all'},
  describe: {
    uk: 'Канал, підстава, стан і строк кожного звернення за правилами.',
    en: 'Channel, ground, status and term of each appeal by the rules.',
  },
  grain: ['city', 'appeal_id'],
  inputs: [staging(appealsData), cities, words, terms],
  columns: {
    channel_code: {
      uk: 'Канал: phone, web, app, messenger, email, post, in_person, forwarded, media, staff (працівники міста), other; unknown – не сказано',
      en: 'Channel: phone, web, app, messenger, email, post, in_person, forwarded, media, staff (the city’s own people), other; unknown where it is not said',
    },
    basis: {
      uk: 'Підстава: statutory за законом, service_request за нормою служби, consultation консультація, other; unknown – не сказано',
      en: 'Ground: statutory by law, service_request by the norm of a service, consultation, other; unknown where it is not said',
    },
    outcome: {
      uk: 'Стан єдиними словами: received, forwarded, in_progress, long_term_control, answered_immediately, resolved, explained, refused, duplicate, annulled, reopened, other',
      en: 'Status in the words of all: received, forwarded, in_progress, long_term_control, answered_immediately, resolved, explained, refused, duplicate, annulled, reopened, other',
    },
    closed_at: {
      uk: 'Коли закрито; порожньо, якщо відкрите або стан каже, що воно відкрите',
      en: 'When it was closed; empty while open, or where the status says that it is',
    },
    term: {
      uk: 'Строк, за яким рахують: тривалість ISO 8601; P45D – продовжено за законом; порожньо – без строку або його назвало лише джерело',
      en: 'The term it is held to: an ISO 8601 duration; P45D when extended by law; empty where it has none or only the source knows it',
    },
    due_by_term: {uk: 'Коли строк спливає за правилом', en: 'When the term ends by the rule'},
    due_at: {
      uk: 'До якого часу слід виконати: за джерелом, а де воно мовчить – за правилом',
      en: 'When it is due: by the source, and where it is silent by the rule',
    },
    due_by_source: {uk: 'До якого часу слід виконати за джерелом', en: 'When it is due by the source'},
    source_status: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    status: {
      uk: 'open відкрите, closed закрите: має час закриття або стан, після якого нічого не буде',
      en: 'open, or closed: it has a time of closing, or a status after which nothing comes',
    },
    is_closed_before_received: {
      uk: 'Закрито раніше, ніж надійшло: помилка джерела, у тривалостях не враховано',
      en: 'Closed before it was received: a fault of the source, left out of durations',
    },
    received_on: {uk: 'День отримання за годинником міста', en: 'Day of its receipt by the city’s clock'},
    closed_on: {uk: 'День закриття за годинником міста', en: 'Day of its closing by the city’s clock'},
    due_on: {
      uk: 'День, коли спливає строк, за годинником міста',
      en: 'Day on which it is due by the city’s clock',
    },
  },
  query: db => {
    const coded = db
      .selectFrom('stg_appeals as appeal')
      .innerJoin('cities', 'cities.city', 'appeal.city')
      .leftJoin('appeal_words as channel_word', join =>
        join
          .on('channel_word.column_name', '=', constant('channel'))
          .on(eb => eb('channel_word.word', '=', lowered(eb.ref('appeal.channel').$notNull()))),
      )
      .leftJoin('appeal_words as basis_word', join =>
        join
          .on('basis_word.column_name', '=', constant('legal_basis'))
          .on(eb => eb('basis_word.word', '=', lowered(eb.ref('appeal.legal_basis').$notNull()))),
      )
      .leftJoin('appeal_words as status_word', join =>
        join
          .on('status_word.column_name', '=', constant('status'))
          .on(eb => eb('status_word.word', '=', lowered(eb.ref('appeal.status')))),
      )
      .selectAll('appeal')
      .select(eb => [
        'cities.zone',
        eb
          .case()
          .when('appeal.channel', 'is', null)
          .then('unknown')
          .else(eb.fn.coalesce('channel_word.code', eb.val('other')))
          .end()
          .as('channel_code'),
        eb
          .case()
          .when('appeal.legal_basis', 'is', null)
          .then('unknown')
          .else(eb.fn.coalesce('basis_word.code', eb.val('other')))
          .end()
          .as('basis'),
        eb.fn.coalesce('status_word.code', eb.val('other')).as('outcome'),
      ])
    const termed = db
      .selectFrom(coded.as('coded'))
      .leftJoin('appeal_terms as kind_norm', join =>
        join
          .onRef('kind_norm.city', '=', 'coded.city')
          .onRef('kind_norm.legal_basis', '=', 'coded.basis')
          .onRef('kind_norm.category', '=', 'coded.category')
          .onRef('kind_norm.subcategory', '=', 'coded.subcategory')
          .on('kind_norm.kind', '=', constant('usual'))
          .on(eb =>
            eb.or([
              eb('kind_norm.valid_from', 'is', null),
              eb('kind_norm.valid_from', '<=', localDate(eb.ref('coded.received_at'), eb.ref('coded.zone'))),
            ]),
          ),
      )
      .leftJoin('appeal_terms as topic_norm', join =>
        join
          .onRef('topic_norm.city', '=', 'coded.city')
          .onRef('topic_norm.legal_basis', '=', 'coded.basis')
          .onRef('topic_norm.category', '=', 'coded.category')
          .on('topic_norm.subcategory', '=', constant(''))
          .on('topic_norm.kind', '=', constant('usual'))
          .on(eb =>
            eb.or([
              eb('topic_norm.valid_from', 'is', null),
              eb('topic_norm.valid_from', '<=', localDate(eb.ref('coded.received_at'), eb.ref('coded.zone'))),
            ]),
          ),
      )
      .leftJoin('appeal_terms as law', join =>
        join
          .onRef('law.city', '=', 'coded.city')
          .onRef('law.legal_basis', '=', 'coded.basis')
          .on('law.category', '=', constant(''))
          .on('law.kind', '=', constant('usual')),
      )
      .leftJoin('appeal_terms as longest', join =>
        join
          .onRef('longest.city', '=', 'coded.city')
          .onRef('longest.legal_basis', '=', 'coded.basis')
          .on('longest.category', '=', constant(''))
          .on('longest.kind', '=', constant('extended')),
      )
      .selectAll('coded')
      .select(eb => [
        eb
          .case()
          .when(eb.and([eb('coded.extended_to', 'is not', null), eb('longest.term', 'is not', null)]))
          .then(eb.ref('longest.term'))
          .else(eb.fn.coalesce('coded.due_term', 'kind_norm.term', 'topic_norm.term', 'law.term'))
          .end()
          .as('term'),
      ])
    const due = db.selectFrom(termed.as('termed')).select(eb => {
      const end = endOfTerm(eb.ref('received_at'), eb.ref('zone'), {
        hours: numberIn(eb.ref('term'), '^PT([0-9]+)H$'),
        days: numberIn(eb.ref('term'), '^P([0-9]+)D$'),
        months: numberIn(eb.ref('term'), '^P([0-9]+)M$'),
      })
      return [
        'city',
        'appeal_id',
        'zone',
        'received_at',
        'registered_at',
        'first_response_at',
        'due_at as due_by_source',
        'extended_to',
        eb.case().when('outcome', 'not in', openOutcomes).then(eb.ref('closed_at')).end().as('closed_at'),
        'reopened_at',
        'category',
        'subcategory',
        'status as source_status',
        'channel',
        'duplicate_of',
        'sign',
        'subject',
        'organization',
        'district',
        'lon',
        'lat',
        'channel_code',
        'basis',
        'outcome',
        'term',
        eb
          .case()
          .when('extended_to', 'is not', null)
          .then(sooner(end, eb.ref('extended_to')))
          .else(end)
          .end()
          .as('due_by_term'),
      ]
    })
    return db
      .selectFrom(due.as('due'))
      .select(eb => {
        const dueAt = eb.fn.coalesce('due_by_source', 'due_by_term')
        return [
          'city',
          'appeal_id',
          'received_at',
          localDate(eb.ref('received_at'), eb.ref('zone')).as('received_on'),
          'registered_at',
          'first_response_at',
          dueAt.as('due_at'),
          localDate(dueAt, eb.ref('zone')).as('due_on'),
          'due_by_source',
          'due_by_term',
          'term',
          'extended_to',
          'closed_at',
          localDate(eb.ref('closed_at'), eb.ref('zone')).as('closed_on'),
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
        ]
      })
      .orderBy('city')
      .orderBy('received_at')
      .orderBy('appeal_id')
  },
})
