import {expect, test} from 'vitest'
import {layersOf, type PlacedTable} from './layers-of.ts'

const column = (name: string, type = 'text') => ({
  name,
  type,
  unit: null,
  description: {uk: `${name} укр`, en: `${name} en`},
})
const table = (name: string, columns: string[], more: Partial<PlacedTable> = {}): PlacedTable => ({
  name,
  title: {uk: `${name} укр`, en: `${name} en`},
  grain: ['city', `${name.replace(/s$/, '')}_id`],
  columns: [
    column('city'),
    column(`${name.replace(/s$/, '')}_id`),
    ...columns.map(one => column(one)),
    column('lon', 'number'),
    column('lat', 'number'),
  ],
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  datasets: [name],
  ...more,
})
const geometry = {place: {kind: 'geometry', column: 'geometry'}} as const
const tables = [
  table('appeals', ['category', 'status', 'received_at']),
  table('districts', ['name_uk', 'name_en', 'area_km2', 'geometry'], geometry),
  table('buildings', ['address', 'levels', 'height_m', 'geometry'], geometry),
]
const options = {
  hasTiles: true,
  attribution: (datasets: string[]) => datasets.map(id => `publisher of ${id}`),
  topic: (datasets: string[]) => `topic of ${datasets[0]}`,
}

test('buildings first, then areas, then points; each with its words and its source', () => {
  const layers = layersOf(tables, 'en', options)
  expect(layers.map(({table: name, kind, key, isFirst}) => [name, kind, key, isFirst])).toEqual([
    ['buildings', 'buildings', 'building_id', true],
    ['districts', 'outlines', 'district_id', true],
    ['appeals', 'points', 'appeal_id', false],
  ])
  expect(layers[0]).toMatchObject({
    title: 'buildings en',
    name: ['address'],
    facts: ['levels', 'height_m'],
    attribution: ['publisher of buildings'],
  })
  expect(layers[1]).toMatchObject({
    name: ['name_en', 'name_uk'],
    place: {lon: 'lon', lat: 'lat', geometry: 'geometry'},
  })
  expect(layers[2]?.order).toBe('-received_at,appeal_id')
})

test('a row of a table we do not know is named by its street rather than by whatever text comes first', () => {
  const roads = table('roads', ['from_node', 'class', 'street', 'geometry'], geometry)
  expect(layersOf([roads], 'en', options)[0]?.name).toEqual(['street'])
  const rails = table('rails', ['gauge', 'geometry'], geometry)
  expect(layersOf([rails], 'en', options)[0]?.name).toEqual(['gauge'])
})

test('words of other languages than Ukrainian are English', () => {
  expect(layersOf(tables, 'uk', options)[1]).toMatchObject({
    title: 'districts укр',
    name: ['name_uk', 'name_uk'],
  })
  expect(layersOf(tables, 'pl', options)[1]).toMatchObject({
    title: 'districts en',
    name: ['name_en', 'name_uk'],
  })
})

test('cells of the H3 grid are areas, coloured by what is measured in them, one row a cell at a time', () => {
  const columns = [
    column('city'),
    column('category'),
    column('h3'),
    column('n', 'integer'),
    column('z', 'number'),
  ]
  const hotspots = table('hotspots', [], {
    grain: ['city', 'category', 'h3'],
    columns,
    place: {kind: 'h3', column: 'h3'},
  })
  expect(layersOf([hotspots], 'en', options)[0]).toMatchObject({
    kind: 'outlines',
    key: 'h3',
    keyBeside: ['category'],
    place: {h3: 'h3'},
    facts: ['n', 'z'],
    style: {column: 'n', method: 'quantiles', classes: 5},
    order: 'h3,category',
  })
  // Where a row has a key of its own, several may share a cell and all are shown.
  const events = table('events', ['h3'], {place: {kind: 'h3', column: 'h3'}})
  expect(layersOf([events], 'en', options)[0]).toMatchObject({key: 'event_id', keyBeside: [], style: null})
})

test('without tiles buildings are outlines', () => {
  expect(layersOf(tables, 'uk', {...options, hasTiles: false}).map(({kind}) => kind)).toEqual([
    'outlines',
    'outlines',
    'points',
  ])
})

test('a table that nobody told us of is a layer when its rows have a place and a key in their city', () => {
  const trees = table('trees', ['species', 'girth'])
  const [layer] = layersOf([trees], 'uk', options)
  expect(layer).toMatchObject({
    table: 'trees',
    kind: 'points',
    name: ['species'],
    facts: [],
    order: 'tree_id',
    colour: '--c4',
    // There is nothing else to show.
    isFirst: true,
  })
  const both = layersOf([trees, ...tables], 'uk', options)
  expect(both.find(({table: name}) => name === 'trees')?.isFirst).toBe(false)
})

test('no place and no name of one: no layer', () => {
  const without = [
    table('petitions', ['title'], {place: null}),
    table('cities', ['name_uk'], {grain: ['city']}),
    table('totals', ['x'], {grain: ['city', 'year', 'flow']}),
  ]
  expect(layersOf(without, 'uk', options)).toEqual([])
})

test('a table with geometry alone is a layer, and so is one whose rows are told apart by several columns', () => {
  const rivers = table('rivers', [], {
    ...geometry,
    columns: [column('city'), column('river_id'), column('geometry', 'geometry')],
  })
  const stations = table('stations', ['subject', 'name'], {grain: ['city', 'subject', 'station_id']})
  stations.columns.push(column('station_id'))
  const [river, station] = layersOf([rivers, stations], 'en', options)
  expect(river).toMatchObject({
    kind: 'outlines',
    key: 'river_id',
    place: {geometry: 'geometry'},
    topic: 'topic of rivers',
  })
  expect(river?.place.lon).toBeUndefined()
  expect(station).toMatchObject({
    key: 'station_id',
    keyBeside: ['subject'],
    name: ['name'],
    search: 'stations укр stations en stations',
  })
})

test('a table without a place is a layer when it names rows that have one, by the key or by another name for it', () => {
  const profile = table('district_profile', ['district', 'geometry'], {
    ...geometry,
    grain: ['city', 'district'],
  })
  const stations = table('stations', ['name'], {grain: ['city', 'subject', 'station_id']})
  stations.columns.push(column('subject'), column('station_id'))
  const monthly = table('monthly', [], {
    place: null,
    grain: ['city', 'kind', 'district', 'month'],
    columns: [
      column('city'),
      column('kind'),
      column('district'),
      column('month', 'date'),
      column('weekday', 'integer'),
      column('received', 'integer'),
    ],
  })
  const levels = table('levels', [], {
    place: null,
    grain: ['city', 'gauge_id', 'hour'],
    columns: [
      column('city'),
      column('gauge_id'),
      column('hour', 'timestamp'),
      column('level_m', 'number'),
      column('unit'),
    ],
  })
  const layers = layersOf([monthly, levels, profile, stations], 'en', options)
  expect(layers.find(layer => layer.table === 'monthly')).toMatchObject({
    kind: 'outlines',
    key: 'district',
    keyBeside: ['kind', 'month'],
    place: {from: {column: 'district', table: 'district_profile', by: 'district'}},
    order: '-month,kind,district',
    style: {column: 'received', method: 'quantiles', classes: 5},
    isFirst: false,
  })
  expect(layers.find(layer => layer.table === 'levels')).toMatchObject({
    kind: 'points',
    place: {from: {column: 'gauge_id', table: 'stations', by: 'station_id'}},
    facts: ['level_m', 'unit'],
  })
})

test('a table with a row for each building adds its columns to the buildings', () => {
  const energy = table('energy', [], {
    place: null,
    grain: ['city', 'building_id'],
    columns: [column('city'), column('building_id'), column('kwh_per_m2', 'number')],
  })
  const layers = layersOf([...tables, energy], 'en', options)
  expect(layers.some(layer => layer.table === 'energy')).toBe(false)
  expect(layers[0]?.columns.at(-1)).toEqual({
    name: 'kwh_per_m2',
    type: 'number',
    unit: null,
    label: 'kwh_per_m2 en',
    table: 'energy',
  })
})

test('geometry and models are not shown as facts of a row', () => {
  const [layer] = layersOf(
    [
      table('parks', ['geometry'], {
        ...geometry,
        columns: [...table('parks', []).columns, column('geometry', 'geometry'), column('model', 'json')],
      }),
    ],
    'uk',
    options,
  )
  expect(layer?.columns.map(({name}) => name)).toEqual(['park_id', 'lon', 'lat'])
})
