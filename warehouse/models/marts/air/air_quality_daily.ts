import {countOf, integer, localDate, meanOf, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import hourly from './air_quality_hourly.ts'

const properties = ['pm25', 'pm10', 'no2', 'o3', 'so2', 'co', 'nox'] as const

export default defineModel({
  name: 'air_quality_daily',
  title: {uk: 'Повітря за добу', en: 'Air, daily'},
  describe: {
    uk: 'Середнє за добу за годинником міста. Доба повна, коли є принаймні 18 годин із 24.',
    en: 'Mean of the day by the city’s clock. A day is complete with at least 18 hours of 24.',
  },
  grain: ['city', 'station_id', 'date', 'property'],
  publish: true,
  inputs: [hourly, cities],
  columns: {
    date: {uk: 'Дата', en: 'Date'},
    property: {uk: 'Що вимірювали', en: 'What was measured'},
    mean: {uk: 'Середнє, у мкг/м³ (CO у мг/м³)', en: 'Mean, in µg/m³ (CO in mg/m³)'},
    hours: {uk: 'Годин із виміром', en: 'Hours with a reading', unit: 'h'},
    is_complete: {uk: 'Принаймні 18 годин', en: 'At least 18 hours'},
  },
  query: db => {
    const day = (property: (typeof properties)[number]) =>
      db
        .selectFrom('air_quality_hourly as hour')
        .innerJoin('cities', 'cities.city', 'hour.city')
        .where(`hour.${property}`, 'is not', null)
        .where('hour.flag', '=', 'ok')
        .select(eb => [
          'hour.city',
          'hour.station_id',
          localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone')).as('date'),
          eb.val(property as string).as('property'),
          rounded(meanOf(eb.ref(`hour.${property}`)), 3).as('mean'),
          integer(eb.fn.countAll()).as('hours'),
          eb(countOf(), '>=', 18).$castTo<boolean>().as('is_complete'),
        ])
        .groupBy(eb => [
          'hour.city',
          'hour.station_id',
          localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone')),
        ])
    const [first, ...rest] = properties
    const all = rest.reduce((query, property) => query.unionAll(day(property)), day(first))
    return db
      .selectFrom(all.as('day'))
      .selectAll()
      .orderBy('city')
      .orderBy('station_id')
      .orderBy('date')
      .orderBy('property')
  },
})
