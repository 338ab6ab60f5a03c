import {countOf, countWhere, daysBetween, quotientOrNull, wilsonBound} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from '../../intermediate/appeals/int_appeals_durations.ts'

const z = 1.959963984540054

/** A term that ends on a free day goes on to the next working one; so many days together are never free. */
const mostFreeDays = 10

export default defineModel({
  name: 'appeals_deadlines',
  title: {uk: 'Звернення та їхні строки', en: 'Appeals and their terms'},
  describe: {
    uk: 'За кожним строком – законним (місяць, 15 діб, 45 діб із продовженням) і нормою служби: скільки звернень, яку частку закрито вчасно, яку частку відкритих прострочено, і чи дата джерела така, як виходить за правилом.',
    en: 'By each term, of the law (a month, 15 days, 45 days when extended) or of a service: how many appeals, which share was closed on time, which share of the open ones is overdue, and whether the source’s date is the one that follows from the rule.',
  },
  grain: ['city', 'basis', 'term'],
  publish: true,
  inputs: [durations],
  columns: {
    term: {
      uk: 'Строк, тривалість ISO 8601; P45D – продовжено за законом; unknown – відома лише дата джерела',
      en: 'The term, an ISO 8601 duration; P45D when extended by law; unknown where only the source’s date is known',
    },
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    still_open: {uk: 'Досі відкриті', en: 'Still open', unit: '1'},
    closed_with_term: {uk: 'Закрито', en: 'Closed', unit: '1'},
    on_time_share: {uk: 'Частка закритих вчасно', en: 'Share of the closed ones closed on time', unit: '1'},
    on_time_low: {
      uk: 'Нижня межа 95 % інтервалу (Вілсон)',
      en: 'Lower end of the 95 % interval (Wilson)',
      unit: '1',
    },
    on_time_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    overdue_open: {uk: 'Відкриті після строку', en: 'Open past their term', unit: '1'},
    overdue_open_share: {
      uk: 'Частка прострочених серед відкритих',
      en: 'Share of the open ones that are past their term',
      unit: '1',
    },
    due_as_rule_share: {
      uk: 'Частка, у якої дата джерела – та, що виходить за правилом, або до 10 діб пізніша через вихідні; порожньо, якщо порівняти нема з чим',
      en: 'Share whose date in the source is the one that follows from the rule, or up to 10 days later for free days; empty where there is nothing to compare',
      unit: '1',
    },
  },
  query: db => {
    const known = db
      .selectFrom('int_appeals_durations as appeal')
      .where('appeal.due_at', 'is not', null)
      .select(eb => [
        'appeal.city',
        'appeal.basis',
        eb.fn.coalesce('appeal.term', eb.val('unknown')).as('term'),
        'appeal.is_closed',
        'appeal.is_on_time',
        'appeal.is_overdue',
        daysBetween(eb.ref('appeal.due_by_term').$notNull(), eb.ref('appeal.due_by_source')).as(
          'days_after_rule',
        ),
      ])
    const counted = db
      .selectFrom(known.as('known'))
      .select(eb => [
        'city',
        'basis',
        'term',
        countOf().as('received'),
        countWhere(eb('is_closed', '=', false)).as('still_open'),
        countWhere(eb('is_on_time', 'is not', null)).as('closed_with_term'),
        countWhere(eb('is_on_time', '=', true)).as('on_time'),
        countWhere(eb('is_overdue', '=', true)).as('overdue_open'),
        countWhere(eb('days_after_rule', 'is not', null)).as('compared'),
        countWhere(eb.and([eb('days_after_rule', '>=', 0), eb('days_after_rule', '<=', mostFreeDays)])).as(
          'as_rule',
        ),
      ])
      .groupBy(['city', 'basis', 'term'])
    return db
      .selectFrom(counted.as('counted'))
      .select(eb => [
        'city',
        'basis',
        'term',
        'received',
        'still_open',
        'closed_with_term',
        quotientOrNull(eb.ref('on_time'), eb.ref('closed_with_term')).as('on_time_share'),
        wilsonBound(eb.ref('on_time'), eb.ref('closed_with_term'), -z).as('on_time_low'),
        wilsonBound(eb.ref('on_time'), eb.ref('closed_with_term'), z).as('on_time_high'),
        'overdue_open',
        quotientOrNull(eb.ref('overdue_open'), eb.ref('still_open')).as('overdue_open_share'),
        quotientOrNull(eb.ref('as_rule'), eb.ref('compared')).as('due_as_rule_share'),
      ])
      .orderBy('city')
      .orderBy('basis')
      .orderBy('term')
  },
})
