import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, defineCity, feed, loadDatasets} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {builtCity, dataFolder} from './city.fixture.ts'

// Hand-made readings: what each flag, mean and index must say of them was worked out beside them.

const csv = {kind: 'csv', delimiter: ';'} as const
const hour = (index: number) => new Date(Date.UTC(2026, 0, 10) + index * 3_600_000).toISOString()
let town: Awaited<ReturnType<typeof builtCity>>

/** Six stations around a square within a kilometre: four of the city, a Plantower and an SDS011. */
const stations = [
  ['R1', 'так', 'reference', 31.3, 45.9],
  ['R2', 'так', 'reference', 31.302, 45.9],
  ['R3', 'так', 'reference', 31.3, 45.902],
  ['R4', 'так', 'reference', 31.302, 45.902],
  ['L1', 'ні', 'PMS5003, BME280', 31.301, 45.901],
  ['C1', 'ні', 'SDS011, DHT22', 31.301, 45.9],
] as const

/** PM2.5 of a sound hour: never the same twice on end. */
const sound = (station: number, index: number) => 20 + station + ((index * 7) % 5) / 10

function referenceRows(): string[] {
  const rows: string[] = []
  for (const [station, [id]] of stations.slice(0, 4).entries())
    for (let index = 0; index < 48; index++) {
      // R4 has hours 0 to 16 of the second day only: seventeen are no day.
      if (id === 'R4' && index >= 41) continue
      let pm25 = sound(station, index)
      let temperature = -3 + (index % 24) / 10 + index / 100
      let no2 = 30 + (index % 11)
      if (id === 'R1' && index === 5) pm25 = -1.2
      if (id === 'R1' && index === 7) temperature = 85
      if (id === 'R2' && index >= 30 && index < 33) pm25 = Number((pm25 / 1000).toFixed(4))
      if (id === 'R2' && index === 20) pm25 = 140
      if (id === 'R3' && index >= 10 && index < 16) [pm25, temperature, no2] = [21.1, -2, 31]
      rows.push(`${id};${hour(index)};${pm25};;${no2};;;;;;;${temperature};60;`)
    }
  return rows
}

function lunRows(): string[] {
  return Array.from({length: 48}, (_, index) => {
    const local = new Date(Date.parse(hour(index)) + 2 * 3_600_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')
    if (index >= 20 && index < 24) return `L1;${local};0;0;0;0;0;0`
    const humidity = index === 3 ? 127 : 50
    return `L1;${local};${10 + index / 10};${25 + index / 10};${30 + index / 10};-1.${index};${humidity};101325`
  })
}

const communityRows = () =>
  Array.from({length: 48}, (_, index) => {
    const pm = index === 9 ? [1999.9, 999.9] : [40 + index / 10, 30 + index / 10]
    return `C1;SDS011;${hour(index).slice(0, 19)};;${pm[0]};${pm[1]};-1.${index};${index < 24 ? 70 : 90};`
  })

beforeAll(async () => {
  const data = dataFolder()
  const folder = join(data, 'sources/small')
  await mkdir(folder, {recursive: true})
  const write = (name: string, header: string, rows: string[]) =>
    writeFile(join(folder, name), `${[header, ...rows].join('\n')}\n`)
  await write(
    'air.csv',
    'station_id;observed_at;pm25;pm10;no2;o3;so2;co;nox;wind_speed;wind_direction;temperature;humidity;pressure',
    referenceRows(),
  )
  await write('lun.csv', 'station;updated;avgPm10;avgPm25;avgPm100;temperature;humidity;pressure', lunRows())
  await write(
    'community.csv',
    'sensor_id;sensor_type;timestamp;P0;P1;P2;temperature;humidity;pressure',
    communityRows(),
  )
  await write(
    'stations.csv',
    'station_id;operator;model;is_reference;kind;lon;lat;height_m;installed_date;district;licence',
    stations.map(
      ([id, isReference, model, lon, lat]) =>
        `${id};хтось;${model};${isReference};background;${lon};${lat};4;2024-01-01;;CC BY 4.0`,
    ),
  )
  const datasets = await loadDatasets()
  const made = (id: string, path: string) => feed(datasets.get(id)!, {made: {path, format: csv}})
  const city: City = defineCity({
    id: 'small',
    name: {uk: 'Мале', en: 'Small'},
    nameOf: {uk: 'Малого', en: 'Small'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [31.2, 45.8, 31.4, 46],
    feeds: [
      made('air-quality', 'air.csv'),
      made('air-lun', 'lun.csv'),
      made('air-community', 'community.csv'),
      made('air-stations', 'stations.csv'),
    ],
  })
  town = await builtCity([city], null, {
    data,
    select: '+air_quality_exceedances,+air_quality_index_hourly,+air_quality_city_daily',
  })
  return () => town.warehouse.close()
})

const flagged = async (flag: string) =>
  (
    await town.rows<{station_id: string; property: string; hours: string}>(
      `select station_id, property, string_agg(cast(date_diff('hour', timestamptz '2026-01-10 00:00:00+00', observed_at) as varchar), ' ' order by observed_at) as hours
       from air_quality_hourly where flag = '${flag}' group by all order by station_id, property`,
    )
  ).map(({station_id, property, hours}) => `${station_id} ${property}: ${hours}`)

describe('flags', () => {
  test('what cannot be is out of range, of that property alone', async () => {
    expect(await flagged('out_of_range')).toEqual([
      'C1 pm10: 9',
      'C1 pm25: 9',
      'L1 humidity: 3',
      'R1 pm25: 5',
      'R1 temperature: 7',
    ])
  })

  test('a sensor that sends zeros is silent; its zeros are no clean air and no temperature', async () => {
    expect(await flagged('offline_zero')).toEqual(
      ['humidity', 'pm1', 'pm10', 'pm25', 'pressure', 'temperature'].map(name => `L1 ${name}: 20 21 22 23`),
    )
  })

  test('particles in mg/m³', async () => {
    expect(await flagged('unit_slip')).toEqual(['R2 pm25: 30 31 32'])
  })

  test('six hours of the same readings are stuck', async () => {
    expect(await flagged('stuck')).toEqual(
      ['humidity', 'no2', 'pm25', 'temperature'].map(name => `R3 ${name}: 10 11 12 13 14 15`),
    )
  })

  test('an hour that leaps over itself and over its neighbours is a spike', async () => {
    expect(await flagged('spike')).toEqual(['R2 pm25: 20'])
  })

  test('damp air is noted of a sensor without a correction, and counts', async () => {
    const damp = Array.from({length: 24}, (_, index) => index + 24).join(' ')
    expect(await flagged('high_rh')).toEqual([`C1 pm10: ${damp}`, `C1 pm25: ${damp}`])
    expect(
      await town.row(`select bool_and(is_valid) as valid from air_quality_hourly where flag = 'high_rh'`),
    ).toEqual({
      valid: true,
    })
  })

  test('LUN’s avgPm10 is PM1, avgPm100 is PM10, pressure comes in pascals', async () => {
    const rows = await town.rows(
      `select property, raw from air_quality_hourly where station_id = 'L1' and observed_at = '2026-01-10 00:00:00+00' order by property`,
    )
    expect(Object.fromEntries(rows.map(({property, raw}) => [property, raw]))).toMatchObject({
      pm1: 10,
      pm25: 25,
      pm10: 30,
      pressure: 1013.25,
    })
  })

  test('only PM2.5 of the Plantower is corrected: 0.524 · 25 − 0.0862 · 50 + 5.75', async () => {
    const row = await town.row(
      `select value, correction from air_quality_hourly where station_id = 'L1' and property = 'pm25' and observed_at = '2026-01-10 00:00:00+00'`,
    )
    expect(row).toEqual({value: 14.54, correction: 'epa2021'})
    const rows = await town.rows(
      `select distinct station_id, property from air_quality_hourly where correction <> 'none'`,
    )
    expect(rows).toEqual([{station_id: 'L1', property: 'pm25'}])
    expect(await flagged('uncorrected')).toEqual(['L1 pm25: 3'])
  })
})

describe('days', () => {
  // By Kyiv's clock 10 January has hours 0 to 21 of the file (22 of them), 11 January 22 to 45.
  test('a mean is of valid hours, and a day needs eighteen', async () => {
    const rows = await town.rows<{station_id: string; date: string; hours: number; is_complete: boolean}>(
      `select station_id, cast(date as varchar) as date, hours, is_complete from air_quality_daily
       where property = 'pm25' and date <= '2026-01-11' order by 1, 2`,
    )
    expect(
      rows.map(({station_id, date, hours, is_complete}) => [station_id, date, hours, is_complete]),
    ).toEqual([
      ['C1', '2026-01-10', 21, true],
      ['C1', '2026-01-11', 24, true],
      ['L1', '2026-01-10', 19, true],
      ['L1', '2026-01-11', 22, true],
      ['R1', '2026-01-10', 21, true],
      ['R1', '2026-01-11', 24, true],
      ['R2', '2026-01-10', 21, true],
      ['R2', '2026-01-11', 21, true],
      ['R3', '2026-01-10', 16, false],
      ['R3', '2026-01-11', 24, true],
      ['R4', '2026-01-10', 22, true],
      ['R4', '2026-01-11', 19, true],
    ])
    const hours = Array.from({length: 22}, (_, index) => index).filter(index => index !== 5)
    const mean = hours.reduce((sum, index) => sum + sound(0, index), 0) / hours.length
    const row = await town.row(
      `select mean from air_quality_daily where station_id = 'R1' and property = 'pm25' and date = '2026-01-10'`,
    )
    expect(row.mean).toBeCloseTo(mean, 3)
  })

  test('the city is the median of stations with a complete day, and says how many they are', async () => {
    const rows = await town.rows<{mean: number}>(
      `select mean from air_quality_daily where property = 'pm25' and date = '2026-01-10' and is_complete and is_reference order by mean`,
    )
    expect(rows).toHaveLength(3)
    const city = await town.row(
      `select median, stations from air_quality_city_daily where stations_of = 'reference' and property = 'pm25' and date = '2026-01-10'`,
    )
    expect(city).toEqual({median: rows[1]!.mean, stations: 3})
  })

  test('days above the lines are counted by their names', async () => {
    const rows = await town.rows(
      `select norm, averaging, exceedances, days, is_whole_year, is_above from air_quality_exceedances
       where station_id = 'R1' and property = 'pm25' order by norm, averaging`,
    )
    // Two complete days of some 20 µg/m³: above the WHO's 15, below the EU's 25 of 2030.
    expect(rows).toEqual([
      {norm: 'eu_2008', averaging: 'year', exceedances: 0, days: 2, is_whole_year: false, is_above: false},
      {norm: 'eu_2030', averaging: 'day', exceedances: 0, days: 2, is_whole_year: false, is_above: false},
      {norm: 'eu_2030', averaging: 'year', exceedances: 1, days: 2, is_whole_year: false, is_above: true},
      {norm: 'who_2021', averaging: 'day', exceedances: 2, days: 2, is_whole_year: false, is_above: false},
      {norm: 'who_2021', averaging: 'year', exceedances: 1, days: 2, is_whole_year: false, is_above: true},
    ])
  })
})

describe('indices', () => {
  /** NowCast as the EPA describes it, over twelve hours, newest first. */
  function nowCast(newestFirst: (number | null)[]): number {
    const known = newestFirst.filter(one => one !== null)
    const w = Math.max(Math.min(...known) / Math.max(...known), 0.5)
    const [above, below] = newestFirst.reduce<[number, number]>(
      ([sum, weights], one, index) =>
        one === null ? [sum, weights] : [sum + w ** index * one, weights + w ** index],
      [0, 0],
    )
    return above / below
  }

  test('NowCast leaves out what is not valid, and the index follows from it', async () => {
    const at = 8
    const hours = Array.from({length: 9}, (_, back) => (at - back === 5 ? null : sound(0, at - back)))
    const expected = Math.floor(nowCast(hours) * 10 + 1e-6) / 10
    const row = await town.row(
      `select pm25_nowcast, us_aqi, us_aqi_pollutant, eaqi, eaqi_pollutant, is_eaqi_partial, caqi, caqi_pollutant from air_quality_index_hourly
       where station_id = 'R1' and observed_at = '2026-01-10 08:00:00+00'`,
    )
    // PM2.5 of hour 8 is 20.1: European class 3 (15–50), CAQI 25 + 25 · (20.1 − 15) / 15; O3 is not measured.
    expect(row).toEqual({
      pm25_nowcast: expected,
      us_aqi: Math.round(((100 - 51) / (35.4 - 9.1)) * (expected - 9.1) + 51),
      us_aqi_pollutant: 'pm25',
      eaqi: 3,
      eaqi_pollutant: 'pm25',
      is_eaqi_partial: true,
      caqi: Number((25 + (25 * (sound(0, 8) - 15)) / 15).toFixed(1)),
      caqi_pollutant: 'pm25',
    })
  })

  test('without two of the three newest hours there is no NowCast: the US index is of the gas that is left', async () => {
    const row = await town.row(
      `select pm25_nowcast, us_aqi, us_aqi_pollutant, caqi from air_quality_index_hourly
       where station_id = 'R3' and observed_at = '2026-01-10 16:00:00+00'`,
    )
    // 35 µg/m³ of NO2 are 18 ppb.
    expect(row).toMatchObject({
      pm25_nowcast: null,
      us_aqi: Math.round((50 / 53) * 18),
      us_aqi_pollutant: 'no2',
    })
    expect(row.caqi).toBeGreaterThan(0)
  })
})
