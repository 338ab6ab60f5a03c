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
  expect(layers[2]?.order).toBe('-received_at')
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

test('no place, no key of its own, no coordinates: no layer', () => {
  const without = [
    table('petitions', ['title'], {place: null}),
    table('cities', ['name_uk'], {grain: ['city']}),
    table('totals', ['x'], {grain: ['city', 'year', 'flow']}),
    table('rivers', ['geometry'], {
      ...geometry,
      columns: [column('city'), column('river_id'), column('geometry', 'geometry')],
    }),
  ]
  expect(layersOf(without, 'uk', options)).toEqual([])
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
