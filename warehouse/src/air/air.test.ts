import {DuckDBInstance} from '@duckdb/node-api'
import {type Expression, expressionBuilder} from 'kysely'
import {expect, test} from 'vitest'
import {compilerFor, sqlOf} from '../engines/compile.ts'
import {DuckDBQueryCompiler} from '../engines/duckdb/query-compiler.ts'
import {epaCorrected} from './epa-correction.ts'
import {nowCast, nowCastWeight} from './now-cast.ts'

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

// The worked example of the EPA's NowCast, oldest first.
const worked = [34.9, 43, 50, 64.9, 69.2, 66.2, 53.7, 48.6, 49.2, 35, null, 21]
const columns = worked.map((_, index) => eb.ref(`c${index}`))
const cast = nowCast(columns, nowCastWeight(eb.ref('c12'), eb.ref('c13')))
const nowCasts = (oldestFirst: (number | null)[]) => {
  const known = oldestFirst.filter(one => one !== null)
  return answers(cast, [[...oldestFirst].reverse().concat(Math.min(...known), Math.max(...known))])
}

test('NowCast: 28.409801', async () => {
  const [value] = await nowCasts(worked)
  expect(value).toBeCloseTo(28.409801, 6)
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
