import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {utils, write} from '@e965/xlsx'
import {column, defineDataset, type Format, licences} from '@hromada/datasets'
import {describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {landingFolder} from '../src/index.ts'
import {rowsIn, townWith} from './lake.fixture.ts'

const data = realData()
const anything = defineDataset({
  id: 'anything',
  title: {uk: 'Будь-що', en: 'Anything'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: [],
  columns: {name: column.text({from: 'name', nullable: true, describe: {uk: 'Назва', en: 'Name'}})},
})

async function landed(name: string, content: string | Uint8Array, format: Format) {
  const town = await townWith(anything, name, content, format)
  const {manifest} = await town.land()
  return {manifest, rows: await rowsIn(join(landingFolder(town.data, 'town', 'anything'), manifest.file))}
}

test('JSON: numbers keep their text, nested objects become dotted columns, lists stay JSON', async () => {
  const text = `{"meta": {}, "data": [
    {"id": 9007199254740993, "attributes": {"name": "Перша", "sum": 0.10, "tags": ["a", "b"], "none": null}},
    {"id": 2, "attributes": {"name": "Друга", "extra": {"deep": true}}}]}`
  const {rows} = await landed('list.json', text, {kind: 'json', records: 'data'})
  expect(rows).toEqual([
    {
      id: '9007199254740993',
      'attributes.name': 'Перша',
      'attributes.sum': expect.stringMatching(/^0\.10?$/),
      'attributes.tags': '["a","b"]',
      'attributes.none': null,
      'attributes.extra.deep': null,
    },
    {
      id: '2',
      'attributes.name': 'Друга',
      'attributes.sum': null,
      'attributes.tags': null,
      'attributes.none': null,
      'attributes.extra.deep': 'true',
    },
  ])
})

test('GeoJSON: a column per property, the geometry as its text', async () => {
  const text = `{"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "a", "properties": {"name": "Парк", "name:en": "Park"}, "geometry": {"type": "Point", "coordinates": [30.5, 50.45]}}]}`
  const {rows} = await landed('parks.geojson', text, {kind: 'geojson'})
  expect(rows).toEqual([
    {id: 'a', name: 'Парк', 'name:en': 'Park', geometry: '{"type":"Point","coordinates":[30.5,50.45]}'},
  ])
})

test('XLSX: texts, numbers, dates and line breaks in cells', async () => {
  const sheet = utils.aoa_to_sheet([
    ['name', 'code', 'sum', 'day'],
    ['Рядок\nз переносом; і крапкою', '00123', 1234.5, new Date(Date.UTC(2025, 2, 2))],
    ['Лапки "тут"', '7', 0.1, null],
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Аркуш')
  const bytes = write(book, {type: 'buffer', bookType: 'xlsx', cellDates: true}) as Buffer
  const {rows} = await landed('book.xlsx', bytes, {kind: 'xlsx'})
  expect(rows).toEqual([
    {name: 'Рядок\nз переносом; і крапкою', code: '00123', sum: '1234.5', day: '2025-03-02'},
    {name: 'Лапки "тут"', code: '7', sum: '0.1', day: null},
  ])
  await expect(landed('book.xlsx', bytes, {kind: 'xlsx', sheet: 'Інший'})).rejects.toThrow(
    'has no sheet "Інший". It has Аркуш',
  )
})

test('CityJSON: one feature per building, with its parts and just its own vertices', async () => {
  const text = JSON.stringify({
    type: 'CityJSON',
    version: '1.1',
    metadata: {referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415'},
    transform: {scale: [0.001, 0.001, 0.001], translate: [78248.66, 457604.591, 2.463]},
    CityObjects: {
      b1: {type: 'Building', attributes: {name: 'Ратуша', height: 12.5}, children: ['p1']},
      p1: {
        type: 'BuildingPart',
        parents: ['b1'],
        geometry: [{type: 'MultiSurface', lod: '2', boundaries: [[[2, 3, 4]]]}],
      },
      t: {type: 'TINRelief', geometry: []},
    },
    vertices: [
      [9, 9, 9],
      [8, 8, 8],
      [0, 0, 0],
      [1000, 0, 0],
      [0, 1000, 0],
    ],
  })
  const {rows} = await landed('town.city.json', text, {kind: 'cityjson', types: ['Building']})
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({id: 'b1', type: 'Building', name: 'Ратуша', height: '12.5'})
  const feature = JSON.parse(rows[0]!.feature as string)
  expect(feature.vertices).toEqual([
    [0, 0, 0],
    [1000, 0, 0],
    [0, 1000, 0],
  ])
  expect(feature.CityObjects.p1.geometry[0].boundaries).toEqual([[[0, 1, 2]]])
  await expect(landed('town.city.json', text, {kind: 'cityjson', types: ['Bridge']})).rejects.toThrow(
    'has no Bridge. It has Building, BuildingPart, TINRelief.',
  )
})

describe('CityJSON: an instance of a template stands where it should', () => {
  // A step of 1 × 1 m, turned by a quarter about the vertical, doubled in height, and moved by (10, 20, 30).
  const matrix = [0, -1, 0, 10, 1, 0, 0, 20, 0, 0, 2, 30, 0, 0, 0, 1]
  const head = {
    type: 'CityJSON',
    version: '2.0',
    metadata: {referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415'},
    transform: {scale: [0.001, 0.001, 0.001], translate: [78_000, 457_000, 0]},
    'geometry-templates': {
      templates: [
        {
          type: 'MultiSurface',
          lod: '2',
          boundaries: [[[0, 1, 2]]],
          semantics: {surfaces: [{type: 'RoofSurface'}], values: [0]},
        },
      ],
      'vertices-templates': [
        [0, 0, 0],
        [1, 0, 0],
        [1, 1, 1.5],
      ],
    },
  }
  const house = (template: number) => ({
    type: 'Building',
    geometry: [{type: 'GeometryInstance', template, boundaries: [1], transformationMatrix: matrix}],
  })
  const vertices = [
    [9, 9, 9],
    [5000, 6000, 7000],
  ]
  const files = [
    [
      'cityjson',
      (template: number) => JSON.stringify({...head, CityObjects: {b: house(template)}, vertices}),
    ],
    [
      'cityjsonseq',
      (template: number) =>
        `${JSON.stringify({...head, CityObjects: {}, vertices: []})}\n${JSON.stringify({
          type: 'CityJSONFeature',
          id: 'b',
          CityObjects: {b: house(template)},
          vertices,
        })}\n`,
    ],
  ] as const

  test.each(files)('%s', async (kind, text) => {
    const {rows} = await landed('town.city.json', text(0), {kind, types: ['Building']})
    const feature = JSON.parse(rows[0]!.feature as string)
    const [{type, lod, boundaries, semantics}] = feature.CityObjects.b.geometry
    expect([type, lod, semantics.surfaces]).toEqual(['MultiSurface', '2', [{type: 'RoofSurface'}]])
    const places = boundaries[0][0].map((index: number) =>
      feature.vertices[index].map(
        (value: number, axis: number) => value / 1000 + head.transform.translate[axis]!,
      ),
    )
    // By hand: (−y + 10, x + 20, 2z + 30) from the point (78005, 457006, 7).
    expect(places).toEqual([
      [78_015, 457_026, 37],
      [78_015, 457_027, 37],
      [78_014, 457_027, 40],
    ])
  })

  test.each(files)('%s: of a template that is not there there is no building', async (kind, text) => {
    await expect(landed('town.city.json', text(3), {kind, types: ['Building']})).rejects.toThrow(
      '1 of 1 records of town.city.json cannot be read',
    )
  })
})

test('CityJSONSeq: a building with a corner that is none is set aside, the others are read', async () => {
  const line = (id: string, corner: number) => ({
    type: 'CityJSONFeature',
    id,
    CityObjects: {
      [id]: {type: 'Building', geometry: [{type: 'MultiSurface', lod: '2', boundaries: [[[0, 1, corner]]]}]},
    },
    vertices: [
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ],
  })
  const head = {
    type: 'CityJSON',
    version: '2.0',
    metadata: {referenceSystem: 'EPSG:7415'},
    transform: {scale: [1, 1, 1], translate: [78_000, 457_000, 0]},
  }
  const text = [head, line('a', 2), line('b', 3), line('c', 2)]
    .map(one => `${JSON.stringify(one)}\n`)
    .join('')
  const {manifest, rows} = await landed('town.city.jsonl', text, {kind: 'cityjsonseq', types: ['Building']})
  expect(rows.map(({id}) => id)).toEqual(['a', 'c'])
  expect(manifest.findings).toEqual([expect.objectContaining({rule: 'broken_line', count: 1, rows: [3]})])
})

test('city models and grids that would lie nowhere are refused, with what to do', async () => {
  const model = (referenceSystem?: string) =>
    JSON.stringify({
      type: 'CityJSON',
      version: '2.0',
      metadata: {referenceSystem},
      CityObjects: {b: {type: 'Building'}},
      vertices: [],
    })
  const format = {kind: 'cityjson', types: ['Building']} as const
  const read = (system?: string, crs?: string) =>
    landed('town.city.json', model(system), {...format, types: ['Building'], ...(crs && {crs})})
  await expect(read()).rejects.toThrow(
    "town.city.json names no coordinate system. Declare it: format: {kind: 'cityjson', types, crs: 'EPSG:7415'}.",
  )
  await expect(read('EPSG:2180')).rejects.toThrow(
    /town\.city\.json cannot be put in its place\. The coordinate system "EPSG:2180" is not known/,
  )
  for (const {rows} of [await read(undefined, 'EPSG:6384'), await read('EPSG:2180', 'EPSG:6384')])
    expect(JSON.parse(rows[0]!.header as string).metadata.referenceSystem).toBe('EPSG:6384')

  const grid = 'ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n'
  await expect(landed('ground.asc', grid, {kind: 'asciigrid', crs: 'EPSG:2180'})).rejects.toThrow(
    /ground\.asc cannot be put in its place\. The coordinate system "EPSG:2180" is not known/,
  )
})

test.skipIf(!data)('the Kyiv shelter register says the same as CSV and as XLSX', async () => {
  const {readFile} = await import('node:fs/promises')
  const [csv, xlsx] = await Promise.all(
    (['csv', 'xlsx'] as const).map(async kind =>
      landed(`shelters.${kind}`, await readFile(join(data!, `geo/kyiv_shelters_redacted.${kind}`)), {kind}),
    ),
  )
  expect(csv!.rows).toHaveLength(4382)
  expect(xlsx!.rows).toHaveLength(4382)
  expect(xlsx!.rows.map(row => row.Адреса)).toEqual(csv!.rows.map(row => row.Адреса))
})

describe('a file of a zip archive', () => {
  const csv = {kind: 'csv', delimiter: ','} as const
  const gtfs = data ? readFileSync(join(data, 'geo/gtfs_cairns.zip')) : new Uint8Array()
  const stops = {kind: 'zip', member: 'stops.txt', format: csv} as const

  test.skipIf(!data)('is read as a file of its own format: stops of a real timetable', async () => {
    const {manifest, rows} = await landed('gtfs.zip', gtfs, stops)
    // As many as Python's csv module reads.
    expect(rows.length).toBe(416)
    expect(manifest.columns).toContain('stop_lat')
    expect(manifest.sources[0]!.address).toBe('gtfs.zip')
  })

  test.skipIf(!data)('that is not there is named, with what is; a damaged archive is refused', async () => {
    const missing = {...stops, member: 'fares.txt'}
    await expect(landed('gtfs.zip', gtfs, missing)).rejects.toThrow(
      /gtfs\.zip has no file "fares\.txt"\. It has .*stops\.txt/,
    )
    await expect(landed('gtfs.zip', gtfs.subarray(0, gtfs.length / 2), stops)).rejects.toThrow(
      'gtfs.zip is damaged: ',
    )
    const broken = Uint8Array.from(gtfs)
    broken.fill(0x55, 2000, 60_000)
    await expect(landed('gtfs.zip', broken, stops)).rejects.toThrow(/gtfs\.zip|stops\.txt/)
  })

  test('is asked for in vain where there is no archive', async () => {
    await expect(landed('gtfs.zip', 'stop_id,stop_name\n', stops)).rejects.toThrow(
      'gtfs.zip is not a zip archive: it is text.',
    )
  })
})
