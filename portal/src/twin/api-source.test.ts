import {type Table, tableFromArrays, tableToIPC} from 'apache-arrow'
import {expect, test} from 'vitest'
import {apiSource, rowAddress} from './api-source.ts'
import type {LayerSetup, TwinSetup} from './setup.ts'

const layer: LayerSetup = {
  table: 'shelters',
  kind: 'points',
  key: 'shelter_id',
  place: {lon: 'lon', lat: 'lat'},
  name: [],
  facts: [],
  order: 'shelter_id',
  title: 'Укриття',
  topic: 'Безпека',
  search: 'укриття',
  style: null,
  colour: '--c2',
  isFirst: true,
  columns: [],
  attribution: [],
}
const setup: TwinSetup = {
  lang: 'uk',
  writing: {
    locale: 'uk-UA',
    group: ' ',
    decimal: ',',
    million: '',
    units: {byte: '', kilobyte: '', megabyte: ''},
  },
  zone: 'Europe/Kyiv',
  city: {id: 'kyiv', name: 'Київ', bbox: [30.2, 50.2, 30.9, 50.6], isDemo: false},
  layers: [layer],
  tilesets: {buildings: '/tiles/kyiv/buildings/tileset.json', terrain: null},
  map: null,
  address: '/twin',
  release: {id: '2026-11-21T08-00Z-1', createdAt: '2026-11-21T08:00:00Z'},
}

/** A source whose server answers every question the same, and the questions it was asked. */
function sourceThatAnswers(answer: () => Response) {
  const asked: URL[] = []
  const source = apiSource(setup, async address => {
    asked.push(new URL(address, 'http://localhost'))
    return answer()
  })
  return {asked, source}
}
const arrow = (columns: Record<string, unknown[]>) => () =>
  new Response(
    Uint8Array.from(tableToIPC(tableFromArrays(columns as Record<string, string[]>) as Table, 'stream')),
  )

test('rows of a table: its columns, this city, an order and a limit', async () => {
  const {asked, source} = sourceThatAnswers(arrow({shelter_id: ['1', '2'], lon: [30.5, 30.6]}))
  const table = await source.rows('shelters', {select: ['shelter_id', 'lon'], order: '-shelter_id', limit: 5})
  expect(table.numRows).toBe(2)
  expect(asked[0]?.pathname).toBe('/api/v1/tables/shelters.arrow')
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    select: 'shelter_id,lon',
    where: "city='kyiv'",
    order: '-shelter_id',
    limit: '5',
  })
})

test('one row by its key, whatever is in the key', async () => {
  const {asked, source} = sourceThatAnswers(arrow({shelter_id: ["O'Neil, 5"], capacity_persons: [12n]}))
  expect(await source.row(layer, "O'Neil, 5")).toEqual({shelter_id: "O'Neil, 5", capacity_persons: 12})
  expect(asked[0]?.searchParams.get('where')).toBe("city='kyiv' and shelter_id='O''Neil, 5'")
  expect(rowAddress(layer, '7', 'kyiv', 'csv')).toBe(
    '/api/v1/tables/shelters.csv?where=city%3D%27kyiv%27+and+shelter_id%3D%277%27',
  )
})

test('a row that is not there is null', async () => {
  const {source} = sourceThatAnswers(arrow({shelter_id: []}))
  expect(await source.row(layer, '9')).toBeNull()
})

test('an error is told in the words of the server', async () => {
  const problem = () =>
    Response.json({code: 'TABLE_NOT_FOUND', detail: 'There is no table "shelters".'}, {status: 404})
  await expect(sourceThatAnswers(problem).source.row(layer, '1')).rejects.toThrow(
    'TABLE_NOT_FOUND: There is no table "shelters".',
  )
  const broken = () => new Response('gateway', {status: 502, statusText: 'Bad Gateway'})
  await expect(sourceThatAnswers(broken).source.row(layer, '1')).rejects.toThrow('502 Bad Gateway')
})

test('tilesets are where the setup says', () => {
  const {source} = sourceThatAnswers(arrow({}))
  expect(source.tileset('buildings')).toBe('/tiles/kyiv/buildings/tileset.json')
  expect(source.tileset('terrain')).toBeNull()
})
