import {createHash} from 'node:crypto'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {DataType, tableFromIPC, type Vector} from 'apache-arrow'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {appeals, demoBudget, everyType, hexagons, many} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

let served: Served
beforeAll(async () => {
  served = await serve({tables: [everyType, appeals, demoBudget, hexagons, many(50_000)]})
})
afterAll(() => served.close())

const get = async (path: string) => {
  const response = await served.get(`/api/v1/tables/${path}`)
  if (!response.ok) throw new Error(await response.text())
  return response
}
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer())

/** Asks DuckDB itself, without our code. */
async function ask(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

const file = (table: string) => join(served.data, `releases/first/${table}.parquet`)

test.each(['csv', 'ndjson', 'json', 'geojson'])('every type as %s', async format => {
  await expect(await (await get(`every_type.${format}`)).text()).toMatchFileSnapshot(
    `golden/every_type.${format}`,
  )
})

test('CSV is read back by DuckDB to the same values, missing and empty told apart', async () => {
  const path = join(served.data, 'back.csv')
  await writeFile(path, await bytes('every_type.csv'))
  const columns = 'city, id, big, money_uah, day, seen_at::varchar, is_open, note'
  const types = `{city: 'varchar', id: 'integer', big: 'bigint', share: 'double', money_uah: 'decimal(18,2)', day: 'date',
    seen_at: 'timestamptz', is_open: 'boolean', note: 'varchar', extra: 'varchar', outline: 'varchar'}`
  const back = `read_csv('${path}', columns = ${types}, header = true, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false)`
  expect(await ask(`select ${columns} from ${back} order by city, id`)).toEqual(
    await ask(`select ${columns} from '${file('every_type')}' order by city, id`),
  )
})

test('NDJSON is read back by DuckDB to the same values', async () => {
  const path = join(served.data, 'back.ndjson')
  await writeFile(path, await bytes('many.ndjson'))
  const types = `{appeal_id: 'varchar', city: 'varchar', received_at: 'timestamptz', closed_at: 'timestamptz', category: 'varchar',
    amount_uah: 'decimal(18,2)', lon: 'double', lat: 'double', is_closed: 'boolean', days: 'integer'}`
  const difference = `(from read_json('${path}', format = 'newline_delimited', columns = ${types}) except from '${file('many')}')`
  expect(await ask(`select count(*) from ${difference}`)).toEqual([['0']])
  expect(await ask(`select count(*) from read_json('${path}', format = 'newline_delimited')`)).toEqual([
    ['50000'],
  ])
})

test('JSON names the release and counts its rows', async () => {
  const answer = (await (await get('many.json?where=days<10&select=appeal_id,days')).json()) as {
    rows: unknown[]
  }
  expect(answer).toMatchObject({release: 'first', row_count: 500})
  expect(answer.rows).toHaveLength(500)
  expect(answer.rows[0]).toEqual({appeal_id: 'A000000000', days: 0})
  expect(await (await get('many.json?limit=0')).json()).toEqual({release: 'first', row_count: 0, rows: []})
})

test('a CSV without rows has its header', async () => {
  expect(await (await get('appeals.csv?city=nowhere')).text()).toBe(
    'city,appeal_id,received_at,category,lon,lat\n',
  )
})

test('GeoJSON of points has the place as geometry, null where it is unknown', async () => {
  const collection = await (await get('appeals.geojson?select=category')).json()
  expect(collection).toEqual({
    type: 'FeatureCollection',
    release: 'first',
    row_count: 3,
    features: [
      {
        type: 'Feature',
        id: 'kyiv/0002',
        geometry: {type: 'Point', coordinates: [30.52, 50.45]},
        properties: {category: 'Roads'},
      },
      {type: 'Feature', id: 'odesa/0001', geometry: null, properties: {category: 'Trees and shrubs'}},
      {
        type: 'Feature',
        id: 'odesa/0003',
        geometry: {type: 'Point', coordinates: [30.72, 46.48]},
        properties: {category: 'Яма на дорозі'},
      },
    ],
  })
})

test('GeoJSON of cells of the H3 grid has their ground as polygons, and the cells as keys', async () => {
  type Feature = {
    geometry: {type: string; coordinates: [number, number][][]} | null
    properties: {h3?: string | null}
  }
  const featuresOf = async (path: string) =>
    ((await (await get(path)).json()) as {features: Feature[]}).features
  const features = await featuresOf('hexagons.geojson')
  expect(features.map(({properties}) => properties.h3)).toEqual([
    '8928308280fffff',
    '8009fffffffffff',
    '857eb563fffffff',
    'x',
    null,
  ])
  // Of h3geo.org's documentation, longitude first, closed.
  const [first, pentagon, across, none, missing] = features.map(({geometry}) => geometry)
  expect(first?.type).toBe('Polygon')
  const [ring = []] = first?.coordinates ?? []
  expect(ring).toHaveLength(7)
  expect(ring[0]).toEqual([-122.4171997, 37.7751978])
  expect(ring.at(-1)).toEqual(ring[0])
  expect(pentagon?.coordinates[0]).toHaveLength(6)
  expect([across?.type, across?.coordinates.length]).toEqual(['MultiPolygon', 2])
  expect([none, missing]).toEqual([null, null])
  // A column that is not asked for is still where the rows lie.
  const some = await featuresOf('hexagons.geojson?select=n&limit=1')
  expect(some).toEqual([{type: 'Feature', id: 'a/8928308280fffff', geometry: first, properties: {n: 1}}])
})

test('GeoJSON is there for tables with a place alone', async () => {
  const response = await served.get('/api/v1/tables/budget_totals.geojson')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({code: 'TABLE_HAS_NO_PLACE'})
})

test('Arrow keeps types and values', async () => {
  const table = tableFromIPC(await bytes('every_type.arrow'))
  expect(table.schema.fields.map(field => `${field.name}: ${field.type}`)).toEqual([
    'city: Utf8',
    'id: Int32',
    'big: Int64',
    'share: Float64',
    'money_uah: Decimal[18e+2]',
    'day: Date32<DAY>',
    'seen_at: Timestamp<MILLISECOND, UTC>',
    'is_open: Bool',
    'note: Utf8',
    'extra: Utf8',
    'outline: Utf8',
  ])
  const values = (name: string) => [...(table.getChild(name) as Vector)]
  expect(values('city')).toEqual(['kyiv', 'kyiv', 'odesa', 'одеса', 'яр 🌳'])
  expect(values('big')).toEqual([9007199254740993n, -1n, 0n, null, 7n])
  expect(values('share')).toEqual([0.1, 1e21, Number.NaN, null, 50])
  expect(values('money_uah').map(scaled)).toEqual([123450n, -5n, 999999999999999999n, null, 10n])
  expect(values('day').map(day => day && new Date(day).toISOString().slice(0, 10))).toEqual([
    '2024-02-29',
    '1999-12-31',
    null,
    '2026-01-01',
    null,
  ])
  expect(values('seen_at').map(time => time && new Date(time).toISOString())).toEqual([
    '2024-02-29T08:15:00.000Z',
    '2024-12-31T23:59:59.123Z',
    null,
    '1969-12-31T23:59:58.000Z',
    null,
  ])
  expect(values('is_open')).toEqual([true, false, null, null, true])
  expect(values('note').slice(1)).toEqual(['comma, "quote"\nline', '', null, "=cmd|'/c calc'!A1"])
  expect(Object.fromEntries(table.schema.metadata)).toEqual({
    'hromada:release': 'first',
    'hromada:table': 'every_type',
    'hromada:row_count': '5',
  })
  expect(table.schema.fields[4]?.metadata.get('hromada:unit')).toBe('UAH')
})

/** The 128 bits of a decimal as one number. */
function scaled(words: Uint32Array | null): bigint | null {
  if (words === null) return null
  return BigInt.asIntN(
    128,
    words.reduceRight((value, word) => (value << 32n) + BigInt(word), 0n),
  )
}

test('Arrow of many batches has every row once, in order, and holes where values are missing', async () => {
  const table = tableFromIPC(await bytes('many.arrow?where=days!=7'))
  expect(table.numRows).toBe(49_950)
  expect(table.batches.length).toBeGreaterThan(2)
  const expected = await ask(
    `select appeal_id, category, closed_at is null, is_closed, days, epoch_ms(received_at), amount_uah::varchar, lon
     from '${file('many')}' where days != 7 order by appeal_id`,
  )
  const column = (name: string) => [...(table.getChild(name) as Vector)]
  const [id, category, closed, isClosed, days, received, amount, lon] = [
    'appeal_id',
    'category',
    'closed_at',
    'is_closed',
    'days',
    'received_at',
    'amount_uah',
    'lon',
  ].map(column)
  for (const [row, values] of expected.entries()) {
    const cents = String(scaled(amount?.[row])).padStart(3, '0')
    const got = [
      id?.[row],
      category?.[row],
      closed?.[row] === null,
      isClosed?.[row],
      days?.[row],
      String(received?.[row]),
      `${cents.slice(0, -2)}.${cents.slice(-2)}`,
      lon?.[row],
    ]
    if (JSON.stringify(got) !== JSON.stringify(values)) expect(got).toEqual(values)
  }
  expect(expected).toHaveLength(49_950)
})

test('Arrow without rows has its schema', async () => {
  const table = tableFromIPC(await bytes('appeals.arrow?city=nowhere&select=lon,city'))
  expect(table.numRows).toBe(0)
  expect(table.schema.fields.map(field => field.name)).toEqual(['lon', 'city'])
  expect(DataType.isFloat(table.schema.fields[0]?.type)).toBe(true)
})

test('the whole Parquet is the file of the release, byte for byte', async () => {
  const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
  expect(hash(await bytes('many.parquet'))).toBe(hash(await readFile(file('many'))))
})

test('a part as Parquet has the types of the whole', async () => {
  const path = join(served.data, 'part.parquet')
  await writeFile(
    path,
    await bytes("every_type.parquet?where=city='kyiv'&select=seen_at,money_uah&order=-money_uah"),
  )
  expect(await ask(`select seen_at::varchar, money_uah from '${path}'`)).toEqual(
    await ask(
      `select seen_at::varchar, money_uah from '${file('every_type')}' where city = 'kyiv' order by money_uah desc`,
    ),
  )
  expect(await ask(`select typeof(seen_at), typeof(money_uah) from '${path}' limit 1`)).toEqual([
    ['TIMESTAMP WITH TIME ZONE', 'DECIMAL(18,2)'],
  ])
})

test.each([
  ['csv', 'text/csv; charset=utf-8; header=present', 'attachment; filename="budget_totals-first-demo.csv"'],
  ['json', 'application/json; charset=utf-8', 'inline; filename="budget_totals-first-demo.json"'],
  ['ndjson', 'application/x-ndjson; charset=utf-8', 'attachment; filename="budget_totals-first-demo.ndjson"'],
  ['parquet', 'application/vnd.apache.parquet', 'attachment; filename="budget_totals-first-demo.parquet"'],
  ['arrow', 'application/vnd.apache.arrow.stream', 'attachment; filename="budget_totals-first-demo.arrow"'],
  [
    'csv?limit=1',
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="budget_totals-first-part-demo.csv"',
  ],
])('%s says what it is, and that it is invented', async (suffix, type, name) => {
  const {headers} = await get(`budget_totals.${suffix}`)
  expect(headers.get('content-type')).toBe(type)
  expect(headers.get('content-disposition')).toBe(name)
  expect(headers.get('hromada-demo')).toBe('true')
  expect(headers.get('hromada-release')).toBe('first')
  expect(headers.get('hromada-row-count')).toBe(suffix.includes('limit') ? '1' : '12')
  expect(headers.get('link')).toBe(
    '</api/v1/tables/budget_totals>; rel="describedby", <https://creativecommons.org/licenses/by/4.0/>; rel="license"',
  )
})

test('true records do not say that they are invented', async () => {
  const {headers} = await get('appeals.csv')
  expect(headers.get('hromada-demo')).toBe(null)
  expect(headers.get('content-disposition')).toBe('attachment; filename="appeals-first.csv"')
})
