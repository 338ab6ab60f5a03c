import {daysBetween, later, maxOver} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import appeals from '../../marts/appeals/appeals.ts'

/**
 * How long each appeal has been watched: until it was closed, or until the last event its city's file knows of.
 * Appeals closed before they were received have no duration.
 */
export default defineModel({
  name: 'int_appeals_durations',
  title: {uk: 'Тривалість звернень', en: 'Durations of appeals'},
  describe: {
    uk: 'Скільки діб за зверненням спостерігали і чи закрито його за цей час.',
    en: 'Days an appeal was watched, and whether it was closed in that time.',
  },
  grain: ['city', 'appeal_id'],
  inputs: [appeals],
  columns: {
    days: {uk: 'Діб під наглядом', en: 'Days watched', unit: 'd'},
    is_closed: {uk: 'Закрито', en: 'Closed'},
  },
  query: db =>
    db
      .selectFrom(
        db
          .selectFrom('appeals')
          .select(eb => [
            'city',
            'appeal_id',
            'category',
            'received_at',
            'closed_at',
            'is_closed_before_received',
            maxOver(later(eb.ref('received_at'), eb.ref('closed_at')), [eb.ref('city')]).as('watched_until'),
          ])
          .as('watched'),
      )
      .where('is_closed_before_received', '=', false)
      .select(eb => [
        'city',
        'appeal_id',
        'category',
        daysBetween(eb.ref('received_at'), eb.fn.coalesce('closed_at', 'watched_until')).as('days'),
        eb('closed_at', 'is not', null).$castTo<boolean>().as('is_closed'),
      ]),
})
