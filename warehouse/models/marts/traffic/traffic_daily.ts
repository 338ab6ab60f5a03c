import {countOf, integer, medianOf, quotient, rounded, weekdayOf, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import calendar from '../../reference/calendar.ts'
import cities from '../../reference/cities.ts'
import hourly from './traffic_hourly.ts'

/** Hours that a day must have to be compared: three in four. */
const dayHours = 18

export default defineModel({
  name: 'traffic_daily',
  title: {uk: 'Рух за добу', en: 'Traffic, daily'},
  describe: {
    uk: 'Скільки транспорту за добу в кожному напрямку, що це за день (робочий, субота, неділя, свято) і яка це частка звичайного: медіани того самого дня тижня на цьому лічильнику. Свята за законом мають окремий вид дня, хоч під час воєнного стану вони робочі.',
    en: 'How much traffic in a day in each direction, what kind of day it is (workday, Saturday, Sunday, holiday), and what share of the usual it is: of the median of the same weekday at that counter. Holidays by law are a kind of their own, though under martial law they are worked.',
  },
  grain: ['city', 'counter_id', 'direction', 'date'],
  publish: true,
  inputs: [hourly, cities, calendar],
  columns: {
    weekday: {uk: 'День тижня, 1 понеділок … 7 неділя', en: 'Weekday, 1 Monday … 7 Sunday'},
    day_kind: {
      uk: 'Вид дня: workday, saturday, sunday, holiday',
      en: 'Kind of day: workday, saturday, sunday, holiday',
    },
    hours: {uk: 'Годин із підрахунком', en: 'Hours counted', unit: 'h'},
    is_complete: {uk: 'Принаймні 18 годин', en: 'At least 18 hours'},
    is_empty: {
      uk: 'Повна доба без жодної машини: дорогу закрито або лічильник не бачить',
      en: 'A complete day without a single vehicle: the road is closed or the counter is blind',
    },
    usual_vehicles: {
      uk: 'Медіана повних діб того самого дня тижня, крім свят',
      en: 'Median of complete days of the same weekday, holidays apart',
      unit: '1',
    },
    share_of_usual: {uk: 'Частка звичайного', en: 'Share of the usual', unit: '1'},
  },
  query: db => {
    const days = db
      .selectFrom('traffic_hourly as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .leftJoin('calendar', join =>
        join.onRef('calendar.country', '=', 'cities.country').onRef('calendar.date', '=', 'hour.date'),
      )
      .where('hour.vehicles', 'is not', null)
      .select(eb => [
        'hour.city',
        'hour.counter_id',
        'hour.direction',
        'hour.date',
        weekdayOf(eb.ref('hour.date')).as('weekday'),
        'calendar.holiday_uk',
        'calendar.holiday_en',
        wholeSum(eb.ref('hour.cars')).as('cars'),
        wholeSum(eb.ref('hour.trucks')).as('trucks'),
        wholeSum(eb.ref('hour.buses')).as('buses'),
        wholeSum(eb.ref('hour.bicycles')).as('bicycles'),
        wholeSum(eb.ref('hour.vehicles')).as('vehicles'),
        integer(countOf()).as('hours'),
      ])
      .groupBy(eb => [
        'hour.city',
        'hour.counter_id',
        'hour.direction',
        'hour.date',
        weekdayOf(eb.ref('hour.date')),
        'calendar.holiday_uk',
        'calendar.holiday_en',
      ])
    const usual = db
      .selectFrom(days.as('day'))
      .where('hours', '>=', dayHours)
      .where('holiday_en', 'is', null)
      .select(eb => [
        'city',
        'counter_id',
        'direction',
        'weekday',
        medianOf(eb.ref('vehicles')).as('vehicles'),
      ])
      .groupBy(['city', 'counter_id', 'direction', 'weekday'])
    return db
      .selectFrom(days.as('day'))
      .leftJoin(usual.as('usual'), join =>
        join
          .onRef('usual.city', '=', 'day.city')
          .onRef('usual.counter_id', '=', 'day.counter_id')
          .onRef('usual.direction', '=', 'day.direction')
          .onRef('usual.weekday', '=', 'day.weekday'),
      )
      .select(eb => {
        const isComplete = eb('day.hours', '>=', dayHours)
        return [
          'day.city',
          'day.counter_id',
          'day.direction',
          'day.date',
          'day.weekday',
          eb
            .case()
            .when('day.holiday_en', 'is not', null)
            .then('holiday')
            .when('day.weekday', '=', 7)
            .then('sunday')
            .when('day.weekday', '=', 6)
            .then('saturday')
            .else('workday')
            .end()
            .as('day_kind'),
          'day.holiday_uk',
          'day.holiday_en',
          'day.cars',
          'day.trucks',
          'day.buses',
          'day.bicycles',
          'day.vehicles',
          'day.hours',
          isComplete.$castTo<boolean>().as('is_complete'),
          eb
            .and([isComplete, eb('day.vehicles', '=', 0)])
            .$castTo<boolean>()
            .as('is_empty'),
          'usual.vehicles as usual_vehicles',
          eb
            .case()
            .when(eb.and([isComplete, eb('usual.vehicles', '>', 0)]))
            .then(rounded(quotient(eb.ref('day.vehicles'), eb.ref('usual.vehicles')), 3))
            .end()
            .as('share_of_usual'),
        ]
      })
      .orderBy('day.city')
      .orderBy('day.counter_id')
      .orderBy('day.direction')
      .orderBy('day.date')
  },
})
