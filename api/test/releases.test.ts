import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {ReleaseDetail, ReleaseDiff, Releases} from '../src/contract/index.ts'
import {sealRelease, type TableSpec} from './release-folder.ts'
import {type Served, serve} from './serve.ts'

const appeals = (rows: string): TableSpec => ({
  name: 'appeals',
  sql: `select * from (values ${rows}) t(city, appeal_id, status, note) order by city, appeal_id`,
  grain: ['city', 'appeal_id'],
  columns: {city: 'text', appeal_id: 'integer', status: 'text', note: 'text'},
})
const years: TableSpec = {
  name: 'years',
  sql: `select 'odesa' as city, 2024 as year`,
  grain: ['city', 'year'],
  columns: {city: 'text', year: 'integer'},
}
const first = `('odesa', 1, 'open', null), ('odesa', 2, 'open', 'a "quoted", note'), ('odesa', 3, 'open', 'gone soon')`
const second = `('odesa', 1, 'closed', null), ('odesa', 2, 'open', 'a "quoted", note'), ('odesa', 4, 'open', 'new')`

let town: Served
beforeAll(async () => {
  town = await serve({tables: [appeals(first), years], sealedAt: '2026-11-01T08:00:00.000Z'})
  await sealRelease(town.data, 'second', {
    tables: [appeals(second), years],
    sealedAt: '2026-11-10T08:00:00.000Z',
    reason: 'Appeal 3 was withdrawn',
  })
  await sealRelease(town.data, 'third', {
    tables: [
      {
        ...appeals(second),
        sql: `select city, appeal_id, status, upper(status) as state from (values ${second}) t(city, appeal_id, status, note)`,
        columns: {city: 'text', appeal_id: 'integer', status: 'text', state: 'text'},
      },
    ],
    sealedAt: '2026-11-20T08:00:00.000Z',
  })
})
afterAll(() => town.close())

const json = async <T>(path: string) => (await (await town.get(path)).json()) as T
const statuses = async (asOf: string) => {
  const answer = await town.get(`/api/v1/tables/appeals.csv?select=appeal_id,status&as_of=${asOf}`)
  return [answer.headers.get('hromada-release'), await answer.text()]
}

test('every release is listed, the newest first, with what it changed', async () => {
  const {releases} = await json<Releases>('/api/v1/releases')
  expect(
    releases.map(({id, sealed_at, reason, tables, is_current}) => [
      id,
      sealed_at,
      reason,
      tables,
      is_current,
    ]),
  ).toEqual([
    ['third', '2026-11-20T08:00:00.000Z', null, 1, true],
    ['second', '2026-11-10T08:00:00.000Z', 'Appeal 3 was withdrawn', 2, false],
    ['first', '2026-11-01T08:00:00.000Z', null, 2, false],
  ])
  expect(releases.map(({links}) => links.diff)).toEqual([
    '/api/v1/releases/second/diff/third',
    '/api/v1/releases/first/diff/second',
    null,
  ])
  for (const {bytes, links} of releases) {
    const detail = await json<ReleaseDetail>(links.self)
    expect(detail.files.reduce((sum, file) => sum + file.bytes, 0)).toBe(bytes)
    expect((await town.get(links.catalog)).headers.get('hromada-release')).toBe(detail.id)
  }
})

test('rows are those in force at an instant, on a date, or in a release', async () => {
  const old = 'appeal_id,status\n1,open\n2,open\n3,open\n'
  const now = 'appeal_id,status\n1,closed\n2,open\n4,open\n'
  expect(await statuses('first')).toEqual(['first', old])
  expect(await statuses('2026-11-01')).toEqual(['first', old])
  expect(await statuses('2026-11-10T07:59:59Z')).toEqual(['first', old])
  expect(await statuses('2026-11-10T10:00:00%2B02:00')).toEqual(['second', now])
  expect(await statuses('2026-11-10')).toEqual(['second', now])
  expect(await statuses('2030-01-01')).toEqual(['third', now])
  const tables = await json<{tables: {name: string}[]}>('/api/v1/tables?as_of=2026-11-02')
  expect(tables.tables.map(({name}) => name)).toEqual(['appeals', 'years'])
  expect((await town.get('/api/v1/tables/years.csv')).status).toBe(404)
})

test('what was in force before the first release, or at no time, is an error with a code', async () => {
  for (const [asOf, status, code] of [
    ['2026-10-31', 404, 'RELEASE_NOT_FOUND'],
    ['2026-11-01T08-00Z-0123abcd', 404, 'RELEASE_NOT_FOUND'],
    ['yesterday', 400, 'INVALID_PARAMETER'],
    ['2026-02-30T10:00', 400, 'INVALID_PARAMETER'],
    ['../first', 400, 'INVALID_PARAMETER'],
  ] as const) {
    const answer = await town.get(`/api/v1/tables/appeals.json?as_of=${encodeURIComponent(asOf)}`)
    expect([asOf, answer.status, ((await answer.json()) as {code: string}).code]).toEqual([
      asOf,
      status,
      code,
    ])
  }
})

test('a difference counts rows and columns, and gives the reasons on the way', async () => {
  const diff = await json<ReleaseDiff>('/api/v1/releases/first/diff/second')
  expect(diff.reasons).toEqual([
    {release: 'second', sealed_at: '2026-11-10T08:00:00.000Z', reason: 'Appeal 3 was withdrawn'},
  ])
  expect(diff.tables).toMatchObject([
    {
      name: 'appeals',
      status: 'changed',
      rows_added: 1,
      rows_removed: 1,
      rows_changed: 1,
      changes_by_column: {status: 1},
    },
    {name: 'years', status: 'same', rows_added: 0, links: null},
  ])
  const [table] = diff.tables
  const answer = await town.get(table!.links!.ndjson)
  expect(answer.headers.get('hromada-row-count')).toBe('3')
  expect(
    (await answer.text())
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    {
      change: 'changed',
      columns: ['status'],
      before: {city: 'odesa', appeal_id: 1, status: 'open', note: null},
      after: {city: 'odesa', appeal_id: 1, status: 'closed', note: null},
    },
    {
      change: 'removed',
      columns: null,
      before: {city: 'odesa', appeal_id: 3, status: 'open', note: 'gone soon'},
      after: null,
    },
    {
      change: 'added',
      columns: null,
      before: null,
      after: {city: 'odesa', appeal_id: 4, status: 'open', note: 'new'},
    },
  ])
  expect(await (await town.get(table!.links!.csv)).text()).toBe(
    'change,city,appeal_id,status,note\n' +
      'before,odesa,1,open,\nafter,odesa,1,closed,\nremoved,odesa,3,open,gone soon\nadded,odesa,4,open,new\n',
  )
})

test('columns that came and went are named; the rest is compared', async () => {
  const diff = await json<ReleaseDiff>('/api/v1/releases/second/diff/third')
  expect(diff.tables).toMatchObject([
    {
      name: 'appeals',
      status: 'changed',
      rows_added: 0,
      rows_removed: 0,
      rows_changed: 0,
      columns_added: ['state'],
      columns_removed: ['note'],
    },
    {name: 'years', status: 'removed', rows_removed: 1},
  ])
  const whole = await json<ReleaseDiff>('/api/v1/releases/first/diff/third')
  expect(await (await town.get(whole.tables[0]!.links!.csv)).text()).toBe(
    'change,city,appeal_id,status,state,note\n' +
      'before,odesa,1,open,,\nafter,odesa,1,closed,CLOSED,\nremoved,odesa,3,open,,gone soon\nadded,odesa,4,open,OPEN,\n',
  )
  expect((await town.get('/api/v1/releases/first/diff/third/years.csv')).status).toBe(404)
  expect((await town.get('/api/v1/releases/first/diff/nowhere')).status).toBe(400)
})

test('a release that is gone is not found, and the others go on', async () => {
  await sealRelease(town.data, 'fourth', {tables: [years], sealedAt: '2026-11-21T08:00:00.000Z'})
  expect((await json<Releases>('/api/v1/releases')).releases[0]).toMatchObject({
    id: 'fourth',
    is_current: true,
  })
  await rm(join(town.data, 'releases', 'second'), {recursive: true})
  expect((await town.get('/api/v1/releases/second')).status).toBe(404)
  expect((await statuses('2026-11-12'))[0]).toBe('first')
})
