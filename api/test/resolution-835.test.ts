import {afterAll, beforeAll, expect, test} from 'vitest'
import type {TableSpec} from './release-folder.ts'
import {type Served, serve} from './serve.ts'

const shelters: TableSpec = {
  name: 'shelters',
  grain: ['city', 'shelter_id'],
  columns: {
    city: 'text',
    shelter_id: 'text',
    name: 'text',
    is_open: 'boolean',
    seen_at: 'timestamp',
    built_date: 'date',
    places: 'integer',
    lat: {type: 'number', unit: 'deg'},
    cost_uah: {type: 'decimal', unit: 'UAH'},
  },
  sql: `select * from (values
    ('odesa', '2', 'Школа, "нижня"', true, timestamptz '2024-07-01 10:45:30Z', date '1975-05-01', 120::integer, 46.48251::double, 10.50::decimal(18,2)),
    ('odesa', '10', null, false, timestamptz '2024-12-31 22:00:00Z', null, null, null, null),
    ('odesa', '3', 'null', null, null, null, 0, 46.0, 0.00),
    ('kyiv', '1', 'Інше місто', true, null, null, 1, 50.0, 1.00)
  ) as t(city, shelter_id, name, is_open, seen_at, built_date, places, lat, cost_uah) order by city, shelter_id`,
}

/** Official names with a misspelling, a blank inside and a tab at the end, as the recommendations have them. */
const fields: [name: string, column: string | null][] = [
  ['uid', 'shelter_id'],
  ['authorityCattutc', null],
  ['contactPoint Name', 'name'],
  ['text\t', 'is_open'],
  ['modified', 'seen_at'],
  ['built', 'built_date'],
  ['capacityPersons', 'places'],
  ['lat', 'lat'],
  ['cost', 'cost_uah'],
]
const rowOf = (city: string, resource: string, at: number, name: string, column: string | null) =>
  `('${city}', 72, '${resource}', ${at}, '${name}', ${column ? "'shelters'" : 'null'}, ${column ? `'${column}'` : 'null'})`

const mapping: TableSpec = {
  name: 'compliance_fields',
  grain: ['city', 'annex', 'resource', 'position'],
  columns: {
    city: 'text',
    annex: 'integer',
    resource: 'text',
    position: 'integer',
    field: 'text',
    table_name: 'text',
    column_name: 'text',
  },
  sql: `select * from (values ${[
    ...fields.map(([name, column], at) => rowOf('odesa', 'shelters', at + 1, name, column)),
    rowOf('odesa', 'keys', 1, 'responsiblePersonName', null),
  ].join(', ')}) as t(city, annex, resource, position, field, table_name, column_name)`,
}

let served: Served
beforeAll(async () => {
  served = await serve({tables: [shelters, mapping]})
})
afterAll(() => served.close())

const path = (resource: string, query = '?city=odesa') => `/api/v1/resolution-835/72/${resource}.csv${query}`

test('records have the official names letter for letter and the official spelling of values', async () => {
  const response = await served.get(path('shelters'))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
  expect(response.headers.get('hromada-row-count')).toBe('3')
  expect((await response.text()).split('\n')).toEqual([
    'uid,authorityCattutc,contactPoint Name,text\t,modified,built,capacityPersons,lat,cost',
    // Midnight of the new year by the city’s clock, and summer time.
    '10,null,null,False,2025-01-01T00:00,null,null,null,null',
    '2,null,"Школа, ""нижня""",True,2024-07-01T13:45,1975-05-01,120,46.48251,10.50',
    '3,null,"null",null,null,null,0,46.0,0.00',
    '',
  ])
})

test('the same bytes are not sent twice', async () => {
  const first = await served.get(path('shelters'))
  await first.text()
  const again = await served.get(path('shelters'), {headers: {'if-none-match': first.headers.get('etag')!}})
  expect(again.status).toBe(304)
})

test('what is withheld or not there is an error that names what there is', async () => {
  for (const [at, detail] of [
    [path('keys'), '"keys" of annex 72. There are: 72/shelters.'],
    ['/api/v1/resolution-835/33/appeals.csv?city=odesa', '"appeals" of annex 33. There are: 72/shelters.'],
  ] as const) {
    const response = await served.get(at)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      code: 'TABLE_NOT_FOUND',
      detail: expect.stringContaining(detail),
    })
  }
  const nowhere = await served.get(path('shelters', '?city=nowhere'))
  expect(await nowhere.json()).toMatchObject({status: 400, code: 'INVALID_PARAMETER'})
})
