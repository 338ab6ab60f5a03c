import {Int64, Table, tableFromArrays, tableFromIPC, tableToIPC, Utf8, vectorFromArray} from 'apache-arrow'
import {expect, test} from 'vitest'
import {columnsOf} from './columns-of.ts'
import {columnValues, items, outlinesAt, type Places} from './items.ts'
import type {Layer} from './layer.ts'
import {outlineAt} from './outline-at.ts'
import {outlines} from './outlines.ts'
import {keyParts} from './row-key.ts'

const shelters: Layer = {
  table: 'shelters',
  kind: 'points',
  key: 'shelter_id',
  place: {lon: 'lon', lat: 'lat'},
  name: ['address', 'type'],
  facts: ['capacity_persons'],
  order: 'shelter_id',
}

/** The bytes a server would send, read back. */
const sent = (table: Table) => tableFromIPC(tableToIPC(table, 'stream'))

test('a row is an item with its key, name and facts; one without a place is counted', () => {
  const text = (values: (string | null)[]) => vectorFromArray(values, new Utf8())
  const table = sent(
    new Table({
      shelter_id: text(['7', '8', '9']),
      address: text(['вул. Садова, 3', null, '']),
      type: text(['basement', 'metro', null]),
      lon: vectorFromArray([30.5, 30.6, null]),
      lat: vectorFromArray([50.4, 50.5, null]),
      capacity_persons: vectorFromArray([120n, null, 4n], new Int64()),
    }),
  )
  expect(items(table, shelters)).toEqual({
    items: [
      {layer: 'shelters', key: '7', name: 'вул. Садова, 3', lon: 30.5, lat: 50.4, facts: [120]},
      {layer: 'shelters', key: '8', name: 'metro', lon: 30.6, lat: 50.5, facts: [null]},
    ],
    withoutPlace: 1,
  })
})

test('a row without any name has an empty one', () => {
  const table = tableFromArrays({
    shelter_id: ['1'],
    address: [''],
    type: [''],
    lon: [30],
    lat: [50],
    capacity_persons: [1],
  })
  expect(items(table, shelters).items[0]?.name).toBe('')
})

test('a missing column is named, and what there is', () => {
  const table = tableFromArrays({shelter_id: ['1'], lon: [30]})
  expect(() => items(table, shelters)).toThrow(
    'The layer "shelters" needs the column "lat"; the answer has shelter_id, lon.',
  )
})

test('columns to ask for: each once, geometry only where it is drawn', () => {
  expect(columnsOf(shelters)).toEqual(['shelter_id', 'lon', 'lat', 'address', 'type', 'capacity_persons'])
  const districts: Layer = {
    table: 'districts',
    kind: 'outlines',
    key: 'district_id',
    place: {lon: 'lon', lat: 'lat', geometry: 'geometry'},
    name: ['name_uk'],
    facts: ['name_uk'],
    order: 'district_id',
  }
  expect(columnsOf(districts)).toEqual(['district_id', 'lon', 'lat', 'name_uk', 'geometry'])
  expect(columnsOf({...districts, kind: 'buildings'})).not.toContain('geometry')
})

const square = (west: number, side: number) => [
  [west, 50],
  [west + side, 50],
  [west + side, 50 + side],
  [west, 50 + side],
  [west, 50],
]
const areas: Layer = {
  table: 'districts',
  kind: 'outlines',
  key: 'id',
  place: {lon: 'lon', lat: 'lat', geometry: 'geometry'},
  name: [],
  facts: [],
  order: 'id',
}

test('outlines from GeoJSON texts; a geometry that cannot be drawn has none', () => {
  const table = tableFromArrays({
    id: ['a', 'b', 'c', 'd'],
    geometry: [
      JSON.stringify({type: 'Polygon', coordinates: [square(30, 1)]}),
      JSON.stringify({type: 'MultiPolygon', coordinates: [[square(40, 1)], [square(42, 1)]]}),
      JSON.stringify({type: 'Point', coordinates: [1, 2]}),
      '{broken',
    ],
  })
  const found = outlines(table, areas)
  expect(found.map(({key, polygons}) => [key, polygons.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  expect(found[0]?.polygons[0]?.[0]).toEqual(square(30, 1))
})

test('the outline that holds a place: in the second part, not in the hole, not outside', () => {
  const table = tableFromArrays({
    id: ['ring', 'parts'],
    geometry: [
      JSON.stringify({
        type: 'Polygon',
        coordinates: [square(30, 3), square(31, 1).map(([x, y]) => [x, y! + 1])],
      }),
      JSON.stringify({type: 'MultiPolygon', coordinates: [[square(40, 1)], [square(42, 1)]]}),
    ],
  })
  const found = outlines(table, areas)
  expect(outlineAt(found, 30.5, 50.5)?.key).toBe('ring')
  expect(outlineAt(found, 31.5, 51.5)).toBeUndefined()
  expect(outlineAt(found, 42.5, 50.5)?.key).toBe('parts')
  expect(outlineAt(found, 41.5, 50.5)).toBeUndefined()
})

test('rows without a place lie where the rows of another table do, several at one place', () => {
  const monthly: Layer = {
    table: 'monthly',
    kind: 'outlines',
    key: 'district',
    keyBeside: ['month'],
    place: {from: {column: 'district', table: 'districts', by: 'district'}},
    name: [],
    facts: ['received'],
    order: '-month,district',
  }
  const table = sent(
    new Table({
      district: vectorFromArray(['Схід', 'Схід', '']),
      month: vectorFromArray(['2026-10', '2026/11', '2026-11']),
      received: vectorFromArray([3n, 5n, 8n], new Int64()),
    }),
  )
  const polygons: [number, number][][][] = [[square(30, 1) as [number, number][]]]
  const places: Places = new Map([
    [
      'Схід',
      {lon: 30.5, lat: 50.5, name: 'Східний район', outline: {layer: 'districts', key: 'd2', polygons}},
    ],
  ])
  expect(columnsOf(monthly)).toEqual(['district', 'month', 'received'])
  expect(items(table, monthly, places)).toEqual({
    items: [
      {layer: 'monthly', key: 'Схід/2026-10', name: 'Східний район', lon: 30.5, lat: 50.5, facts: [3]},
      {layer: 'monthly', key: 'Схід/2026%2F11', name: 'Східний район', lon: 30.5, lat: 50.5, facts: [5]},
    ],
    withoutPlace: 1,
  })
  expect(outlinesAt(table, monthly, places)).toEqual([
    {layer: 'monthly', key: 'Схід/2026-10', polygons},
    {layer: 'monthly', key: 'Схід/2026%2F11', polygons},
  ])
  expect(keyParts(monthly, 'Схід/2026%2F11')).toEqual(['Схід', '2026/11'])
  expect(columnValues(table, monthly, 'received').get('Схід/2026%2F11')).toBe(5)
})

test('a table with geometry alone: items in the middle, roads as lines', () => {
  const roads: Layer = {...areas, table: 'roads', place: {geometry: 'geometry'}}
  const line = [
    [30, 50],
    [30, 51],
  ]
  const table = tableFromArrays({
    id: ['r', 'p'],
    geometry: [
      JSON.stringify({type: 'LineString', coordinates: line}),
      '{"type":"Point","coordinates":[1,2]}',
    ],
  })
  expect(items(table, roads).items.map(({key, lon, lat}) => [key, lon, lat])).toEqual([
    ['r', 30, 50.5],
    ['p', 1, 2],
  ])
  expect(outlines(table, roads)).toEqual([{layer: 'roads', key: 'r', polygons: [], lines: [line]}])
})

test('cells of the H3 grid are outlines with their middles; what is no cell is counted', () => {
  // Corners of 8928308280fffff as h3geo.org has them, and the cell's own middle.
  const corners: [number, number][] = [
    [37.775197782893386, -122.41719971841658],
    [37.77688044840227, -122.41612835779269],
    [37.77838500493093, -122.41738797617619],
    [37.77820687262238, -122.41971895414811],
    [37.776524206993216, -122.4207902454188],
    [37.77501967379262, -122.41953062807342],
  ]
  const cellsOf = (cell: string) => (cell === '8928308280fffff' ? corners : null)
  const layer = {...shelters, key: 'h3', keyBeside: ['topic'], place: {h3: 'h3'}, name: [], facts: []}
  const table = tableFromArrays({h3: ['8928308280fffff', 'x'], topic: ['water', 'water']})
  const {items: found, withoutPlace} = items(table, layer, new Map(), cellsOf)
  expect(withoutPlace).toBe(1)
  expect(found[0]).toMatchObject({key: '8928308280fffff/water'})
  expect([found[0]!.lat, found[0]!.lon]).toEqual([expect.closeTo(37.7767, 4), expect.closeTo(-122.41846, 4)])
  const [outline, ...others] = outlines(table, layer, cellsOf)
  expect(others).toEqual([])
  expect(outline!.polygons[0]![0]).toHaveLength(7)
  expect(outline!.polygons[0]![0]![0]).toEqual([-122.4171997, 37.7751978])
  expect(() => outlines(table, layer)).toThrow('cells of the H3 grid')
})
