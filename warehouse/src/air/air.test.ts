import {DuckDBInstance} from '@duckdb/node-api'
import {type Expression, expressionBuilder} from 'kysely'
import {expect, test} from 'vitest'
import {compilerFor, sqlOf} from '../engines/compile.ts'
import {DuckDBQueryCompiler} from '../engines/duckdb/query-compiler.ts'
import {caqi} from './caqi.ts'
import {eaqi} from './eaqi.ts'
import {epaCorrected} from './epa-correction.ts'
import {nowCast} from './now-cast.ts'
import {isBeyondUsAqi, usAqi} from './us-aqi.ts'

type Given = {given: Record<`c${number}`, number>}
const db = compilerFor(() => new DuckDBQueryCompiler())
const eb = expressionBuilder<Given, 'given'>()
const connection = await (await DuckDBInstance.create()).connect()

/** What an expression over the columns c0, c1 … is in one row after another. */
async function answers(expression: Expression<number | null>, rows: (number | null)[][]) {
  const names = rows[0]!.map((_, index) => `c${index}`)
  const cells = rows.map(row => `(${row.map(cell => `cast(${cell ?? 'null'} as double)`).join(', ')})`)
  await connection.run(
    `create or replace table given as select * from (values ${cells.join(', ')}) as v(${names.join(', ')})`,
  )
  const sql = sqlOf(
    db.selectFrom('given').select(() => eb.cast<number | null>(expression, 'double precision').as('it')),
    db,
  )
  const read = await connection.runAndReadAll(sql)
  return read.getRowsJS().map(([it]) => it as number | null)
}

const c = eb.ref('c0')
const each = (values: number[]) => values.map(value => [value])

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
  ]
  expect(await answers(usAqi('pm25', c), each(known.map(([one]) => one)))).toEqual(
    known.map(([, index]) => index),
  )
  expect(await answers(usAqi('pm25', c), [[null]])).toEqual([null])
})

test('US AQI of PM10', async () => {
  const ends = [54, 55, 154, 155, 254, 255, 354, 355, 424, 425, 604, 700]
  expect(await answers(usAqi('pm10', c), each(ends))).toEqual([
    50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500, 500,
  ])
  expect(await answers(usAqi('pm10', c), [[154.9]])).toEqual([100])
})

// Ends of bands of 40 CFR part 58, appendix G, table 2, in ppb (CO in ppm), as concentrations at 293 K and 101.3 kPa by
// the law of ideal gases: grams of a mole in its 24.05 litres.
test.each([
  [
    'o3_8h',
    47.998,
    [54, 55, 70, 71, 85, 86, 105, 106, 200, 250],
    [50, 51, 100, 101, 150, 151, 200, 201, 300, 300],
  ],
  [
    'o3_1h',
    47.998,
    [100, 125, 164, 165, 204, 205, 404, 405, 604, 700],
    [null, 101, 150, 151, 200, 201, 300, 301, 500, 500],
  ],
  [
    'co_8h',
    28.01,
    [4.4, 4.5, 9.4, 9.5, 12.4, 15.5, 30.4, 30.5, 50.4, 60],
    [50, 51, 100, 101, 150, 201, 300, 301, 500, 500],
  ],
  ['so2_1h', 64.066, [35, 36, 75, 76, 185, 186, 304, 400], [50, 51, 100, 101, 150, 151, 200, 200]],
  ['so2_24h', 64.066, [304, 305, 604, 605, 1004, 1100], [null, 201, 300, 301, 500, 500]],
  [
    'no2_1h',
    46.0055,
    [53, 54, 100, 101, 360, 361, 649, 650, 1249, 1250, 2049, 2100],
    [50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500, 500],
  ],
] as const)('US AQI of %s', async (mean, molarMass, ends, indexes) => {
  const factor = (molarMass * 101.3) / (8.314462618 * 293)
  // Within the step between two bands, so that no rounding decides.
  const concentrations = ends.map(end => (end + (mean === 'co_8h' ? 0.03 : 0.4)) * factor)
  const found = await answers(usAqi(mean, c), each(concentrations))
  expect(found).toEqual(indexes)
  expect(await answers(usAqi(mean, c), [[null]])).toEqual([null])
})

test('EPA’s own examples: O3 of 0.078 ppm over 8 hours is 126, CO of 8.4 ppm is 90; the EU’s hourly limit of NO2 is 102', async () => {
  // With the factors that the European Commission names for reporting, 1.9957 for O3 and 1.1642 for CO.
  // EPA-454/B-24-002: 0.07853333 ppm of O3 is 126, 8.4 ppm of CO is 90.
  expect(await answers(usAqi('o3_8h', c), [[78.53333 * 1.9957]])).toEqual([126])
  expect(await answers(usAqi('co_8h', c), [[8.43 * 1.1642]])).toEqual([90])
  // 200 µg/m³, the hourly limit of the EU, are 104.6 ppb: just above 100.
  expect(await answers(usAqi('no2_1h', c), [[200]])).toEqual([102])
})

test('beyond the scale is told of only by means that go to its end', async () => {
  const is = async (mean: Parameters<typeof usAqi>[0], value: number) =>
    (await answers(eb.case().when(isBeyondUsAqi(mean, c), '=', true).then(1).else(0).end(), [[value]]))[0]
  expect(await is('pm25', 325.4)).toBe(0)
  expect(await is('pm25', 325.5)).toBe(1)
  expect(await is('no2_1h', 2051 * 1.9125)).toBe(1)
  expect(await is('o3_8h', 1000)).toBe(0)
})

// The worked example of the EPA's NowCast, oldest first.
const worked = [34.9, 43, 50, 64.9, 69.2, 66.2, 53.7, 48.6, 49.2, 35, null, 21]
const columns = worked.map((_, index) => eb.ref(`c${index}`))
const cast = nowCast(columns, eb.ref('c12'), eb.ref('c13'))
const nowCasts = (oldestFirst: (number | null)[]) => {
  const known = oldestFirst.filter(one => one !== null)
  return answers(cast, [[...oldestFirst].reverse().concat(Math.min(...known), Math.max(...known))])
}

test('NowCast: 28.409801, which is 28.4 and an index of 87', async () => {
  const [value] = await nowCasts(worked)
  expect(value).toBeCloseTo(28.409801, 6)
  expect(await answers(usAqi('pm25', c), [[value!]])).toEqual([87])
})

test('NowCast: steady air is its mean; weights by hand; two of the three newest hours are needed', async () => {
  expect(await nowCasts(Array.from({length: 12}, () => 17))).toEqual([17])
  // Least by most is 0.8: weights 1, 0.8, 0.64.
  const [three] = await nowCasts([...Array.from({length: 9}, () => null), 8, 9, 10])
  expect(three).toBeCloseTo((10 + 0.8 * 9 + 0.64 * 8) / (1 + 0.8 + 0.64), 12)
  expect(await nowCasts([...Array.from({length: 9}, () => 8), 9, null, null])).toEqual([null])
  expect((await nowCasts([...Array.from({length: 9}, () => 8), null, 8, 8]))[0]).toBeCloseTo(8, 12)
  // An instrument's noise around nothing is nothing.
  expect(await nowCasts([...Array.from({length: 10}, () => null), -1, 0])).toEqual([0])
})

// EEA, ETC HE Report 2024/17, table 5.2: upper ends belong to the lower class.
test('European index of 2024', async () => {
  expect(await answers(eaqi('pm25', c), each([0, 5, 5.01, 15, 50, 50.1, 90, 140, 140.1]))).toEqual([
    1, 1, 2, 2, 3, 4, 4, 5, 6,
  ])
  expect(await answers(eaqi('o3', c), each([60, 61, 100, 120, 160, 180, 181]))).toEqual([1, 2, 2, 3, 4, 5, 6])
  expect(await answers(eaqi('so2', c), [[null]])).toEqual([null])
})

// CITEAIR: 25, 50, 75, 100 at the grid, a straight line between.
test('CAQI', async () => {
  expect(await answers(caqi('no2', c), each([0, 50, 75, 100, 200, 400, 600]))).toEqual([
    0, 25, 37.5, 50, 75, 100, 125,
  ])
  expect(await answers(caqi('pm10', c), each([25, 50, 90, 180]))).toEqual([25, 50, 75, 100])
  expect(await answers(caqi('co', c), each([5000, 20_000]))).toEqual([25, 100])
})

/** The pieces as the EPA writes them, one by one. */
const pieces: ((x: number, humidity: number) => number)[] = [
  (x, rh) => 0.524 * x - 0.0862 * rh + 5.75,
  (x, rh) => (0.786 * (x / 20 - 1.5) + 0.524 * (1 - (x / 20 - 1.5))) * x - 0.0862 * rh + 5.75,
  (x, rh) => 0.786 * x - 0.0862 * rh + 5.75,
  (x, rh) => {
    const k = x / 50 - 4.2
    return (
      (0.69 * k + 0.786 * (1 - k)) * x -
      0.0862 * rh * (1 - k) +
      2.966 * k +
      5.75 * (1 - k) +
      8.84e-4 * x ** 2 * k
    )
  },
  x => 2.966 + 0.69 * x + 8.84e-4 * x ** 2,
]
const corrected = epaCorrected(c, eb.ref('c1'))

test('the correction of Plantower sensors is the one of its piece', async () => {
  const readings = [5, 20, 29.9, 30, 42, 50, 130, 209.9, 210, 233, 259.9, 260, 500]
  const pieceOf = (x: number) => (x < 30 ? 0 : x < 50 ? 1 : x < 210 ? 2 : x < 260 ? 3 : 4)
  for (const humidity of [0, 35, 90]) {
    const found = await answers(
      corrected,
      readings.map(x => [x, humidity]),
    )
    for (const [index, x] of readings.entries())
      expect(found[index]).toBeCloseTo(Math.max(0, pieces[pieceOf(x)]!(x, humidity)), 9)
  }
})

test('its pieces join without a step, humidity is taken from 0 to 100, and nothing is below zero', async () => {
  for (const joint of [30, 50, 210, 260]) {
    const [below, at] = await answers(corrected, [
      [joint - 1e-7, 60],
      [joint, 60],
    ])
    expect(Math.abs(at! - below!)).toBeLessThan(1e-5)
  }
  const [full, beyond, dry, below] = await answers(corrected, [
    [40, 100],
    [40, 127],
    [40, 0],
    [40, -5],
  ])
  expect([beyond, below]).toEqual([full, dry])
  expect(await answers(corrected, [[1, 100]])).toEqual([0])
})
