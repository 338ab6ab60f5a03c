import {nowCast, nowCastWeight} from '../../../src/air/now-cast.ts'
import {earlierRow, hoursTouched, rolling} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import hourly from '../../marts/air/air_quality_hourly.ts'

const particles = ['pm25', 'pm10'] as const
const gases = ['no2', 'o3', 'so2', 'co'] as const

/** How many hours a mean is of, and how many of them must have a reading: three in four. */
const means = {eight_hours: {hours: 8, least: 6}, day: {hours: 24, least: 18}} as const

/** The hours of a NowCast before this one. */
const before = Array.from({length: 11}, (_, index) => index + 1)

export default defineModel({
  name: 'int_air_means',
  title: {uk: 'Середні, за якими рахують індекси повітря', en: 'Means that air quality indices are of'},
  describe: {
    uk: 'Кожна година станції за кожною речовиною: показ, для пилу NowCast за 12 годин, для газів середнє за 8 годин і за добу.',
    en: 'Every hour of a station for every pollutant: the reading, of particles NowCast over 12 hours, of gases the mean of 8 hours and of a day.',
  },
  grain: ['city', 'station_id', 'property', 'observed_at'],
  inputs: [hourly],
  columns: {
    observed_at: {uk: 'Година', en: 'Hour'},
    hour: {uk: 'Показ за годину', en: 'Reading of the hour'},
    nowcast: {uk: 'NowCast за 12 годин', en: 'NowCast over 12 hours'},
    eight_hours: {uk: 'Середнє за 8 годин', en: 'Mean of 8 hours'},
    day: {uk: 'Середнє за 24 години', en: 'Mean of 24 hours'},
  },
  query: db => {
    const readings = db
      .selectFrom('air_quality_hourly')
      .where('is_valid', '=', true)
      .where('property', 'in', [...particles, ...gases])
      .select(['city', 'station_id', 'property', 'observed_at', 'value'])
    const stations = db
      .selectFrom(readings.as('reading'))
      .select(eb => [
        'city',
        'station_id',
        eb.fn.min('observed_at').as('first_at'),
        eb.fn.max('observed_at').as('last_at'),
      ])
      .groupBy(['city', 'station_id'])
    // Every hour of a station, also those without readings: twelve rows back are twelve hours back.
    const hoursOf = (properties: readonly string[]) =>
      db
        .selectFrom(stations.as('station'))
        .crossJoin(eb => hoursTouched(eb.ref('station.first_at'), eb.ref('station.last_at')))
        .innerJoin(
          readings
            .where('property', 'in', properties)
            .clearSelect()
            .select(['city', 'station_id', 'property'])
            .groupBy(['city', 'station_id', 'property'])
            .as('series'),
          join =>
            join
              .onRef('series.city', '=', 'station.city')
              .onRef('series.station_id', '=', 'station.station_id'),
        )
        .leftJoin(readings.as('reading'), join =>
          join
            .onRef('reading.city', '=', 'series.city')
            .onRef('reading.station_id', '=', 'series.station_id')
            .onRef('reading.property', '=', 'series.property')
            .onRef('reading.observed_at', '=', 'touched.hour'),
        )
        .select(['series.city', 'series.station_id', 'series.property'])
        .select(['touched.hour as observed_at', 'reading.value as hour'])
    const dust = db.selectFrom(hoursOf(particles).as('hour')).select(eb => {
      const [value, at] = [eb.ref('hour.hour'), eb.ref('observed_at')]
      const one = [eb.ref('city'), eb.ref('station_id'), eb.ref('property')]
      return [
        'city',
        'station_id',
        'property',
        'observed_at',
        'hour.hour',
        ...before.map(rows => earlierRow(value, rows, one, at).as(`before_${rows}`)),
        nowCastWeight(rolling('min', value, 11, one, at), rolling('max', value, 11, one, at)).as('weight'),
      ]
    })
    const ofParticles = db.selectFrom(dust.as('reading')).select(eb => {
      const earlier = before.map(rows => eb.ref(`before_${rows}` as 'hour'))
      const cast = nowCast([eb.ref('reading.hour'), ...earlier], eb.ref('weight'))
      const none = eb.cast<number | null>(eb.lit(null), 'double precision')
      return [
        'city',
        'station_id',
        'property',
        'observed_at',
        'reading.hour',
        eb.cast<number | null>(cast, 'double precision').as('nowcast'),
        none.as('eight_hours'),
        none.as('day'),
      ]
    })
    const ofGases = db.selectFrom(hoursOf(gases).as('reading')).select(eb => {
      const [value, at] = [eb.ref('reading.hour'), eb.ref('observed_at')]
      const one = [eb.ref('city'), eb.ref('station_id'), eb.ref('property')]
      const mean = ({hours, least}: {hours: number; least: number}) =>
        eb
          .case()
          .when(rolling('count', value, hours - 1, one, at), '>=', least)
          .then(rolling('mean', value, hours - 1, one, at))
          .end()
          .$castTo<number | null>()
      return [
        'city',
        'station_id',
        'property',
        'observed_at',
        'reading.hour',
        eb.cast<number | null>(eb.lit(null), 'double precision').as('nowcast'),
        mean(means.eight_hours).as('eight_hours'),
        mean(means.day).as('day'),
      ]
    })
    return ofParticles.unionAll(ofGases)
  },
})
