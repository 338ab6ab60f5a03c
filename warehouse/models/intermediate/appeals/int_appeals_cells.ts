import {daysBetween, h3Cell, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import coded from './int_appeals_coded.ts'
import watch from './int_appeals_watch.ts'

/** A tenth of a square kilometre: an area, never a home, and more than the squares of 250 m in which homes are known. */
const resolution = 9

/** Seven times as much. Cells of H3 do not quite fill the one that they belong to: points are looked up in both. */
const coarse = 8

/**
 * Cells of H3 in which appeals lie. Places of homes that are known to a square of 250 m only are counted where the middle
 * of that lies, so up to 177 m off: at most one cell, as a cell is 350 m wide. Places outside the city's box are faults of
 * the source and left out. Each place, to a metre, is looked up once.
 */
export default defineModel({
  name: 'int_appeals_cells',
  title: {uk: 'Звернення за комірками H3', en: 'Appeals by cell of H3'},
  describe: {
    uk: 'У яких комірках сітки H3 роздільностей 9 і 8 лежить кожне звернення.',
    en: 'The cells of H3, of resolutions 9 and 8, that each appeal lies in.',
  },
  grain: ['city', 'appeal_id'],
  inputs: [coded, cities, watch],
  columns: {
    subcategory: {uk: 'Вид звернення', en: 'Kind of appeal'},
    is_marked: {
      uk: 'Контактний центр позначив як дублікат',
      en: 'Marked as a duplicate by the contact centre',
    },
    h3: {uk: 'Комірка H3 роздільності 9', en: 'Cell of H3 of resolution 9'},
    h3_coarse: {uk: 'Комірка H3 роздільності 8', en: 'Cell of H3 of resolution 8'},
    days_ago: {
      uk: 'За скільки діб до останньої події у файлі міста надійшло',
      en: 'Days before the last event in the city’s file',
      unit: 'd',
    },
  },
  query: db =>
    db
      .with('placed', one =>
        one
          .selectFrom('int_appeals_coded as appeal')
          .innerJoin('cities', 'cities.city', 'appeal.city')
          .innerJoin('int_appeals_watch as watch', 'watch.city', 'appeal.city')
          .where(eb =>
            eb.and([
              eb('appeal.lon', '>=', eb.ref('cities.west')),
              eb('appeal.lon', '<=', eb.ref('cities.east')),
              eb('appeal.lat', '>=', eb.ref('cities.south')),
              eb('appeal.lat', '<=', eb.ref('cities.north')),
            ]),
          )
          .select(eb => [
            'appeal.city',
            'appeal.appeal_id',
            'appeal.category',
            'appeal.subcategory',
            'appeal.received_at',
            'appeal.received_on',
            eb('appeal.duplicate_of', 'is not', null).$castTo<boolean>().as('is_marked'),
            rounded(eb.ref('appeal.lat'), 5).as('lat'),
            rounded(eb.ref('appeal.lon'), 5).as('lon'),
            daysBetween(eb.ref('appeal.received_at'), eb.ref('watch.watched_until')).as('days_ago'),
          ]),
      )
      .with('place', one => one.selectFrom('placed').select(['lat', 'lon']).distinct())
      .with('cell', one =>
        one
          .selectFrom('place')
          .select(eb => [
            'lat',
            'lon',
            h3Cell(eb.ref('lat'), eb.ref('lon'), resolution).as('h3'),
            h3Cell(eb.ref('lat'), eb.ref('lon'), coarse).as('h3_coarse'),
          ]),
      )
      .selectFrom('placed')
      .innerJoin('cell', join =>
        join.onRef('cell.lat', '=', 'placed.lat').onRef('cell.lon', '=', 'placed.lon'),
      )
      .select(eb => [
        'placed.city',
        'placed.appeal_id',
        'placed.category',
        'placed.subcategory',
        'placed.received_at',
        'placed.received_on',
        'placed.is_marked',
        eb.ref('cell.h3').$notNull().as('h3'),
        eb.ref('cell.h3_coarse').$notNull().as('h3_coarse'),
        'placed.days_ago',
      ]),
})
