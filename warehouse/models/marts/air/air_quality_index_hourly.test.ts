import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import means from '../../intermediate/air/int_air_means.ts'
import bands from '../../reference/air_index_bands.ts'
import model from './air_quality_index_hourly.ts'

const hour = (at: number) => new Date(Date.UTC(2026, 5, 1, at)).toISOString()
const air_index_bands = bands.rows!([])

type Mean = 'hour' | 'nowcast' | 'eight_hours' | 'day'
type Asked = [
  index: 'us_aqi' | 'eaqi' | 'caqi' | 'is_beyond_us_aqi',
  property: string,
  averaging: Mean,
  value: number,
]

/** What an index is of single means, each at a station of its own that measures nothing else. */
async function indexesOf(asked: Asked[]) {
  const rows = await modelRows(model, {
    air_index_bands,
    int_air_means: asked.flatMap(([, property, averaging, value], at): GivenRow[] => {
      const where = {city: 'lutsk', station_id: String(at), observed_at: hour(0)}
      if (averaging === 'hour') return [{...where, property, hour: value}]
      // An hour is there if anything was read in it; one hour of CO says nothing of the United States.
      return [
        {...where, property, [averaging]: value},
        {...where, property: 'co', hour: 0},
      ]
    }),
  })
  const byStation = new Map(rows.map(row => [row.station_id, row]))
  return asked.map(([index], at) => byStation.get(String(at))?.[index])
}
const each = (index: Asked[0], property: string, averaging: Mean, values: number[]) =>
  indexesOf(values.map(value => [index, property, averaging, value]))

// Recomputed from 40 CFR part 58, appendix G; the same as the examples of AirNow's calculator.
test('US AQI of PM2.5', async () => {
  const known: [number, number][] = [
    [-1, 0],
    [0, 0],
    [9.0, 50],
    [9.05, 50],
    [9.1, 51],
    [12.0, 56],
    [28.4, 87],
    [35.4, 100],
    [35.5, 101],
    [55.4, 150],
    [55.5, 151],
    [125.4, 200],
    [125.5, 201],
    [225.4, 300],
    [225.5, 301],
    [325.4, 500],
    [400, 500],
    // The worked example of NowCast.
    [28.409801, 87],
  ]
  const concentrations = known.map(([one]) => one)
  expect(await each('us_aqi', 'pm25', 'nowcast', concentrations)).toEqual(known.map(([, index]) => index))
})

test('US AQI of PM10', async () => {
  const ends = [54, 55, 154, 154.9, 155, 254, 255, 354, 355, 424, 425, 604, 700]
  expect(await each('us_aqi', 'pm10', 'nowcast', ends)).toEqual([
    50, 51, 100, 100, 101, 150, 151, 200, 201, 300, 301, 500, 500,
  ])
})

// Ends of bands of 40 CFR part 58, appendix G, table 2, in ppb (CO in ppm), as concentrations at 293 K and 101.3 kPa by
// the law of ideal gases: grams of a mole in its 24.05 litres.
test.each([
  [
    'o3',
    'eight_hours',
    47.998,
    [54, 55, 70, 71, 85, 86, 105, 106, 200, 250],
    [50, 51, 100, 101, 150, 151, 200, 201, 300, 300],
  ],
  [
    'o3',
    'hour',
    47.998,
    [100, 125, 164, 165, 204, 205, 404, 405, 604, 700],
    [null, 101, 150, 151, 200, 201, 300, 301, 500, 500],
  ],
  [
    'co',
    'eight_hours',
    28.01,
    [4.4, 4.5, 9.4, 9.5, 12.4, 15.5, 30.4, 30.5, 50.4, 60],
    [50, 51, 100, 101, 150, 201, 300, 301, 500, 500],
  ],
  ['so2', 'hour', 64.066, [35, 36, 75, 76, 185, 186, 304, 400], [50, 51, 100, 101, 150, 151, 200, 200]],
  ['so2', 'day', 64.066, [304, 305, 604, 605, 1004, 1100], [null, 201, 300, 301, 500, 500]],
  [
    'no2',
    'hour',
    46.0055,
    [53, 54, 100, 101, 360, 361, 649, 650, 1249, 1250, 2049, 2100],
    [50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500, 500],
  ],
] as const)('US AQI of %s, %s', async (property, averaging, molarMass, ends, indexes) => {
  const factor = (molarMass * 101.3) / (8.314462618 * 293)
  // Within the step between two bands, so that no rounding decides.
  const concentrations = ends.map(end => (end + (property === 'co' ? 0.03 : 0.4)) * factor)
  expect(await each('us_aqi', property, averaging, concentrations)).toEqual(indexes)
})

test('EPA’s own examples: O3 of 0.078 ppm over 8 hours is 126, CO of 8.4 ppm is 90; the EU’s hourly limit of NO2 is 102', async () => {
  expect(
    await indexesOf([
      // With the factors that the European Commission names for reporting, 1.9957 for O3 and 1.1642 for CO.
      // EPA-454/B-24-002: 0.07853333 ppm of O3 is 126, 8.4 ppm of CO is 90.
      ['us_aqi', 'o3', 'eight_hours', 78.53333 * 1.9957],
      ['us_aqi', 'co', 'eight_hours', 8.43 * 1.1642],
      // 200 µg/m³, the hourly limit of the EU, are 104.6 ppb: just above 100.
      ['us_aqi', 'no2', 'hour', 200],
    ]),
  ).toEqual([126, 90, 102])
})

test('beyond the scale is told of only by means that go to its end, and is unknown where nothing decides', async () => {
  expect(
    await indexesOf([
      ['is_beyond_us_aqi', 'pm25', 'nowcast', 325.4],
      ['is_beyond_us_aqi', 'pm25', 'nowcast', 325.5],
      ['is_beyond_us_aqi', 'no2', 'hour', 2051 * 1.9125],
      ['is_beyond_us_aqi', 'o3', 'eight_hours', 1000],
      ['is_beyond_us_aqi', 'o3', 'hour', 100],
    ]),
  ).toEqual([false, true, true, false, null])
})

// EEA, ETC HE Report 2024/17, table 5.2: upper ends belong to the lower class.
test('European index of 2024', async () => {
  expect(await each('eaqi', 'pm25', 'hour', [0, 5, 5.01, 15, 50, 50.1, 90, 140, 140.1])).toEqual([
    1, 1, 2, 2, 3, 4, 4, 5, 6,
  ])
  expect(await each('eaqi', 'o3', 'hour', [60, 61, 100, 120, 160, 180, 181])).toEqual([1, 2, 2, 3, 4, 5, 6])
  expect(await each('eaqi', 'co', 'hour', [1])).toEqual([null])
})

// CITEAIR: 25, 50, 75, 100 at the grid, a straight line between.
test('CAQI', async () => {
  expect(await each('caqi', 'no2', 'hour', [-1, 0, 50, 75, 100, 200, 400, 600])).toEqual([
    0, 0, 25, 37.5, 50, 75, 100, 125,
  ])
  expect(await each('caqi', 'pm10', 'hour', [25, 50, 90, 180])).toEqual([25, 50, 75, 100])
  expect(await each('caqi', 'co', 'hour', [5, 20])).toEqual([25, 100])
  // 25 + 25 · 6.6 / 60 is 27.75 by arithmetic, though not by numbers of the machine.
  expect(await each('caqi', 'o3', 'hour', [66.6])).toEqual([27.8])
})

test('of pollutants that share the worst, each index names its first', async () => {
  const rows = await modelRows(model, {
    air_index_bands,
    // CAQI of both is 10, the European class 2, the United States' index 33.
    int_air_means: [
      {property: 'pm25', hour: 6, nowcast: 6},
      {property: 'pm10', hour: 10, nowcast: 36},
      {property: 'pm10', hour: 10, nowcast: 36},
    ].map((row, at) => ({...row, city: 'lutsk', station_id: at < 2 ? 'both' : 'one', observed_at: hour(0)})),
  })
  expect(rows).toMatchObject([
    {caqi: 10, caqi_pollutant: 'pm10', us_aqi: 33, us_aqi_pollutant: 'pm25', is_eaqi_partial: true},
    {caqi: 10, caqi_pollutant: 'pm10', us_aqi: 33, us_aqi_pollutant: 'pm10', is_eaqi_partial: true},
  ])
})

const reading = (station_id: string, property: string, at: number, value: number): GivenRow => ({
  city: 'lutsk',
  station_id,
  property,
  observed_at: hour(at),
  value,
  is_valid: true,
})
/** One value in each hour of a span. */
const steady = (station: string, property: string, from: number, until: number, value: number) =>
  Array.from({length: until - from}, (_, i) => reading(station, property, from + i, value))

// Concentrations at 293 K and 101.3 kPa: 160 µg/m³ of O3 are 80 ppb, 260 are 130; 12 mg/m³ of CO are 10.3 ppm.
test('gases decide the US index by the means it asks for, and no sooner than enough of their hours are there', async () => {
  const air_quality_hourly = [
    ...steady('ozone', 'o3', 0, 8, 160),
    reading('peak', 'o3', 0, 260),
    ...steady('carbon', 'co', 0, 8, 12),
    ...steady('both', 'pm25', 0, 3, 10),
    ...steady('both', 'no2', 0, 3, 200),
  ]
  const rows = await modelRows(model, {air_quality_hourly, air_index_bands}, [means])
  const at = (station: string, when: number) => {
    const row = rows.find(
      one => one.station_id === station && (one.observed_at as Date).toISOString() === hour(when),
    )!
    return [row.us_aqi, row.us_aqi_pollutant]
  }
  // Five hours are too few for a mean over eight; one hour of 80 ppb decides nothing.
  expect(at('ozone', 4)).toEqual([null, null])
  // (150 − 101) / (85 − 71) · (80 − 71) + 101
  expect(at('ozone', 5)).toEqual([Math.round((49 / 14) * 9 + 101), 'o3'])
  // (150 − 101) / (164 − 125) · (130 − 125) + 101
  expect(at('peak', 0)).toEqual([Math.round((49 / 39) * 5 + 101), 'o3'])
  // (150 − 101) / (12.4 − 9.5) · (10.3 − 9.5) + 101
  expect(at('carbon', 7)).toEqual([Math.round((49 / 2.9) * 0.8 + 101), 'co'])
  // PM2.5 of 10 is 53; 200 µg/m³ of NO2 are 104 ppb.
  expect(at('both', 2)).toEqual([Math.round((49 / 259) * (104 - 101) + 101), 'no2'])
})
