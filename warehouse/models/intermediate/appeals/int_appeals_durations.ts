import {daysBetween} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import coded from './int_appeals_coded.ts'
import watch from './int_appeals_watch.ts'

/** What appeals are put together by. */
export const groupKeys = ['category', 'subcategory', 'district', 'organization', 'basis'] as const

/** The groups that are told of; of all other keys a group has every value, written ''. */
export const appealGroups: readonly (readonly (typeof groupKeys)[number][])[] = [
  [],
  ['category'],
  ['category', 'subcategory'],
  ['district'],
  ['category', 'district'],
  ['organization'],
  ['organization', 'basis'],
]

/**
 * How long each appeal has been watched: until it was closed, or until the last event its city's file knows of.
 * Appeals closed before they were received, or at a time that nobody says, have no duration.
 */
export default defineModel({
  name: 'int_appeals_durations',
  title: {uk: 'Тривалість звернень', en: 'Durations of appeals'},
  describe: {
    uk: 'Скільки діб за зверненням спостерігали, чи закрито його за цей час і чи вчасно.',
    en: 'Days an appeal was watched, whether it was closed in that time, and whether on time.',
  },
  grain: ['city', 'appeal_id'],
  inputs: [coded, watch],
  columns: {
    subcategory: {
      uk: 'Вид звернення; unknown – не сказано',
      en: 'Kind of appeal; unknown where it is not said',
    },
    district: {
      uk: 'Район міста; unknown – не сказано',
      en: 'District of the city; unknown where it is not said',
    },
    organization: {
      uk: 'Виконавець; unknown – не сказано',
      en: 'Who is responsible; unknown where it is not said',
    },
    watched_until: {
      uk: 'Остання подія, яку знає файл міста',
      en: 'The last event that the city’s file knows of',
    },
    days: {
      uk: 'Діб під наглядом; порожньо, якщо закрито раніше, ніж надійшло, або не сказано коли',
      en: 'Days watched; empty where it was closed before it was received, or nobody says when',
      unit: 'd',
    },
    is_closed: {uk: 'Закрито', en: 'Closed'},
    is_on_time: {
      uk: 'Закрито не пізніше строку; порожньо, якщо відкрите, без строку або закрито раніше, ніж надійшло',
      en: 'Closed no later than it was due; empty while open, without a term, or closed before it was received',
    },
    is_duplicate: {uk: 'Повторює інше звернення', en: 'Repeats another appeal'},
    is_overdue: {uk: 'Відкрите, а строк минув', en: 'Open past its term'},
  },
  // It costs less to work out anew than to keep.
  materialise: {as: 'view'},
  query: db =>
    db
      .selectFrom('int_appeals_coded as appeal')
      .innerJoin('int_appeals_watch as watch', 'watch.city', 'appeal.city')
      .select(eb => [
        'appeal.city',
        'appeal_id',
        'category',
        eb.fn.coalesce('subcategory', eb.val('unknown')).as('subcategory'),
        eb.fn.coalesce('district', eb.val('unknown')).as('district'),
        eb.fn.coalesce('organization', eb.val('unknown')).as('organization'),
        'channel_code',
        'basis',
        'term',
        'outcome',
        'sign',
        eb
          .or([
            eb('duplicate_of', 'is not', null),
            eb('outcome', '=', 'duplicate'),
            eb.fn.coalesce(eb('sign', '=', '2.3'), eb.lit(false)),
          ])
          .$castTo<boolean>()
          .as('is_duplicate'),
        'first_response_at',
        'received_at',
        'received_on',
        'due_at',
        'due_on',
        'due_by_source',
        'due_by_term',
        'closed_at',
        'closed_on',
        'reopened_at',
        'watched_until',
        'watched_on',
        eb
          .case()
          .when(
            eb.and([
              eb('is_closed_before_received', '=', false),
              eb.or([eb('closed_at', 'is not', null), eb('status', '=', 'open')]),
            ]),
          )
          .then(daysBetween(eb.ref('received_at'), eb.fn.coalesce('closed_at', 'watched_until')))
          .end()
          .as('days'),
        eb('status', '=', 'closed').$castTo<boolean>().as('is_closed'),
        eb
          .case()
          .when('is_closed_before_received', '=', false)
          .then(eb('closed_at', '<=', eb.ref('due_at')))
          .end()
          .$castTo<boolean | null>()
          .as('is_on_time'),
        eb
          .and([
            eb('status', '=', 'open'),
            eb.fn.coalesce(eb('due_at', '<', eb.ref('watched_until')), eb.lit(false)),
          ])
          .$castTo<boolean>()
          .as('is_overdue'),
      ]),
})
