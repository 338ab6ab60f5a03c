import {countOf, integer, medianOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import daily from './traffic_daily.ts'
import hourly from './traffic_hourly.ts'

export default defineModel({
  name: 'traffic_profiles',
  title: {uk: 'Добовий хід руху', en: 'Course of traffic through the day'},
  describe: {
    uk: 'Медіана машин за кожну годину доби, окремо для робочих днів, субот, неділь і свят, за напрямками.',
    en: 'Median of vehicles in each hour of the day, for workdays, Saturdays, Sundays and holidays apart, by direction.',
  },
  grain: ['city', 'counter_id', 'direction', 'day_kind', 'local_hour'],
  publish: true,
  inputs: [hourly, daily],
  columns: {
    vehicles: {uk: 'Медіана за годину', en: 'Median of the hour', unit: '1'},
    days: {uk: 'Днів', en: 'Days', unit: 'd'},
  },
  query: db =>
    db
      .selectFrom('traffic_hourly as hour')
      .innerJoin('traffic_daily as day', join =>
        join
          .onRef('day.city', '=', 'hour.city')
          .onRef('day.counter_id', '=', 'hour.counter_id')
          .onRef('day.direction', '=', 'hour.direction')
          .onRef('day.date', '=', 'hour.date'),
      )
      .where('hour.vehicles', 'is not', null)
      .where('day.is_empty', '=', false)
      .select(eb => [
        'hour.city',
        'hour.counter_id',
        'hour.direction',
        'day.day_kind',
        'hour.local_hour',
        medianOf(eb.ref('hour.vehicles')).as('vehicles'),
        integer(countOf()).as('days'),
      ])
      .groupBy(['hour.city', 'hour.counter_id', 'hour.direction', 'day.day_kind', 'hour.local_hour'])
      .orderBy('hour.city')
      .orderBy('hour.counter_id')
      .orderBy('hour.direction')
      .orderBy('day.day_kind')
      .orderBy('hour.local_hour'),
})
