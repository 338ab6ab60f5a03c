import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type TableAt, tableDiffSql} from './table-diff.ts'

type Row = {city: string; id: number | null; status: string | null; amount: number | null}

let folder: string
let duck: DuckDBConnection
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-diff-'))
  duck = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const literal = (value: string | number | null) =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
const column = (name: string, type: 'text' | 'integer') => ({
  name,
  type,
  unit: null,
  description: {uk: '', en: ''},
})

async function write(name: string, rows: Row[], grain: string[]): Promise<TableAt> {
  const path = join(folder, name)
  const values = rows.map(row => `(${[row.city, row.id, row.status, row.amount].map(literal).join(', ')})`)
  const nothing = `(null::varchar, null::integer, null::varchar, null::integer)`
  await duck.run(
    `copy (select city::varchar city, id::integer id, status::varchar status, amount::integer amount from (values ` +
      `${[...values, nothing].join(', ')}) t(city, id, status, amount) limit ${rows.length}) to '${path}' (format parquet)`,
  )
  return {
    path,
    grain,
    sha256: '',
    columns: [
      column('city', 'text'),
      column('id', 'integer'),
      column('status', 'text'),
      column('amount', 'integer'),
    ],
  }
}

async function differ(before: Row[], after: Row[], grain: string[]) {
  const sql = tableDiffSql(await write('a.parquet', before, grain), await write('b.parquet', after, grain))
  const counts = (await duck.runAndReadAll(sql.counts)).getRowObjectsJS()[0]!
  const rows = (
    await duck.runAndReadAll(`select change, count(*) n from (${sql.rows}) group by all`)
  ).getRowObjectsJS()
  const number = (name: string) => Number(counts[name] ?? 0)
  const listed = Object.fromEntries(rows.map(({change, n}) => [String(change), Number(n)]))
  return {counts: [number('added'), number('removed'), number('changed')], number, listed}
}

const key = ({city, id}: Row) => JSON.stringify([city, id])
const row = fc.record({
  city: fc.constantFrom('kyiv', 'odesa', "o'd"),
  id: fc.option(fc.integer({min: 0, max: 6})),
  status: fc.option(fc.constantFrom('', 'open', 'closed')),
  amount: fc.option(fc.integer({min: 0, max: 2})),
})
const keyedRows = fc.uniqueArray(row, {selector: key, maxLength: 12})

test('rows with a key: added, removed and changed ones are those that a dictionary tells apart', async () => {
  await fc.assert(
    fc.asyncProperty(keyedRows, keyedRows, async (before, after) => {
      const [old, now] = [
        new Map(before.map(one => [key(one), one])),
        new Map(after.map(one => [key(one), one])),
      ]
      const both = [...now.keys()].filter(one => old.has(one))
      const other = (name: 'status' | 'amount') =>
        both.filter(one => old.get(one)![name] !== now.get(one)![name]).length
      const changed = both.filter(
        one => old.get(one)!.status !== now.get(one)!.status || old.get(one)!.amount !== now.get(one)!.amount,
      ).length
      const expected = [now.size - both.length, old.size - both.length, changed]
      const {counts, number, listed} = await differ(before, after, ['city', 'id'])
      expect(counts).toEqual(expected)
      expect([number('column:status'), number('column:amount')]).toEqual([other('status'), other('amount')])
      expect([listed.added ?? 0, listed.removed ?? 0, listed.changed ?? 0]).toEqual(expected)
    }),
    {numRuns: 60},
  )
})

test('rows without a key: equal rows cancel each other, however often they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, {maxLength: 12}),
      fc.array(row, {maxLength: 12}),
      async (before, after) => {
        const count = (rows: Row[]) => {
          const counts = new Map<string, number>()
          for (const one of rows) counts.set(JSON.stringify(one), (counts.get(JSON.stringify(one)) ?? 0) + 1)
          return counts
        }
        const [old, now] = [count(before), count(after)]
        const beyond = (a: Map<string, number>, b: Map<string, number>) =>
          [...a].reduce((sum, [text, n]) => sum + Math.max(0, n - (b.get(text) ?? 0)), 0)
        const {counts} = await differ(before, after, [])
        expect(counts).toEqual([beyond(now, old), beyond(old, now), 0])
      },
    ),
    {numRuns: 60},
  )
})
