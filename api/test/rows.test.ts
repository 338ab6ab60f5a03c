import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {appeals, demoBudget, everyType} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

const hostile = [
  "O'Neill",
  '"; drop table texts; --',
  "' or '1'='1",
  '\0',
  '\\',
  '%',
  '$1',
  'null',
  '',
  ' ',
  '\t\n',
  'a,b',
  '(',
  'яр 🌳',
  '１',
  'a and n>1',
]

let served: Served
beforeAll(async () => {
  const literals = hostile.map((text, index) => `(${index}, ${sqlText(text)})`)
  const texts = {
    name: 'texts',
    grain: ['n'],
    columns: {n: 'integer', text: 'text'},
    sql: `select * from (values ${literals.join(', ')}, (${hostile.length}, null)) as t(n, text)`,
  } as const
  served = await serve({tables: [everyType, appeals, demoBudget, {...texts, grain: [...texts.grain]}]})
})
afterAll(() => served.close())

const sqlText = (text: string) => (text.includes('\0') ? 'chr(0)' : `'${text.replaceAll("'", "''")}'`)

type Answer = {row_count: number; rows: Record<string, unknown>[]; code: string; detail: string}
const ask = async (path: string): Promise<Answer> =>
  (await served.get(`/api/v1/tables/${path}`)).json() as Promise<Answer>

/** The keys of the rows that a query of every_type answers with. */
const keys = async (query: string) =>
  (await ask(`every_type.json?select=city,id&${query}`)).rows?.map(row => `${row.city} ${row.id}`)

test.each([
  ['where=city=kyiv', ['kyiv 1', 'kyiv 2']],
  ['where=city%3Dkyiv', ['kyiv 1', 'kyiv 2']],
  ['where=city+%3D+kyiv', ['kyiv 1', 'kyiv 2']],
  ["where=city='kyiv'", ['kyiv 1', 'kyiv 2']],
  ['where=city%20=%20%22kyiv%22', ['kyiv 1', 'kyiv 2']],
  ['city=kyiv', ['kyiv 1', 'kyiv 2']],
  ['city=kyiv&id=2', ['kyiv 2']],
  ['city=kyiv&city=odesa', ['kyiv 1', 'kyiv 2', 'odesa 1']],
  ['where=city=kyiv and id=2', ['kyiv 2']],
  ['where=city=kyiv&where=id=2', ['kyiv 2']],
  ['where=city in (kyiv,odesa)', ['kyiv 1', 'kyiv 2', 'odesa 1']],
  ['where=city not in (kyiv,odesa)', ['одеса 2', 'яр 🌳 3']],
  ['city=%D0%BE%D0%B4%D0%B5%D1%81%D0%B0', ['одеса 2']],
  ['where=money_uah>=1234.5', ['kyiv 1', 'odesa 1']],
  ['where=money_uah=1234.50', ['kyiv 1']],
  ['where=money_uah<-0.049', ['kyiv 2']],
  ['where=money_uah<=9999999999999999.985', ['kyiv 1', 'kyiv 2', 'яр 🌳 3']],
  ['where=big=9007199254740993', ['kyiv 1']],
  ['where=big<170141183460469231731687303715884105', ['kyiv 1', 'kyiv 2', 'odesa 1', 'яр 🌳 3']],
  ['where=share=0.1', ['kyiv 1']],
  ['where=day>=2024-01-01', ['kyiv 1', 'одеса 2']],
  ['where=day!=2024-02-29', ['kyiv 2', 'одеса 2']],
  ['where=seen_at<1970-01-01', ['одеса 2']],
  ['where=seen_at=2024-02-29T10:15:00+02:00', ['kyiv 1']],
  ['where=seen_at>2024-12-31T23:59:59.123455Z', ['kyiv 2']],
  ['is_open=true', ['kyiv 1', 'яр 🌳 3']],
  ['where=is_open!=true', ['kyiv 2']],
  ['where=is_open=null', ['odesa 1', 'одеса 2']],
  ['where=is_open is null', ['odesa 1', 'одеса 2']],
  ['where=is_open!=null', ['kyiv 1', 'kyiv 2', 'яр 🌳 3']],
  ['where=outline is not null', ['kyiv 1', 'kyiv 2', 'odesa 1']],
  ['where=is_open in (true,null)', ['kyiv 1', 'odesa 1', 'одеса 2', 'яр 🌳 3']],
  ["note=''", ['odesa 1']],
  ['id>=2', ['kyiv 2', 'одеса 2', 'яр 🌳 3']],
  ['id!=2&limit=1', ['kyiv 1']],
  ['order=-money_uah', ['odesa 1', 'kyiv 1', 'яр 🌳 3', 'kyiv 2', 'одеса 2']],
  ['order=is_open,-id', ['kyiv 2', 'яр 🌳 3', 'kyiv 1', 'одеса 2', 'odesa 1']],
  ['order=-id&limit=2', ['яр 🌳 3', 'kyiv 2']],
  ['limit=2', ['kyiv 1', 'kyiv 2']],
])('%s', async (query, expected) => {
  expect(await keys(query)).toEqual(expected)
})

test('columns come in the order asked for', async () => {
  const response = await served.get(
    '/api/v1/tables/budget_totals.csv?select=executed_uah,year&flow=income&order=-year&limit=2',
  )
  expect(await response.text()).toBe('executed_uah,year\n2026000026.26,2026\n2025000026.25,2025\n')
})

test('rows of the same place in an order come in the order of the grain', async () => {
  const {rows} = await ask('budget_totals.json?order=-flow&select=flow,year')
  expect(rows.map(row => `${row.flow} ${row.year}`)).toEqual([
    ...[2021, 2022, 2023, 2024, 2025, 2026].map(year => `income ${year}`),
    ...[2021, 2022, 2023, 2024, 2025, 2026].map(year => `expense ${year}`),
  ])
})

test.each([
  ['appeals.json?town=x', 'UNKNOWN_COLUMN', 'Columns: city, appeal_id, received_at, category, lon, lat.'],
  ['appeals.json?select=town', 'UNKNOWN_COLUMN', 'Columns: city, appeal_id'],
  ['appeals.json?order=town', 'UNKNOWN_COLUMN', 'Columns: city, appeal_id'],
  ['appeals.json?where=town=x', 'UNKNOWN_COLUMN', 'Columns: city, appeal_id'],
  ['appeals.json?where=city~x', 'UNKNOWN_OPERATOR', 'Operators: =, !=,'],
  ['appeals.json?where=lon=x', 'INVALID_VALUE', '"x" is not a number such as 30.52, but the column "lon"'],
  ['appeals.json?lon=', 'INVALID_VALUE', 'the column "lon" holds such values'],
  ['appeals.json?where=', 'INVALID_CONDITION', 'Write column, operator, value'],
  ['appeals.json?limit=-1', 'INVALID_PARAMETER', 'limit must be >= 0'],
  ['appeals.json?limit=many', 'INVALID_PARAMETER', 'limit must be integer'],
  ['appeals.json?limit=1&limit=2', 'INVALID_PARAMETER', 'limit must be integer'],
  ['appeals.json?select=', 'INVALID_PARAMETER', 'select has an empty name'],
])('%s is refused', async (path, code, detail) => {
  const response = await served.get(`/api/v1/tables/${path}`)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as {detail: string}
  expect(problem).toMatchObject({
    code,
    status: 400,
    type: `/api/v1/errors/${code}`,
    instance: '/api/v1/tables/appeals.json',
  })
  expect(problem.detail).toContain(detail)
})

test('a hostile text finds the row that holds it, and no other', async () => {
  for (const [n, text] of hostile.entries()) {
    const quoted = encodeURIComponent(`text='${text.replaceAll("'", "''")}'`)
    expect((await ask(`texts.json?where=${quoted}`)).rows).toEqual([{n, text}])
    const list = encodeURIComponent(`text in ('${text.replaceAll("'", "''")}', 'no such')`)
    expect((await ask(`texts.json?where=${list}&select=n`)).rows).toEqual([{n}])
  }
  expect((await ask('texts.json')).row_count).toBe(hostile.length + 1)
})

test('whatever is asked, the answer is rows or a refusal, and the rows stay', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'text',
      'n',
      '=',
      '!=',
      '<',
      '>=',
      ' in (',
      ')',
      "'",
      '"',
      ',',
      ' and ',
      'null',
      ' is ',
      ';',
      '--',
      '1',
      ...hostile,
    ),
    fc.string({unit: 'binary', maxLength: 8}),
  )
  const text = fc.array(piece, {maxLength: 12}).map(pieces => pieces.join(''))
  const name = fc.oneof(
    fc.constantFrom('select', 'where', 'order', 'limit', 'n', 'text', 'text!', 'n>', '__proto__'),
    text,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text), {maxLength: 4}), async pairs => {
      const query = pairs
        .map(pair => pair.map(part => encodeURIComponent(part.toWellFormed())).join('='))
        .join('&')
      const answer = await served.app.inject(`/api/v1/tables/texts.json?${query}`)
      expect([200, 400]).toContain(answer.statusCode)
      const body = answer.json()
      if (answer.statusCode === 200) expect(body.row_count).toBe(body.rows.length)
      else expect(body.code).toMatch(/^(UNKNOWN|INVALID)_/)
    }),
    {numRuns: 400},
  )
  expect((await ask('texts.json')).row_count).toBe(hostile.length + 1)
})

test('any text that is put into a condition as a value selects by that value alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({unit: 'grapheme'}), async text => {
      const condition = encodeURIComponent(`text!='${text.replaceAll("'", "''")}'`)
      const answer = await served.app.inject(`/api/v1/tables/texts.json?select=n&where=${condition}`)
      const others = hostile.flatMap((each, n) => (each === text ? [] : [{n}]))
      expect(answer.json().rows).toEqual(others)
    }),
    {numRuns: 200},
  )
})
