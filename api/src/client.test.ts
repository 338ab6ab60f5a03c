import {afterAll, beforeAll, expect, test} from 'vitest'
import {appeals, demoBudget} from '../test/sample-tables.ts'
import {type Served, serve} from '../test/serve.ts'
import {ApiProblem, type Client, createClient, rowsAddress, type Where} from './client.ts'
import {injectFetch} from './inject-fetch.ts'

let served: Served
let clients: [string, Client][]
beforeAll(async () => {
  served = await serve({tables: [appeals, demoBudget]})
  clients = [
    ['over a connection', createClient(fetch, served.address)],
    ['in the same process', createClient(injectFetch(served.app))],
  ]
})
afterAll(() => served.close())

type Total = {city: string; year: number; flow: 'income' | 'expense'; executed_uah: number}

test('rows are asked for with types, over a connection and in the same process', async () => {
  for (const [how, client] of clients) {
    const {release, row_count, rows} = await client.rows<Total>('budget_totals', {
      select: ['year', 'executed_uah'],
      where: [
        ['flow', '=', 'income'],
        ['year', 'in', [2024, 2026]],
        ['executed_uah', '>=', 1000],
        ['city', 'is not null'],
      ],
      order: ['-year'],
      limit: 5,
    })
    expect([how, release, row_count]).toEqual([how, 'first', 2])
    expect(rows).toEqual([
      {year: 2026, executed_uah: 2026000026.26},
      {year: 2024, executed_uah: 2024000026.24},
    ])
  }
})

test('the other answers', async () => {
  for (const [, client] of clients) {
    expect((await client.catalog()).datasets.map(dataset => dataset.id)).toEqual(['appeals'])
    expect((await client.dataset('appeals')).feeds[0]?.findings[0]?.rule).toBe('cast')
    expect((await client.tables()).tables.map(table => table.name)).toEqual(['appeals', 'budget_totals'])
    expect((await client.table('appeals')).place).toEqual({kind: 'point', lon: 'lon', lat: 'lat'})
  }
})

test('a refusal is an error with its code', async () => {
  for (const [, client] of clients) {
    const asked = client.rows('appeals', {where: [['town', '=', 'x']]})
    await expect(asked).rejects.toBeInstanceOf(ApiProblem)
    await expect(asked).rejects.toMatchObject({problem: {code: 'UNKNOWN_COLUMN', status: 400}})
  }
})

test('values reach the API as what they are', async () => {
  const [, client] = clients[0] ?? []
  const ids = async (where: Where[]) =>
    (await client?.rows('appeals', {where}))?.rows.map(row => row.appeal_id)
  expect(await ids([['received_at', '<', new Date('2025-03-02T08:15:00Z')]])).toEqual(['0001'])
  expect(await ids([['category', '=', 'Trees and shrubs']])).toEqual(['0001'])
  expect(await ids([['category', 'not in', ["' or city=kyiv and '", 'Roads']]])).toEqual(['0001', '0003'])
  expect(await ids([['lon', '=', null]])).toEqual(['0001'])
  expect(await ids([['lon', 'in', [30.52, null]]])).toEqual(['0002', '0001'])
  expect(await ids([['appeal_id', '=', '0002']])).toEqual(['0002'])
})

test('addresses of downloads', () => {
  expect(rowsAddress('appeals', 'csv')).toBe('/api/v1/tables/appeals.csv')
  expect(
    rowsAddress('appeals', 'arrow', {
      select: ['lon', 'lat'],
      where: [['city', '=', "O'Neill"]],
      order: ['-lon'],
      limit: 3,
    }),
  ).toBe('/api/v1/tables/appeals.arrow?select=lon%2Clat&where=city%3D%27O%27%27Neill%27&order=-lon&limit=3')
})
