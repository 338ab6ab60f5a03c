import {countOf, integer, localDate, localHour, meanOf, monthOf, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import hourly from './air_quality_hourly.ts'

export default defineModel({
  name: 'air_quality_profiles',
  title: {uk: 'Добовий хід повітря за місяцями', en: 'Course of the air through the day, by month'},
  describe: {
    uk: 'Середнє кожної години доби за годинником міста, за календарним місяцем усіх років: видно печі, рух, котельні й сонце.',
    en: 'Mean of each hour of the day by the city’s clock, by calendar month of all years: stoves, traffic, boilers and the sun show.',
  },
  grain: ['city', 'station_id', 'property', 'month_of_year', 'local_hour'],
  publish: true,
  inputs: [hourly, cities],
  columns: {
    month_of_year: {uk: 'Місяць, 1–12', en: 'Month, 1–12'},
    local_hour: {uk: 'Година за годинником міста, 0–23', en: 'Hour by the city’s clock, 0–23'},
    mean: {
      uk: 'Середнє дійсних годин, в одиниці unit',
      en: 'Mean of valid hours, in the unit of the column unit',
    },
    hours: {uk: 'Скільки годин', en: 'How many hours', unit: '1'},
  },
  query: db =>
    db
      .selectFrom('air_quality_hourly as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .where('hour.is_valid', '=', true)
      .where('hour.property', 'in', ['pm25', 'pm10', 'no2', 'o3'])
      .select(eb => [
        'hour.city',
        'hour.station_id',
        'hour.property',
        'hour.unit',
        monthOf(localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone'))).as('month_of_year'),
        localHour(eb.ref('hour.observed_at'), eb.ref('cities.zone')).as('local_hour'),
        rounded(meanOf(eb.ref('hour.value')), 2).as('mean'),
        integer(countOf()).as('hours'),
      ])
      .groupBy(eb => [
        'hour.city',
        'hour.station_id',
        'hour.property',
        'hour.unit',
        monthOf(localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone'))),
        localHour(eb.ref('hour.observed_at'), eb.ref('cities.zone')),
      ])
      .orderBy('hour.city')
      .orderBy('hour.station_id')
      .orderBy('hour.property')
      .orderBy('month_of_year')
      .orderBy('local_hour'),
})
