import airStations from '@hromada/datasets/air-stations/dataset.ts'
import noise from '@hromada/datasets/noise/dataset.ts'
import noiseStations from '@hromada/datasets/noise-stations/dataset.ts'
import rainfall from '@hromada/datasets/rainfall/dataset.ts'
import trafficCounters from '@hromada/datasets/traffic-counters/dataset.ts'
import trafficCounts from '@hromada/datasets/traffic-counts/dataset.ts'
import waterGauges from '@hromada/datasets/water-gauges/dataset.ts'
import waterLevels from '@hromada/datasets/water-levels/dataset.ts'
import {countOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import airHours from '../../intermediate/air/int_air_hours.ts'

export default defineModel({
  name: 'stations',
  title: {uk: 'Станції, датчики й лічильники', en: 'Stations, sensors and counters'},
  describe: {
    uk: 'Реєстр усього, що вимірює: повітря, шум, воду, дощ і рух. Хто утримує, за якою ліцензією, чим, де й відколи; коли був перший і останній показ. Чого реєстр не знає, те порожнє.',
    en: 'Register of everything that measures: air, noise, water, rain and traffic. Who runs it, under which licence, with what, where and since when; when the first and the last reading were. What the register does not know is empty.',
  },
  grain: ['city', 'subject', 'station_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [
    staging(airStations),
    staging(noiseStations),
    staging(noise),
    staging(waterGauges),
    staging(waterLevels),
    staging(rainfall),
    staging(trafficCounters),
    staging(trafficCounts),
    airHours,
  ],
  columns: {
    subject: {
      uk: 'Що вимірює: air, noise, water, rain, traffic',
      en: 'What it measures: air, noise, water, rain, traffic',
    },
    station_id: {uk: 'Станція', en: 'Station'},
    network: {
      uk: 'Мережа повітря: reference еталонна, lun, community',
      en: 'Network of air: reference, lun, community',
    },
    name: {uk: 'Назва', en: 'Name'},
    model: {uk: 'Прилади, модель або клас точності', en: 'Instruments, model or class of accuracy'},
    kind: {
      uk: 'Вид: для повітря traffic, industrial, background; для води reservoir, river, stream, sea; для руху – клас дороги',
      en: 'Kind: of air traffic, industrial, background; of water reservoir, river, stream, sea; of traffic the class of road',
    },
    licence: {
      uk: 'Ліцензія вимірів; порожньо: ліцензія набору',
      en: 'Licence of its readings; empty: that of the dataset',
    },
    zero_m: {uk: 'Висота нуля поста', en: 'Height of the gauge’s zero', unit: 'm'},
    first_at: {uk: 'Перший показ', en: 'First reading'},
    last_at: {uk: 'Останній показ', en: 'Last reading'},
    readings: {uk: 'Рядків із показами', en: 'Rows of readings', unit: '1'},
  },
  query: db => {
    const text = (name: string) => name as 'air' | 'noise' | 'water' | 'rain' | 'traffic'
    const air = db
      .selectFrom('stg_air_stations')
      .select(eb => [
        'city',
        eb.val(text('air')).as('subject'),
        'station_id',
        eb.cast<string | null>(eb.lit(null), 'varchar').as('name'),
        eb.ref('operator').$castTo<string | null>().as('operator'),
        'model',
        eb.ref('is_reference').$castTo<boolean | null>().as('is_reference'),
        'kind',
        'licence',
        'lon',
        'lat',
        'height_m',
        'installed_date',
        'district',
        eb.cast<number | null>(eb.lit(null), 'double precision').as('zero_m'),
        eb.cast<string | null>(eb.lit(null), 'varchar').as('datum'),
      ])
    const none = {text: 'varchar', number: 'double precision', truth: 'boolean'} as const
    const sound = db
      .selectFrom('stg_noise_stations')
      .select(eb => [
        'city',
        eb.val(text('noise')).as('subject'),
        'station_id',
        'name',
        eb.cast<string | null>(eb.lit(null), none.text).as('operator'),
        'accuracy as model',
        eb.cast<boolean | null>(eb.lit(null), none.truth).as('is_reference'),
        eb.cast<string | null>(eb.lit(null), none.text).as('kind'),
        eb.cast<string | null>(eb.lit(null), none.text).as('licence'),
        'lon',
        'lat',
        'height_m',
        'installed_date',
        'district',
        eb.cast<number | null>(eb.lit(null), none.number).as('zero_m'),
        eb.cast<string | null>(eb.lit(null), none.text).as('datum'),
      ])
    const water = db
      .selectFrom('stg_water_gauges')
      .select(eb => [
        'city',
        eb.case().when('kind', '=', 'rain').then(text('rain')).else(text('water')).end().as('subject'),
        'gauge_id as station_id',
        'name',
        'operator',
        eb.cast<string | null>(eb.lit(null), none.text).as('model'),
        eb.cast<boolean | null>(eb.lit(null), none.truth).as('is_reference'),
        'kind',
        eb.cast<string | null>(eb.lit(null), none.text).as('licence'),
        'lon',
        'lat',
        eb.cast<number | null>(eb.lit(null), none.number).as('height_m'),
        'installed_date',
        'district',
        'zero_m',
        'datum',
      ])
    const traffic = db
      .selectFrom('stg_traffic_counters')
      .select(eb => [
        'city',
        eb.val(text('traffic')).as('subject'),
        'counter_id as station_id',
        'name',
        eb.cast<string | null>(eb.lit(null), none.text).as('operator'),
        eb.cast<string | null>(eb.lit(null), none.text).as('model'),
        eb.cast<boolean | null>(eb.lit(null), none.truth).as('is_reference'),
        'road_class as kind',
        eb.cast<string | null>(eb.lit(null), none.text).as('licence'),
        'lon',
        'lat',
        eb.cast<number | null>(eb.lit(null), none.number).as('height_m'),
        'installed_date',
        'district',
        eb.cast<number | null>(eb.lit(null), none.number).as('zero_m'),
        eb.cast<string | null>(eb.lit(null), none.text).as('datum'),
      ])
    const registered = air.unionAll(sound).unionAll(water).unionAll(traffic)

    const noNetwork = none.text
    const seenAir = db
      .selectFrom('int_air_hours')
      .where('measured', '>', 0)
      .select(eb => [
        'city',
        eb.val(text('air')).as('subject'),
        'station_id',
        eb.cast<string | null>(eb.fn.min('network'), noNetwork).as('network'),
        eb.fn.min('observed_at').as('first_at'),
        eb.fn.max('observed_at').as('last_at'),
        countOf().as('readings'),
      ])
      .groupBy(['city', 'station_id'])
    const seenNoise = db
      .selectFrom('stg_noise')
      .where('laeq', 'is not', null)
      .select(eb => [
        'city',
        eb.val(text('noise')).as('subject'),
        'station_id',
        eb.cast<string | null>(eb.lit(null), noNetwork).as('network'),
        eb.fn.min('observed_at').as('first_at'),
        eb.fn.max('observed_at').as('last_at'),
        countOf().as('readings'),
      ])
      .groupBy(['city', 'station_id'])
    const seenWater = db
      .selectFrom('stg_water_levels')
      .where('level_cm', 'is not', null)
      .select(eb => [
        'city',
        eb.val(text('water')).as('subject'),
        'gauge_id as station_id',
        eb.cast<string | null>(eb.lit(null), noNetwork).as('network'),
        eb.fn.min('observed_at').as('first_at'),
        eb.fn.max('observed_at').as('last_at'),
        countOf().as('readings'),
      ])
      .groupBy(['city', 'gauge_id'])
    const seenRain = db
      .selectFrom('stg_rainfall')
      .where('rain_mm', 'is not', null)
      .select(eb => [
        'city',
        eb.val(text('rain')).as('subject'),
        'gauge_id as station_id',
        eb.cast<string | null>(eb.lit(null), noNetwork).as('network'),
        eb.fn.min('observed_at').as('first_at'),
        eb.fn.max('observed_at').as('last_at'),
        countOf().as('readings'),
      ])
      .groupBy(['city', 'gauge_id'])
    const seenTraffic = db
      .selectFrom('stg_traffic_counts')
      .where('cars', 'is not', null)
      .select(eb => [
        'city',
        eb.val(text('traffic')).as('subject'),
        'counter_id as station_id',
        eb.cast<string | null>(eb.lit(null), noNetwork).as('network'),
        eb.fn.min('counted_at').as('first_at'),
        eb.fn.max('counted_at').as('last_at'),
        countOf().as('readings'),
      ])
      .groupBy(['city', 'counter_id'])
    const seen = seenAir.unionAll(seenNoise).unionAll(seenWater).unionAll(seenRain).unionAll(seenTraffic)

    return db
      .selectFrom(registered.as('station'))
      .fullJoin(seen.as('seen'), join =>
        join
          .onRef('seen.city', '=', 'station.city')
          .onRef('seen.subject', '=', 'station.subject')
          .onRef('seen.station_id', '=', 'station.station_id'),
      )
      .select(eb => [
        eb.fn.coalesce('station.city', 'seen.city').$notNull().as('city'),
        eb.fn.coalesce('station.subject', 'seen.subject').$notNull().as('subject'),
        eb.fn.coalesce('station.station_id', 'seen.station_id').$notNull().as('station_id'),
        'seen.network',
        'station.name',
        'station.operator',
        'station.model',
        'station.is_reference',
        'station.kind',
        'station.licence',
        'station.lon',
        'station.lat',
        'station.height_m',
        'station.installed_date',
        'station.district',
        'station.zero_m',
        'station.datum',
        'seen.first_at',
        'seen.last_at',
        eb.fn.coalesce('seen.readings', eb.lit(0)).as('readings'),
      ])
      .orderBy('city')
      .orderBy('subject')
      .orderBy('station_id')
  },
})
