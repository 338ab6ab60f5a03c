import {
  countOf,
  countWhere,
  hoursTouched,
  integer,
  localDate,
  meanOf,
  rolling,
  rounded,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import hourly from './air_quality_hourly.ts'

/** Hours that a day, and an eight-hour mean, must have: three in four (Directive 2008/50/EC, annex VII). */
const [dayHours, eightHours] = [18, 6]

export default defineModel({
  name: 'air_quality_daily',
  title: {uk: 'Повітря за добу', en: 'Air, daily'},
  describe: {
    uk: 'Середнє за добу за годинником міста, з дійсних годин. Доба повна, коли їх принаймні 18 із 24. Для озону й чадного газу – ще й найбільше середнє за 8 годин.',
    en: 'Mean of the day by the city’s clock, of valid hours. A day is complete with at least 18 of 24. For ozone and carbon monoxide also the highest mean of 8 hours.',
  },
  grain: ['city', 'station_id', 'date', 'property'],
  publish: true,
  inputs: [hourly, cities],
  columns: {
    date: {uk: 'Дата', en: 'Date'},
    mean: {uk: 'Середнє, в одиниці unit', en: 'Mean, in the unit of the column unit'},
    highest_hour: {uk: 'Найбільше за годину', en: 'Highest hour'},
    highest_8h: {
      uk: 'Найбільше з середніх за 8 годин, що закінчилися цієї доби; лише o3 і co',
      en: 'Highest mean of 8 hours that ended on this day; o3 and co only',
    },
    hours: {uk: 'Дійсних годин', en: 'Valid hours', unit: 'h'},
    damp_hours: {uk: 'З них за вологості понад 80 %', en: 'Of which in humidity above 80 %', unit: 'h'},
    rejected_hours: {
      uk: 'Годин із недійсним показом',
      en: 'Hours with a reading that is not valid',
      unit: 'h',
    },
    is_complete: {uk: 'Принаймні 18 годин', en: 'At least 18 hours'},
    is_reference: {uk: 'Чи станція еталонна', en: 'Is it a reference station'},
  },
  query: db => {
    const eights = db
      .selectFrom(
        db
          .selectFrom('air_quality_hourly')
          .where('property', 'in', ['o3', 'co'])
          .select(eb => [
            'city',
            'station_id',
            'property',
            eb.fn.min('observed_at').as('first_at'),
            eb.fn.max('observed_at').as('last_at'),
          ])
          .groupBy(['city', 'station_id', 'property'])
          .as('series'),
      )
      .crossJoin(eb => hoursTouched(eb.ref('series.first_at'), eb.ref('series.last_at')))
      .leftJoin('air_quality_hourly as reading', join =>
        join
          .onRef('reading.city', '=', 'series.city')
          .onRef('reading.station_id', '=', 'series.station_id')
          .onRef('reading.property', '=', 'series.property')
          .onRef('reading.observed_at', '=', 'touched.hour')
          .on('reading.is_valid', '=', true),
      )
      .select(eb => {
        const series = [eb.ref('series.city'), eb.ref('series.station_id'), eb.ref('series.property')]
        const at = eb.ref('touched.hour')
        return [
          'series.city',
          'series.station_id',
          'series.property',
          'touched.hour',
          rolling('mean', eb.ref('reading.value'), 7, series, at).as('mean'),
          rolling('count', eb.ref('reading.value'), 7, series, at).as('hours'),
        ]
      })
    const highest = db
      .selectFrom(eights.as('eight'))
      .innerJoin('cities', 'cities.city', 'eight.city')
      .where('eight.hours', '>=', eightHours)
      .select(eb => [
        'eight.city',
        'eight.station_id',
        'eight.property',
        localDate(eb.ref('eight.hour'), eb.ref('cities.zone')).as('date'),
        eb.fn.max('eight.mean').as('highest_8h'),
      ])
      .groupBy(eb => [
        'eight.city',
        'eight.station_id',
        'eight.property',
        localDate(eb.ref('eight.hour'), eb.ref('cities.zone')),
      ])
    const days = db
      .selectFrom('air_quality_hourly as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .where('hour.property', '!=', 'wind_direction')
      .select(eb => {
        const isValid = eb('hour.is_valid', '=', true)
        const valid = eb.case().when(isValid).then(eb.ref('hour.value')).end()
        return [
          'hour.city',
          'hour.station_id',
          localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone')).as('date'),
          'hour.property',
          'hour.unit',
          'hour.is_reference',
          meanOf(valid).as('mean'),
          eb.fn.max(valid).as('highest_hour'),
          integer(countWhere(isValid)).as('hours'),
          integer(countWhere(eb('hour.flag', '=', 'high_rh'))).as('damp_hours'),
          integer(eb(countOf(), '-', countWhere(isValid))).as('rejected_hours'),
        ]
      })
      .groupBy(eb => [
        'hour.city',
        'hour.station_id',
        localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone')),
        'hour.property',
        'hour.unit',
        'hour.is_reference',
      ])
    return db
      .selectFrom(days.as('day'))
      .leftJoin(highest.as('eight'), join =>
        join
          .onRef('eight.city', '=', 'day.city')
          .onRef('eight.station_id', '=', 'day.station_id')
          .onRef('eight.property', '=', 'day.property')
          .onRef('eight.date', '=', 'day.date'),
      )
      .select(eb => [
        'day.city',
        'day.station_id',
        'day.date',
        'day.property',
        'day.unit',
        'day.is_reference',
        rounded(eb.ref('day.mean'), 3).as('mean'),
        rounded(eb.ref('day.highest_hour'), 3).as('highest_hour'),
        rounded(eb.ref('eight.highest_8h'), 3).as('highest_8h'),
        'day.hours',
        'day.damp_hours',
        'day.rejected_hours',
        eb('day.hours', '>=', dayHours).$castTo<boolean>().as('is_complete'),
      ])
      .orderBy('day.city')
      .orderBy('day.station_id')
      .orderBy('day.date')
      .orderBy('day.property')
  },
})
