import {newest} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import airHourly from '../air/air_quality_hourly.ts'
import airIndex from '../air/air_quality_index_hourly.ts'
import noiseHourly from '../noise/noise_hourly.ts'
import trafficHourly from '../traffic/traffic_hourly.ts'
import rainHourly from '../water/rain_hourly.ts'
import waterLevels from '../water/water_levels.ts'

export default defineModel({
  name: 'sensor_latest',
  title: {uk: 'Останні покази датчиків', en: 'Latest readings of sensors'},
  describe: {
    uk: 'Останнє відоме значення кожної властивості на кожній станції, з часом і позначкою. Старе значення – не теперішнє: дивіться на час.',
    en: 'The last known value of every property at every station, with its time and flag. An old value is not the present one: look at the time.',
  },
  grain: ['city', 'subject', 'station_id', 'property'],
  publish: true,
  inputs: [airHourly, airIndex, waterLevels, rainHourly, noiseHourly, trafficHourly],
  columns: {
    subject: {
      uk: 'Що вимірює: air, noise, water, rain, traffic',
      en: 'What it measures: air, noise, water, rain, traffic',
    },
    station_id: {uk: 'Станція', en: 'Station'},
    property: {
      uk: 'Властивість; us_aqi, eaqi і caqi – індекси',
      en: 'Property; us_aqi, eaqi and caqi are indices',
    },
    unit: {uk: 'Одиниця', en: 'Unit'},
    value: {uk: 'Значення', en: 'Value'},
    flag: {uk: 'Позначка якості; ok – без зауважень', en: 'Flag of quality; ok: nothing to note'},
    observed_at: {uk: 'Коли', en: 'When'},
  },
  query: db => {
    const air = db
      .selectFrom('air_quality_hourly')
      .where('value', 'is not', null)
      .select(eb => [
        'city',
        eb.val('air').as('subject'),
        'station_id',
        'property',
        'unit',
        newest(eb.ref('value').$castTo<number | null>(), eb.ref('observed_at')).as('value'),
        newest(eb.ref('flag').$castTo<string>(), eb.ref('observed_at')).as('flag'),
        eb.fn.max('observed_at').as('observed_at'),
      ])
      .groupBy(['city', 'station_id', 'property', 'unit'])
    const index = (name: 'us_aqi' | 'eaqi' | 'caqi') =>
      db
        .selectFrom('air_quality_index_hourly')
        .where(name, 'is not', null)
        .select(eb => [
          'city',
          eb.val('air').as('subject'),
          'station_id',
          eb.val(name as string).as('property'),
          eb.val('1').as('unit'),
          newest(eb.cast<number | null>(name, 'double precision'), eb.ref('observed_at')).as('value'),
          eb.val('ok').as('flag'),
          eb.fn.max('observed_at').as('observed_at'),
        ])
        .groupBy(['city', 'station_id'])
    const water = db
      .selectFrom('water_levels')
      .where('last_cm', 'is not', null)
      .select(eb => [
        'city',
        eb.val('water').as('subject'),
        'gauge_id as station_id',
        eb.val('level').as('property'),
        eb.val('cm').as('unit'),
        newest(eb.ref('last_cm'), eb.ref('hour')).as('value'),
        newest(eb.ref('state').$castTo<string>(), eb.ref('hour')).as('flag'),
        eb.fn.max('hour').as('observed_at'),
      ])
      .groupBy(['city', 'gauge_id'])
    const rain = db
      .selectFrom('rain_hourly')
      .select(eb => [
        'city',
        eb.val('rain').as('subject'),
        'gauge_id as station_id',
        eb.val('rain').as('property'),
        eb.val('mm/h').as('unit'),
        newest(eb.ref('rain_mm'), eb.ref('hour')).as('value'),
        eb.val('ok').as('flag'),
        eb.fn.max('hour').as('observed_at'),
      ])
      .groupBy(['city', 'gauge_id'])
    const noise = db
      .selectFrom('noise_hourly')
      .where('laeq', 'is not', null)
      .select(eb => [
        'city',
        eb.val('noise').as('subject'),
        'station_id',
        eb.val('laeq').as('property'),
        eb.val('dB').as('unit'),
        newest(eb.ref('laeq'), eb.ref('observed_at')).as('value'),
        newest(eb.ref('flag').$castTo<string>(), eb.ref('observed_at')).as('flag'),
        eb.fn.max('observed_at').as('observed_at'),
      ])
      .groupBy(['city', 'station_id'])
    const traffic = db
      .selectFrom('traffic_hourly')
      .where('vehicles', 'is not', null)
      .where('direction', 'in', ['in', 'out'])
      .select(eb => [
        'city',
        eb.val('traffic').as('subject'),
        'counter_id as station_id',
        eb.case().when('direction', '=', 'in').then('vehicles_in').else('vehicles_out').end().as('property'),
        eb.val('1/h').as('unit'),
        newest(eb.cast<number | null>('vehicles', 'double precision'), eb.ref('counted_at')).as('value'),
        eb.val('ok').as('flag'),
        eb.fn.max('counted_at').as('observed_at'),
      ])
      .groupBy(['city', 'counter_id', 'direction'])
    const latest = air
      .unionAll(index('us_aqi'))
      .unionAll(index('eaqi'))
      .unionAll(index('caqi'))
      .unionAll(water)
      .unionAll(rain)
      .unionAll(noise)
      .unionAll(traffic)
    return db
      .selectFrom(latest.as('latest'))
      .select(['city', 'subject', 'station_id', 'property', 'unit', 'value', 'flag', 'observed_at'])
      .orderBy('city')
      .orderBy('subject')
      .orderBy('station_id')
      .orderBy('property')
  },
})
