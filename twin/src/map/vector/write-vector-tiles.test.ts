import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {changedFiles} from '../../tiles/changed-files.fixture.ts'
import {tileFiles} from '../reuse-map-tiles.ts'
import {vectorTileFaults} from './check-vector-tiles.ts'
import type {VectorRows} from './read-vector-rows.ts'
import {type ReadFeature, readVectorTile} from './read-vector-tile.fixture.ts'
import type {VectorMapDescription} from './vector-map-description.ts'
import {area, degrees, line, metresPerLat, metresPerLon, rectangle, town} from './vector-town.fixture.ts'
import {writeVectorTiles} from './write-vector-tiles.ts'

let folder: string
let description: VectorMapDescription
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-vector-'))
  await writeVectorTiles(town, join(folder, 'a'))
  description = await describedIn('a')
})
afterAll(() => rm(folder, {recursive: true}))

const describedIn = async (name: string) =>
  JSON.parse(await readFile(join(folder, name, 'tiles.json'), 'utf8')) as VectorMapDescription

/** Features of a layer at a zoom, and the tile each is in. */
async function featuresAt(
  zoom: number,
  layer: string,
  name = 'a',
): Promise<(ReadFeature & {tile: string})[]> {
  const {available} = await describedIn(name)
  const files = tileFiles({available: {[zoom]: available[zoom] ?? {}}}, 'mvt')
  const found = await Promise.all(
    files.map(async tile => {
      const layers = await readVectorTile(join(folder, name, tile))
      return (layers[layer] ?? []).map(one => ({...one, tile}))
    }),
  )
  return found.flat()
}

/** Column and row of a place as the wiki of OpenStreetMap has it (Slippy map tilenames), with their fractions. */
function slippy([lon, lat]: [number, number], zoom: number): [x: number, y: number] {
  const radians = (lat * Math.PI) / 180
  const n = 2 ** zoom
  return [((lon + 180) / 360) * n, ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * n]
}

/** Metres on the ground that a unit of a tile stands for. */
const metresPerUnit = (zoom: number) => (40_075_016.686 * Math.cos((46 * Math.PI) / 180)) / 2 ** zoom / 4096

test('a place is in the tile that others publish for it', async () => {
  // The example of that wiki: zoom 17, 65544/43582, and so 8193/5447 at zoom 14.
  const [lon, lat] = [0.02435, 51.51202]
  expect(slippy([lon, lat], 17).map(Math.floor)).toEqual([65544, 43582])
  const street = JSON.stringify({
    type: 'LineString',
    coordinates: [
      [lon, lat],
      [lon + 0.0001, lat],
    ],
  })
  await writeVectorTiles(
    {
      ...town,
      city: {...town.city, lon, lat, box: [lon, lat, lon, lat]},
      areas: [],
      roads: [{...town.roads[0]!, geometry: street}],
      tracks: [],
      districts: [],
    },
    join(folder, 'london'),
  )
  const {available, minzoom} = await describedIn('london')
  expect(available).toEqual({14: {8193: [5447]}})
  expect(minzoom).toBe(14)
  const [street14] = await featuresAt(14, 'streets', 'london')
  const [x, y] = slippy([lon, lat], 14)
  expect(street14!.lines[0]![0]).toEqual([(x % 1) * 4096, (y % 1) * 4096].map(Math.round))
})

test('TileJSON names the town, its box, zooms, layers and fields', () => {
  const [west, south] = degrees([-1500, -1500])
  const [east, north] = degrees([1500, 1500])
  expect(description).toMatchObject({
    tilejson: '3.0.0',
    name: 'Тестове',
    scheme: 'xyz',
    tiles: ['{z}/{x}/{y}.mvt'],
    maxzoom: 14,
    city: 'testove',
  })
  expect(description.description).toContain('An invented city.')
  for (const [index, degree] of [west, south, east, north].entries())
    expect(description.bounds[index]).toBeCloseTo(degree, 6)
  const fields = Object.fromEntries(
    description.vector_layers.map(({id, fields}) => [id, Object.keys(fields)]),
  )
  expect(fields.streets).toEqual([
    'kind',
    'rail',
    'link',
    'tunnel',
    'bridge',
    'oneway',
    'oneway_reverse',
    'id',
  ])
  expect(fields.street_labels).toEqual(['kind', 'name', 'name_en', 'id'])
  expect(description.vector_layers.every(({description: said}) => said.length > 3)).toBe(true)
  // Twenty-six by the schema, whether there is something in them or not, so that styles find all they ask for.
  expect(new Set(Object.keys(fields)).size).toBe(26)
  expect(fields).toMatchObject({pois: [], boundaries: [], buildings: ['id']})
  expect(description).not.toHaveProperty('attribution')
})

test('the coarsest zoom has the town in one or two tiles, the next would not; no tile is empty', async () => {
  const count = (zoom: number) => {
    const [west, south, east, north] = description.bounds
    const [left, top] = slippy([west, north], zoom).map(Math.floor) as [number, number]
    const [right, bottom] = slippy([east, south], zoom).map(Math.floor) as [number, number]
    return (right - left + 1) * (bottom - top + 1)
  }
  expect(count(description.minzoom)).toBeLessThanOrEqual(2)
  expect(count(description.minzoom + 1)).toBeGreaterThan(2)
  const files = (await readdir(join(folder, 'a'), {recursive: true})).filter(name => name.endsWith('.mvt'))
  expect(files.sort()).toEqual(tileFiles(description, 'mvt').sort())
  expect(await vectorTileFaults(join(folder, 'a'))).toEqual([])
})

test('a street is as long as it is, to a hundredth, where a tile’s edge cuts it, too', async () => {
  const lengths = new Map<string, number>()
  for (const {properties, lines, type} of await featuresAt(14, 'streets')) {
    expect(type).toBe(2)
    for (const places of lines)
      for (let i = 1; i < places.length; i++) {
        // What lies in the buffer is in the neighbour already.
        const [[ax, ay], [bx, by]] = [places[i - 1]!, places[i]!].map(place => place.map(inside)) as [
          [number, number],
          [number, number],
        ]
        const metres = Math.hypot(bx - ax, by - ay) * metresPerUnit(14)
        lengths.set(String(properties.id), (lengths.get(String(properties.id)) ?? 0) + metres)
      }
  }
  for (const [id, metres] of [
    ['E1', 600],
    ['E2', 400],
    ['E3', 1000],
    ['T1', 3000],
  ] as const)
    expect(Math.abs(lengths.get(id)! / metres - 1)).toBeLessThan(0.01)
})

const inside = (at: number) => Math.max(0, Math.min(4096, at))

/** By the surveyor's formula in units of a tile, y downwards, cut to the tile itself. */
const ringArea = (ring: [number, number][]) =>
  ring.slice(1).reduce((sum, [bx, by], index) => {
    const [ax, ay] = ring[index]!
    return sum + (inside(ax) * inside(by) - inside(bx) * inside(ay)) / 2
  }, 0)

test.each([
  ['land', 'A1', 3000 * 2000],
  ['ocean', 'A2', 3000 * 1000],
  ['land', 'A3', 400 * 300 - 100 * 100],
  ['water_polygons', 'A4', 100 * 100],
  ['street_polygons', 'A5', 100 * 100],
  ['sites', 'A6', 50 * 100],
  ['buildings', 'B1', 30 * 30 - 10 * 10],
])('%s %s covers %d m², to a hundredth', async (layer, id, metres) => {
  const rings = (await featuresAt(14, layer))
    .filter(one => one.properties.id === id)
    .flatMap(({lines}) => lines)
  const sum = rings.reduce((all, ring) => all + ringArea(ring), 0) * metresPerUnit(14) ** 2
  expect(Math.abs(sum / metres - 1)).toBeLessThan(layer === 'buildings' ? 0.05 : 0.01)
})

test('outlines enclose more than nothing, holes less, however the publisher winds them', async () => {
  // The tile that has the pond in it.
  const parks = (await featuresAt(14, 'land')).filter(({properties}) => properties.id === 'A3')
  const park = parks.find(({lines}) => lines.length > 1)
  expect(park!.lines.map(ring => Math.sign(ringArea(ring)))).toEqual([1, -1])
  expect(park!.properties).toEqual({kind: 'park', name: 'парк «Дуб»', name_en: 'Oak Park', id: 'A3'})
  const [pond] = await featuresAt(14, 'water_polygons')
  const sorted = (ring: [number, number][]) => ring.map(String).sort()
  expect(new Set(sorted(park!.lines[1]!))).toEqual(new Set(sorted(pond!.lines[0]!)))
})

test('names are there in both languages, on the streets that bear them', async () => {
  const labels = await featuresAt(14, 'street_labels')
  expect(labels.map(({properties}) => properties)).toContainEqual({
    kind: 'primary',
    name: 'просп. Свободи',
    name_en: 'Svobody Avenue',
    id: '10',
  })
  const places = (await featuresAt(description.minzoom, 'place_labels')).map(({properties}) => properties)
  expect(places).toEqual([
    {kind: 'town', population: 40_000, name: 'Тестове', name_en: 'Testove', id: 'testove'},
    {kind: 'suburb', population: 1_000, name: 'Північний район', name_en: 'Northern district', id: 'D1'},
    {kind: 'neighbourhood', population: 100, name: 'Північ', name_en: 'North', id: 'A1'},
  ])
  const [pond] = await featuresAt(14, 'water_polygons_labels')
  expect(pond!.properties).toMatchObject({kind: 'water', name: 'ставок', name_en: 'Pond', id: 'A4'})
  // Mercator stretches both sides by 1 / cos 46°.
  expect(Number(pond!.properties.way_area) / (10_000 / Math.cos((46 * Math.PI) / 180) ** 2)).toBeCloseTo(1, 1)
  const [square] = await featuresAt(14, 'streets_polygons_labels')
  expect(square!.properties).toEqual({kind: 'pedestrian', name: 'пл. Ринок', id: 'A5'})
  expect((await featuresAt(14, 'addresses'))[0]!.properties).toEqual({housenumber: '12-А', id: 'W1'})
})

test('a name stands inside of its area, also where the centre does not', async () => {
  // A lake like a horseshoe, open to the north.
  const corners: [number, number][] = [
    [-900, -100],
    [900, -100],
    [900, 900],
    [800, 900],
    [800, 0],
    [-800, 0],
    [-800, 900],
    [-900, 900],
  ]
  const lake = {id: 'L', kind: 'lake', name: 'озеро', nameEn: null, geometry: area(corners)}
  await writeVectorTiles({...town, areas: [lake]}, join(folder, 'lake'))
  const {minzoom: zoom} = await describedIn('lake')
  const [label] = await featuresAt(zoom, 'water_polygons_labels', 'lake')
  const [x, y] = label!.lines[0]![0]!
  const [column, row] = label!.tile.split('/').slice(1).map(Number.parseFloat) as [number, number]
  const at = (place: [number, number]) => {
    const [left, top] = slippy(degrees(place), zoom)
    return [(left - column) * 4096, (top - row) * 4096] as const
  }
  const [east, west] = [
    [800, 300],
    [900, 300],
  ].map(one => at(one as [number, number])[0])
  const [farWest, farEast] = [
    [-900, 300],
    [-800, 300],
  ].map(one => at(one as [number, number])[0])
  expect((x >= east! && x <= west!) || (x >= farWest! && x <= farEast!)).toBe(true)
  expect(y).toBeLessThan(at([0, 0])[1])
})

test('things are there from the zoom that the schema says, with the fields of the zoom', async () => {
  const kindsAt = async (zoom: number) =>
    [...new Set((await featuresAt(zoom, 'streets')).map(({properties}) => String(properties.kind)))].sort()
  expect(await kindsAt(12)).toEqual(['primary', 'rail'])
  expect(await kindsAt(13)).toEqual(['footway', 'primary', 'rail', 'service'])
  for (const layer of ['buildings', 'sites', 'street_polygons', 'addresses']) {
    expect(await featuresAt(13, layer)).toEqual([])
    expect(await featuresAt(14, layer)).not.toEqual([])
  }
  const fieldsAt = async (zoom: number) => Object.keys((await featuresAt(zoom, 'streets'))[0]!.properties)
  expect(await fieldsAt(13)).toEqual(['kind', 'rail', 'link', 'tunnel', 'bridge'])
  expect(await fieldsAt(14)).toEqual([...(await fieldsAt(13)), 'oneway', 'oneway_reverse', 'id'])
  const [lane] = (await featuresAt(14, 'streets')).filter(({properties}) => properties.id === 'E4')
  expect(lane!.properties).toMatchObject({kind: 'service', oneway: true, bridge: false})
})

test('below the finest zoom stretches of a street are one line, and a bridge is another', async () => {
  const avenue = (await featuresAt(12, 'streets')).filter(({properties}) => properties.kind === 'primary')
  const inTile = Map.groupBy(avenue, ({tile, properties}) => `${tile} ${properties.bridge}`)
  for (const alike of inTile.values()) expect(alike.length).toBeLessThanOrEqual(2)
  const length = avenue.reduce((sum, {lines}) => {
    for (const places of lines)
      for (let i = 1; i < places.length; i++)
        sum += Math.abs(inside(places[i]![0]) - inside(places[i - 1]![0])) * metresPerUnit(12)
    return sum
  }, 0)
  expect(Math.abs(length / 2000 - 1)).toBeLessThan(0.01)
  // Its name runs along all of it, over the bridge.
  const [label] = (await featuresAt(12, 'street_labels')).filter(
    ({properties}) => properties.kind === 'primary',
  )
  expect(label!.lines).toHaveLength(1)
})

test('many short stretches do not vanish where none of them could be seen', async () => {
  // Sixty stretches of ten metres: a unit of a tile at zoom 11 is three metres.
  const roads = Array.from({length: 60}, (_, i) => ({
    ...town.roads[0]!,
    id: `S${i}`,
    // Every other one the other way round.
    geometry: i % 2 ? line([i * 10 + 10, 800], [i * 10, 800]) : line([i * 10, 800], [i * 10 + 10, 800]),
  }))
  await writeVectorTiles({...town, areas: [], tracks: [], roads}, join(folder, 'short'))
  const {minzoom} = await describedIn('short')
  const found = await featuresAt(minzoom, 'streets', 'short')
  const east = found.flatMap(({lines}) => lines.flat().map(([x]) => x))
  expect((Math.max(...east) - Math.min(...east)) * metresPerUnit(minzoom)).toBeGreaterThan(590)
})

test('the same rows give the same bytes', async () => {
  await writeVectorTiles(structuredClone(town), join(folder, 'b'))
  expect(await changedFiles(join(folder, 'a'), join(folder, 'b'))).toEqual([])
})

test('unchanged rows take the files of the release before; another street or attribution does not', async () => {
  const before = join(folder, 'a')
  const told: number[] = []
  const progress = (count: number) => void told.push(count)
  const same = await writeVectorTiles(town, join(folder, 'c'), {before, progress})
  expect([same.isNew, told]).toEqual([false, []])
  expect(same.files).toEqual(['tiles.json', ...tileFiles(description, 'mvt')])
  expect((await stat(join(folder, 'c/tiles.json'))).ino).toBe((await stat(join(before, 'tiles.json'))).ino)
  const renamed = {...town, roads: town.roads.map(road => ({...road, name: 'вул. Нова'}))}
  expect((await writeVectorTiles(renamed, join(folder, 'd'), {before, progress})).isNew).toBe(true)
  expect(told).toEqual(told.map((_, index) => index + 1))
  expect(await changedFiles(before, join(folder, 'd'))).toContain('tiles.json')
  const thanked = await writeVectorTiles(town, join(folder, 'e'), {before, attribution: 'Місто'})
  expect(thanked.isNew).toBe(true)
  expect((await describedIn('e')).attribution).toBe('Місто')
  expect((await writeVectorTiles(town, join(folder, 'f'), {before, version: '2'})).isNew).toBe(true)
})

test('without areas and streets there is nothing', async () => {
  const nothing: VectorRows = {...town, areas: [], roads: [], tracks: []}
  expect((await writeVectorTiles(nothing, join(folder, 'none'))).files).toEqual([])
  const unknown = {...nothing, areas: [{...town.areas[0]!, kind: 'something new'}]}
  expect((await writeVectorTiles(unknown, join(folder, 'none'))).files).toEqual([])
  expect(await readdir(folder)).not.toContain('none')
})

const odd: [what: string, geometry: string][] = [
  ['broken text', '{"type":"Polygon","coordinates":[[[31,'],
  ['null', 'null'],
  ['a number', '7'],
  ['no type', '{"coordinates":[[31,46],[31.1,46]]}'],
  ['another type', '{"type":"GeometryCollection","geometries":[]}'],
  ['no coordinates', '{"type":"Polygon","coordinates":null}'],
  ['nothing', '{"type":"Polygon","coordinates":[]}'],
  ['an empty ring', '{"type":"Polygon","coordinates":[[]]}'],
  ['text for numbers', '{"type":"LineString","coordinates":[["31","46"],["31.001","46"]]}'],
  ['a place with one number', '{"type":"LineString","coordinates":[[31],[31.001]]}'],
  ['one place', '{"type":"LineString","coordinates":[[31,46]]}'],
  ['two corners', '{"type":"Polygon","coordinates":[[[31,46],[31.001,46],[31,46]]]}'],
  ['an endless number', '{"type":"LineString","coordinates":[[1e999,46],[31,46]]}'],
  ['a pole', '{"type":"LineString","coordinates":[[31,90],[31,46]]}'],
  ['swapped axes far away', '{"type":"LineString","coordinates":[[46,31],[46.001,31]]}'],
  [
    'what goes over the 180th meridian',
    '{"type":"Polygon","coordinates":[[[179,46],[-179,46],[-179,47],[179,47],[179,46]]]}',
  ],
  ['what goes round the world', '{"type":"LineString","coordinates":[[-179,46],[179,46]]}'],
  ['an area on a line', '{"type":"Polygon","coordinates":[[[31,46],[31.001,46],[31.002,46],[31,46]]]}'],
  ['an area of a point', '{"type":"Polygon","coordinates":[[[31,46],[31,46],[31,46],[31,46]]]}'],
  [
    'a bow',
    area([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]),
  ],
  ['a hole larger than its outline', area(rectangle(0, 0, 10, 10), rectangle(-100, -100, 100, 100))],
  ['deep nesting', `{"type":"Polygon","coordinates":${'['.repeat(2000)}${']'.repeat(2000)}}`],
]

test.each(odd)('%s is no reason to fail, and leaves the rest as it is', async (what, geometry) => {
  const rows: VectorRows = {
    ...town,
    areas: [...town.areas, {id: 'X', kind: 'lake', name: 'озеро', nameEn: null, geometry}],
    roads: [...town.roads, {...town.roads[0]!, id: 'X', geometry}],
    buildings: [...town.buildings, {id: 'X', geometry}],
    addresses: [...town.addresses, {id: 'X', house: '1', lon: Number.NaN, lat: 46}],
    districts: [
      ...town.districts,
      {id: 'X', name: 'ніде', nameEn: null, lon: 0, lat: Number.POSITIVE_INFINITY},
    ],
  }
  const place = `odd ${odd.findIndex(([name]) => name === what)}`
  await writeVectorTiles(rows, join(folder, place))
  expect(await vectorTileFaults(join(folder, place))).toEqual([])
  const [now, before] = [await describedIn(place), description]
  expect([now.bounds, now.minzoom]).toEqual([before.bounds, before.minzoom])
  const known = (features: ReadFeature[]) => features.filter(({properties}) => properties.id !== 'X')
  for (const layer of ['land', 'streets', 'buildings'])
    expect(known(await featuresAt(14, layer, place))).toEqual(await featuresAt(14, layer))
})

test('a publisher’s ring that does not end where it begins is closed', async () => {
  const ring = [
    [0, 0],
    [200, 0],
    [200, 200],
    [0, 200],
  ].map(place => degrees(place as [number, number]))
  const geometry = JSON.stringify({type: 'MultiPolygon', coordinates: [[ring]]})
  await writeVectorTiles({...town, areas: [{...town.areas[2]!, geometry}]}, join(folder, 'open'))
  const [park] = await featuresAt(14, 'land', 'open')
  expect(ringArea(park!.lines[0]!) * metresPerUnit(14) ** 2).toBeGreaterThan(200 * 200 * 0.98)
})

test('the parts of an area are one feature, each an outline for itself', async () => {
  const ring = (west: number) => rectangle(west, 0, west + 80, 80).map(degrees)
  const closed = (west: number) => [...ring(west), ring(west)[0]!]
  const geometry = JSON.stringify({
    type: 'MultiPolygon',
    coordinates: [[closed(10)], [closed(110).reverse()]],
  })
  await writeVectorTiles({...town, areas: [{...town.areas[2]!, geometry}]}, join(folder, 'parts'))
  const parks = await featuresAt(14, 'land', 'parts')
  expect(parks).toHaveLength(1)
  expect(parks[0]!.lines.map(one => Math.sign(ringArea(one)))).toEqual([1, 1])
})

test('metres of the fixture are those of the ellipsoid', () => {
  // Length of a degree on WGS 84 by the usual series, as geodesy tables have it.
  const radians = (46 * Math.PI) / 180
  expect(metresPerLat).toBeCloseTo(
    111_132.95 - 559.85 * Math.cos(2 * radians) + 1.18 * Math.cos(4 * radians),
    -1,
  )
  expect(metresPerLon).toBeCloseTo(111_412.88 * Math.cos(radians) - 93.5 * Math.cos(3 * radians), -1)
})
