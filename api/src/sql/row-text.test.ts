import {type DuckDBConnection, DuckDBInstance, VARCHAR} from '@duckdb/node-api'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {column} from '../../test/columns.ts'
import {csvLine, jsonLine} from './row-text.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:')
  connection = await instance.connect()
})
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

async function one(expression: string, name: string, value: string | null): Promise<string> {
  const sql = `select ${expression} from (select $1 as "${name}")`
  const [row] = (await connection.runAndReadAll(sql, [value], [VARCHAR])).getRows()
  return String(row?.[0])
}
const asJson = (name: string, value: string | null) => one(jsonLine([column(name)], '', ''), name, value)

test('any text is a JSON text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({unit: 'binary'}), async text => {
      expect(JSON.parse(await asJson('city', text))).toEqual({city: text})
    }),
  )
})

test('any text is one CSV cell', async () => {
  const text = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string({unit: fc.constantFrom('"', ',', '\n', '\r', 'a')}),
  )
  await fc.assert(
    fc.asyncProperty(text, async value => {
      const cell = (await one(csvLine([column('city')]), 'city', value)).slice(0, -1)
      const isQuoted = cell.startsWith('"')
      expect(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell).toBe(value)
      expect(isQuoted).toBe(value === '' || /[",\r\n]/.test(value))
    }),
  )
  expect(await one(csvLine([column('city')]), 'city', null)).toBe('\n')
})

test('JSON is embedded digit for digit, on one line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), async (value, space) => {
      const embedded = await asJson('extra', JSON.stringify(value, null, space))
      expect(embedded).not.toMatch(/[\n\r]/)
      expect(JSON.parse(embedded)).toEqual({extra: JSON.parse(JSON.stringify(value))})
    }),
  )
  expect(await asJson('extra', '{"a":1.10,\r\n"b":12345678901234567890}')).toBe(
    '{"extra":{"a":1.10,  "b":12345678901234567890}}',
  )
})

test.each([
  '[NaN]',
  '[-Infinity]',
  'inf',
  '[1,]',
  '{"a":1, }',
  'not json',
  '',
  '{"a":"x",}',
  '01',
  "{'a':1}",
  '[1]\0',
  '"a\tb"',
])('what only looks like JSON is a text: %j', async text => {
  expect(JSON.parse(await asJson('extra', text))).toEqual({extra: text})
})

test.each(['["nan, inf,]"]', '{"inf":"a\\",]"}', '["\\\\",{"NaN":1}]', ' null '])(
  'what looks like a fault inside a string is none: %j',
  async text => {
    expect(JSON.parse(await asJson('extra', text))).toEqual({extra: JSON.parse(text)})
  },
)
