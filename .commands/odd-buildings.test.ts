import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {defineCity, type Format, feed, licences} from '@hromada/datasets'
import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {tileFaults, writeTwinArtefacts} from '@hromada/twin'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {temporaryFolder} from '../.config/temporary-folder.ts'
import {type ReadFeature, readTiles, volume} from '../twin/src/tiles/read-tiles.ts'
import {builtCity} from '../warehouse/test/city.fixture.ts'

/** What publishers get wrong, and what they may write otherwise, on its way through lake and warehouse to tiles. */

type Corner = [east: number, north: number]
const house: Corner[] = [
  [0, 0],
  [20, 0],
  [20, 10],
  [0, 10],
]

/** Closed, in degrees, by metres per degree that are good to a part in a thousand at these latitudes. */
const ring = ([lon, lat]: readonly [number, number], corners: Corner[]) =>
  [...corners, corners[0]!].map(([east, north]) => [
    lon + east / (111_320 * Math.cos((lat * Math.PI) / 180)),
    lat + north / 111_130,
  ])

type Outline = [id: string, properties: object, rings?: Corner[][]]
const outlines: Outline[] = [
  ['metres', {height: 12}],
  ['metres-said', {height: '12.5 m'}],
  ['metres-in-cyrillic', {height: '12м'}],
  ['storeys', {levels: '5'}],
  ['slip-below-storeys', {height: 99999, levels: 4}],
  ['below-zero', {height: -9}],
  ['no-height', {height: 0}],
  ['to-the-moon', {height: '1e9'}],
  ['feet', {height: "30'"}],
  ['cellars', {levels: -2}],
  ['clockwise', {height: 10}, [[...house].reverse()]],
  [
    'yard',
    {height: 10},
    [
      house,
      [
        [5, 3],
        [10, 3],
        [10, 7],
        [5, 7],
      ],
    ],
  ],
  [
    'bow-tie',
    {height: 10},
    [
      [
        [0, 0],
        [20, 10],
        [20, 0],
        [0, 10],
      ],
    ],
  ],
  [
    'eight',
    {height: 10},
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [20, 10],
        [20, 5],
        [0, 5],
      ],
    ],
  ],
  [
    'thirty-kilometres',
    {height: 10},
    [
      [
        [-15_000, 0],
        [15_000, 0],
        [15_000, 9],
        [-15_000, 9],
      ],
    ],
  ],
]
const footprints = ([lon, lat]: readonly [number, number]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: outlines.map(([id, properties, rings = [house]], index) => ({
      type: 'Feature',
      properties: {id, ...properties},
      geometry: {
        type: 'Polygon',
        coordinates: rings.map(corners => ring([lon + index * 0.0005, lat], corners)),
      },
    })),
  })

const shell = [[[3, 2, 1, 0]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]]
/** Models 40 metres apart, 10 by 10 metres and so high, on two metres above NAP. */
const models = (['whole', 'flat', 'broken'] as const).map((id, index) => {
  const [x, y] = [78_600 + index * 40, 457_900]
  const top = {whole: 9, flat: 2, broken: 99_999}[id]
  const level = (z: number) => [
    [x, y, z],
    [x + 10, y, z],
    [x + 10, y + 10, z],
    [x, y + 10, z],
  ]
  const geometry =
    id === 'flat'
      ? {type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]]}
      : {type: 'Solid', lod: '2', boundaries: [shell]}
  return {id, vertices: [...level(2), ...level(top)], geometry, height: {whole: 5, flat: 6, broken: 7}[id]}
})
const modelFile = [
  {
    type: 'CityJSON',
    version: '2.0',
    transform: {scale: [1, 1, 1], translate: [0, 0, 0]},
    metadata: {referenceSystem: 'urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709'},
  },
  ...models.map(({id, vertices, geometry, height}) => ({
    type: 'CityJSONFeature',
    id,
    CityObjects: {[id]: {type: 'Building', attributes: {height}, geometry: [geometry]}},
    vertices,
  })),
]

const places = {north: [30.5, 50.4], south: [-58.4, -34.6], east: [178.4, -18.1]} as const
const folder = temporaryFolder('odd-buildings')
const leftOut = new Map<string, {building_id: string; reason: string}[]>()
let town: Awaited<ReturnType<typeof builtCity>>

beforeAll(async () => {
  const city = (
    id: string,
    bbox: [number, number, number, number],
    path: string,
    format: Format,
    text: string,
  ) => {
    writeFileSync(join(folder, path), text)
    return defineCity({
      id,
      name: {uk: id, en: id},
      nameOf: {uk: id, en: id},
      country: 'UA',
      zone: 'UTC',
      bbox,
      geoid: {metres: 43.4, errorMetres: 0.2, source: 'RDNAPTRANS'},
      feeds: [
        feed(buildingsData, {
          mirror: {path, format},
          publisher: {uk: 'Видавець', en: 'Publisher'},
          licence: licences.ccBy4,
        }),
      ],
    })
  }
  const cities = Object.entries(places).map(([id, [lon, lat]]) =>
    city(
      id,
      [lon - 0.1, lat - 0.1, lon + 0.2, lat + 0.1],
      `${id}.geojson`,
      {kind: 'geojson'},
      footprints([lon, lat]),
    ),
  )
  const lines = modelFile.map(line => `${JSON.stringify(line)}\n`).join('')
  const format = {kind: 'cityjsonseq', types: ['Building']} as const
  cities.push(
    city('models', [4.2, 52, 4.4, 52.2], 'models.city.jsonl', {...format, types: ['Building']}, lines),
  )
  town = await builtCity(cities, folder, {select: '+buildings,+int_terrain,stg_elevation'})
  await writeTwinArtefacts(town.rows, folder, {
    home: 'north',
    leftOut: (id, buildings) => leftOut.set(id, buildings),
  })
})
afterAll(() => town?.warehouse.close())

async function tiled(city: string) {
  const {tileset, tiles} = await readTiles(join(folder, `tiles/${city}/buildings`))
  const features = tiles.flatMap(one => one.features)
  return {extras: tileset.extras, byId: new Map(features.map(one => [String(one.row.id), one] as const))}
}

const heightsOf = ({triangles}: ReadFeature) => {
  const ups = triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
  return [Math.min(...ups), Math.max(...ups)] as const
}

test.each(Object.keys(places))(
  '%s: heights are those that can be meant, and no slip moves the city',
  async id => {
    const rows = await town.rows<{building_id: string; height_m: number | null; height_source: string}>(
      `select building_id, height_m, height_source from buildings where city = '${id}'`,
    )
    const found = Object.fromEntries(
      rows.map(({building_id, height_m, height_source}) => [building_id, [height_m, height_source]]),
    )
    expect(found).toMatchObject({
      metres: [12, 'published'],
      'metres-said': [12.5, 'published'],
      'metres-in-cyrillic': [12, 'published'],
      storeys: [15, 'levels'],
      'slip-below-storeys': [12, 'levels'],
      'below-zero': [null, 'unknown'],
      'no-height': [null, 'unknown'],
      'to-the-moon': [null, 'unknown'],
      feet: [null, 'unknown'],
      cellars: [null, 'unknown'],
    })

    expect(await tileFaults(join(folder, `tiles/${id}/buildings`))).toEqual([])
    const {extras, byId} = await tiled(id)
    expect(extras.highestMetres - extras.lowestMetres).toBeCloseTo(15, 1)
    const [lon, lat] = places[id as keyof typeof places]
    expect(Math.abs(extras.lon - lon) + Math.abs(extras.lat - lat)).toBeLessThan(0.02)
    // A height that is not known is a slab of one metre.
    for (const [key, cubicMetres] of [
      ['metres', 2400],
      ['storeys', 3000],
      ['to-the-moon', 200],
      ['clockwise', 2000],
      ['yard', 1800],
    ] as const) {
      const feature = byId.get(key)!
      expect(volume(feature.triangles, heightsOf(feature)[0]) / cubicMetres, key).toBeCloseTo(1, 1)
    }
    expect(byId.get('cellars')!.row).toMatchObject({levels: 65535, height: -9999})
  },
)

test.each(Object.keys(places))('%s: what is not drawn, or not whole, is said', id => {
  expect(
    leftOut
      .get(id)!
      .map(({building_id}) => building_id)
      .sort(),
  ).toEqual(['bow-tie', 'eight', 'thirty-kilometres'])
})

test('a model that is flat, or that one corner stretches, is raised by the height that its publisher says', async () => {
  const rows = await town.rows(
    `select building_id, height_m, height_source from buildings where city = 'models' order by building_id`,
  )
  expect(rows).toEqual([
    {building_id: 'broken', height_m: 7, height_source: 'published'},
    {building_id: 'flat', height_m: 6, height_source: 'published'},
    {building_id: 'whole', height_m: 7, height_source: 'model'},
  ])
  const {extras, byId} = await tiled('models')
  // Two metres above NAP, which is 43.4 above the ellipsoid there.
  expect(extras.lowestMetres).toBeCloseTo(45.4, 2)
  for (const [id, metres] of [
    ['whole', 7],
    ['flat', 6],
    ['broken', 7],
  ] as const) {
    const [low, high] = heightsOf(byId.get(id)!)
    expect(high - low, id).toBeCloseTo(metres, 1)
    expect(volume(byId.get(id)!.triangles, low) / (100 * metres)).toBeCloseTo(1, 1)
  }
  expect(leftOut.has('models')).toBe(false)
})
