import {daysBetween, gridColumn, gridRow, later, maxOver} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import appeals from '../../marts/appeals/appeals.ts'
import cities from '../../reference/cities.ts'

/** A square holds a quarter of a square kilometre of streets: an area, never a home. */
const metres = 500

/**
 * Squares of 500 m in which appeals lie. Places of homes that are known to a square of 250 m only are counted where the
 * middle of that lies, so up to 125 m off. Places outside the city's box are faults of the source and left out.
 */
export default defineModel({
  name: 'int_appeals_cells',
  title: {uk: 'Звернення за квадратами', en: 'Appeals by square'},
  describe: {
    uk: 'У якому квадраті 500 × 500 м лежить кожне звернення.',
    en: 'The square of 500 × 500 m that each appeal lies in.',
  },
  grain: ['city', 'appeal_id'],
  inputs: [appeals, cities],
  columns: {
    column: {uk: 'Номер квадрата на схід', en: 'Number of the square eastwards', unit: '1'},
    row: {uk: 'Номер квадрата на північ', en: 'Number of the square northwards', unit: '1'},
    days_ago: {
      uk: 'За скільки діб до останньої події у файлі міста надійшло',
      en: 'Days before the last event in the city’s file',
      unit: 'd',
    },
    middle_lat: {
      uk: 'Широта, на якій квадрати мають 500 м завширшки',
      en: 'Latitude at which squares are 500 m wide',
    },
  },
  query: db => {
    const placed = db
      .selectFrom('appeals')
      .innerJoin('cities', 'cities.city', 'appeals.city')
      .select(eb => [
        'appeals.city',
        'appeals.appeal_id',
        'appeals.category',
        'appeals.received_at',
        'cities.lat as middle_lat',
        gridColumn(eb.ref('appeals.lon'), eb.ref('cities.lat'), metres).as('column'),
        gridRow(eb.ref('appeals.lat'), metres).as('row'),
        maxOver(later(eb.ref('appeals.received_at'), eb.ref('appeals.closed_at')), [
          eb.ref('appeals.city'),
        ]).as('watched_until'),
        eb
          .and([
            eb('appeals.lon', '>=', eb.ref('cities.west')),
            eb('appeals.lon', '<=', eb.ref('cities.east')),
            eb('appeals.lat', '>=', eb.ref('cities.south')),
            eb('appeals.lat', '<=', eb.ref('cities.north')),
          ])
          .as('is_placed'),
      ])
    return db
      .selectFrom(placed.as('placed'))
      .where('is_placed', '=', true)
      .select(eb => [
        'city',
        'appeal_id',
        'category',
        'middle_lat',
        eb.ref('column').$notNull().as('column'),
        eb.ref('row').$notNull().as('row'),
        daysBetween(eb.ref('received_at'), eb.ref('watched_until')).as('days_ago'),
      ])
  },
})
