import {
  countOf,
  countWhere,
  gridColumn,
  gridLat,
  gridLon,
  gridRow,
  joined,
  quotient,
  text,
  weekdayOf,
  wholeSum,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import coded from '../../intermediate/appeals/int_appeals_coded.ts'
import cities from '../../reference/cities.ts'

/** As wide as the squares in which places of homes are kept. */
const metres = 250

/** One a month. */
const least = 12

export default defineModel({
  name: 'appeals_places',
  title: {uk: 'Місця, про які звертаються знов і знов', en: 'Places that are reported again and again'},
  describe: {
    uk: 'Квадрати 250 × 250 м, з яких за рік надійшло щонайменше 12 звернень одного виду: у скільки разів це більше, ніж у середньому з квадрата, звідки такі звернення взагалі були, і яка частка – у вихідні. Це площа, а не дім.',
    en: 'Squares of 250 × 250 m from which at least 12 appeals of one kind came in a year: how many times more that is than from the average square that had any, and which share came at weekends. It is an area, not a home.',
  },
  grain: ['city', 'year', 'category', 'subcategory', 'square_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [coded, cities],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    subcategory: {
      uk: 'Вид звернення; unknown – не сказано',
      en: 'Kind of appeal; unknown where it is not said',
    },
    square_id: {uk: 'Квадрат: номер на схід і на північ', en: 'Square: its number eastwards and northwards'},
    lon: {uk: 'Довгота середини квадрата', en: 'Longitude of the middle of the square', unit: 'deg'},
    lat: {uk: 'Широта середини квадрата', en: 'Latitude of the middle of the square', unit: 'deg'},
    n: {uk: 'Звернень за рік', en: 'Appeals in the year', unit: '1'},
    times_average: {
      uk: 'У скільки разів більше, ніж у середньому',
      en: 'How many times the average',
      unit: '1',
    },
    weekend_share: {
      uk: 'Частка отриманих у суботу й неділю',
      en: 'Share received on Saturday and Sunday',
      unit: '1',
    },
  },
  query: db => {
    const placed = db
      .selectFrom('int_appeals_coded as appeal')
      .innerJoin('cities', 'cities.city', 'appeal.city')
      .where(eb =>
        eb.and([
          eb('appeal.lon', '>=', eb.ref('cities.west')),
          eb('appeal.lon', '<=', eb.ref('cities.east')),
          eb('appeal.lat', '>=', eb.ref('cities.south')),
          eb('appeal.lat', '<=', eb.ref('cities.north')),
        ]),
      )
      .select(eb => {
        const day = eb.ref('appeal.received_on')
        return [
          'appeal.city',
          'appeal.category',
          eb.fn.coalesce('appeal.subcategory', eb.val('unknown')).as('subcategory'),
          'cities.lat as middle_lat',
          yearOf(day).as('year'),
          weekdayOf(day).as('weekday'),
          gridColumn(eb.ref('appeal.lon'), eb.ref('cities.lat'), metres).$notNull().as('column'),
          gridRow(eb.ref('appeal.lat'), metres).$notNull().as('row'),
        ]
      })
    return db
      .with('square', () =>
        db
          .selectFrom(placed.as('placed'))
          .select(eb => [
            'city',
            'year',
            'category',
            'subcategory',
            'middle_lat',
            'column',
            'row',
            countOf().as('n'),
            countWhere(eb('weekday', '>=', 6)).as('at_weekends'),
          ])
          .groupBy(['city', 'year', 'category', 'subcategory', 'middle_lat', 'column', 'row']),
      )
      .with('usual', one =>
        one
          .selectFrom('square')
          .select(eb => [
            'city',
            'year',
            'category',
            'subcategory',
            quotient(wholeSum(eb.ref('n')), countOf()).as('average'),
          ])
          .groupBy(['city', 'year', 'category', 'subcategory']),
      )
      .selectFrom('square')
      .innerJoin('usual', join =>
        join
          .onRef('usual.city', '=', 'square.city')
          .onRef('usual.year', '=', 'square.year')
          .onRef('usual.category', '=', 'square.category')
          .onRef('usual.subcategory', '=', 'square.subcategory'),
      )
      .where('n', '>=', least)
      .select(eb => [
        'square.city',
        'square.year',
        'square.category',
        'square.subcategory',
        joined(':', text(eb.ref('column')), text(eb.ref('row')))
          .$notNull()
          .as('square_id'),
        gridLon(eb.ref('column'), eb.ref('middle_lat'), metres).as('lon'),
        gridLat(eb.ref('row'), metres).as('lat'),
        'n',
        quotient(eb.ref('n'), eb.ref('average')).as('times_average'),
        quotient(eb.ref('at_weekends'), eb.ref('n')).as('weekend_share'),
      ])
      .orderBy('square.city')
      .orderBy('square.year')
      .orderBy('square.category')
      .orderBy('square.subcategory')
      .orderBy('square_id')
  },
})
