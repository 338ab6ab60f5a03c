import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {VectorTile} from '@mapbox/vector-tile'
import {PbfReader} from 'pbf'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {heightAt, heightField} from '../layers/height-field.ts'
import {terrainMesh} from '../layers/terrain-mesh.ts'
import type {MapDescription} from '../map/map-description.ts'
import {tileFiles} from '../map/reuse-map-tiles.ts'
import {vectorTileFaults} from '../map/vector/check-vector-tiles.ts'
import type {VectorMapDescription} from '../map/vector/vector-map-description.ts'
import {readTerrain} from '../terrain/read-terrain.fixture.ts'
import {measuredField} from '../terrain/release-terrain.ts'
import {readTiles} from './read-tiles.ts'
import {type Query, type TwinArtefact, writeTwinArtefacts} from './release-artefacts.ts'
import type {Tileset} from './tileset.ts'

const header =
  '{"type": "CityJSON", "version": "2.0", "transform": {"scale": [0.001, 0.001, 0.001], "translate": [78600, 457900, 2]}, "metadata": {"referenceSystem": "EPSG:7415"}}'
const vertices = [
  [0, 0, 0],
  [9000, 0, 0],
  [9000, 9000, 0],
  [0, 9000, 0],
  [0, 0, 7000],
  [9000, 0, 7000],
  [9000, 9000, 7000],
  [0, 9000, 7000],
]
const shell = [[[3, 2, 1, 0]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]]
const model = JSON.stringify({
  type: 'CityJSONFeature',
  id: 'm',
  CityObjects: {m: {type: 'Building', geometry: [{type: 'Solid', lod: '2', boundaries: [shell]}]}},
  vertices,
})
const relief = JSON.stringify({
  type: 'CityJSONFeature',
  id: 't',
  CityObjects: {
    t: {
      type: 'TINRelief',
      geometry: [{type: 'CompositeSurface', lod: '2', boundaries: [[[0, 1, 2]], [[0, 2, 3]]]}],
    },
  },
  vertices,
})
const square = (lon: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [lon, 50],
        [lon + 1e-4, 50],
        [lon + 1e-4, 50.0001],
        [lon, 50.0001],
        [lon, 50],
      ],
    ],
  })

/** A geoid of 19 m under the whole of the second city, as a grid. */
const geoid = {
  west: 36,
  south: 49.75,
  stepLon: 0.5,
  stepLat: 0.5,
  metres: [
    [19, 19],
    [19, 19],
  ],
}

const attribution = (city: string, datasets: readonly string[]) =>
  `City council of ${city}, ${datasets.includes('land-use')}`

let folder: string
let query: Query
let artefacts: TwinArtefact[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-release-'))
  const connection = await (await DuckDBInstance.create()).connect()
  query = async sql => (await connection.runAndReadAll(sql)).getRowObjectsJS()
  await connection.run(`
    create table buildings (city varchar, building_id varchar, height_m double, ground_m double, levels bigint, use varchar, address varchar, geometry varchar, height_source varchar default 'levels', place_flag varchar default 'ok');
    create table stg_buildings (city varchar, building_id varchar, year bigint, roof varchar, crs varchar);
    create table land_use (city varchar, area_id varchar, kind varchar, name_uk varchar, name_en varchar, geometry varchar);
    create table int_city_objects (city varchar, building_id varchar, feature varchar, header varchar, geoid varchar);
    create table int_terrain (city varchar, feature varchar, header varchar, geoid varchar);
    insert into buildings (city, building_id, height_m, ground_m, levels, use, address, geometry) values
      ('hague', 'm''1', 7, 2, null, null, 'Plein 1', '${square(4.27)}'),
      ('steppe', 'a', 9, null, 3, 'school', null, '${square(36.3)}'),
      ('steppe', 'b', null, null, null, null, null, '${square(36.301)}'),
      ('steppe', 'c', 5, null, null, null, null, null);
    update buildings set height_source = 'model' where city = 'hague';
    insert into stg_buildings values ('steppe', 'a', 1985, 'flat', null);
    insert into land_use values ('hague', 'A1', 'park', null, 'Square Park', '${square(4.27)}');
    insert into int_city_objects values ('hague', 'm''1', '${model}', '${header}', '43.4');
    insert into int_terrain values ('hague', '${relief}', '${header}', '43.4');
    create table cities (city varchar, name_uk varchar, name_en varchar, country varchar, is_demo boolean, residents bigint, lon double, lat double, west double, south double, east double, north double, geoid varchar, geoid_error_metres double);
    insert into cities values
      ('hague', 'Гаага', 'The Hague', 'NL', false, 562839, 4.27, 50, 4.2, 49.9, 4.4, 50.2, '43.4', 0.2),
      ('steppe', 'Степ', 'Steppe', 'UA', false, null, 36.3, 50, 36, 49.5, 37, 50.5, '${JSON.stringify(geoid)}', 1);
    create table stg_elevation (city varchar, block_id varchar, crs varchar, x_west double, y_north double, cell_width double, cell_height double, rows bigint, columns bigint, heights varchar);
    insert into stg_elevation values
      ('steppe', 'w', 'EPSG:4326', 36.3, 50.004, 0.001, 0.001, 4, 2, '[130,130,130,130,120,120,110,null]'),
      ('steppe', 'e', 'EPSG:4326', 36.302, 50.004, 0.001, 0.001, 4, 2, '[130,130,130,130,120,120,110,110]'),
      ('steppe', 'x', 'EPSG:4326', 36.304, 50.004, 0.001, 0.001, 4, 2, null);`)
  artefacts = await writeTwinArtefacts(query, folder, {home: 'hague', attribution})
})
afterAll(() => rm(folder, {recursive: true}))

test('ground says what was added to the publisher’s heights', async () => {
  const extras = async (city: string) =>
    (JSON.parse(await readFile(join(folder, `tiles/${city}/terrain/tileset.json`), 'utf8')) as Tileset).extras
  expect((await extras('hague')).geoid).toBe(43.4)
  expect((await extras('steppe')).geoid).toEqual(geoid)
})

test('writes a tileset per city, terrain and a map where there is one, and the home city under a short name', async () => {
  const map = JSON.parse(await readFile(join(folder, 'tiles/hague/map/map.json'), 'utf8')) as MapDescription
  const mapTiles = tileFiles(map)
  expect(mapTiles.length).toBeGreaterThan(3)
  const vectorMap = await vectorMapOf('hague')
  const isGround = ({path}: TwinArtefact) => path.startsWith('terrain/')
  expect(artefacts.filter(artefact => !isGround(artefact))).toEqual([
    {path: 'tiles/hague/buildings/tileset.json', role: 'buildings-tileset'},
    {path: 'tiles/hague/buildings/subtrees/0/0/0.subtree', role: 'tile'},
    {path: 'tiles/hague/buildings/made-from.json', role: 'tile'},
    {path: 'tiles/hague/buildings/content/0/0/0.glb', role: 'tile'},
    {path: 'tiles/hague/terrain/tileset.json', role: 'terrain-tileset'},
    {path: 'tiles/hague/terrain/content/0.glb', role: 'tile'},
    {path: 'tiles/hague/map/map.json', role: 'map'},
    ...mapTiles.map(tile => ({path: `tiles/hague/map/${tile}`, role: 'tile'})),
    {path: 'tiles/hague/map/vector/tiles.json', role: 'vector-map'},
    ...tileFiles(vectorMap, 'mvt').map(tile => ({path: `tiles/hague/map/vector/${tile}`, role: 'tile'})),
    // Of the steppe there is no land use: it has no base map. Its ground is made of its height model.
    {path: 'tiles/steppe/buildings/tileset.json', role: 'buildings-tileset'},
    {path: 'tiles/steppe/buildings/subtrees/0/0/0.subtree', role: 'tile'},
    {path: 'tiles/steppe/buildings/made-from.json', role: 'tile'},
    {path: 'tiles/steppe/buildings/content/0/0/0.glb', role: 'tile'},
    {path: 'tiles/steppe/terrain/tileset.json', role: 'terrain-tileset'},
    {path: 'tiles/steppe/terrain/content/0.glb', role: 'tile'},
    {path: 'tiles/buildings/tileset.json', role: 'alias'},
    {path: 'tiles/terrain/tileset.json', role: 'alias'},
  ])
  const ground = artefacts.filter(isGround)
  expect(ground.filter(({role}) => role !== 'tile')).toEqual([
    {path: 'terrain/hague/layer.json', role: 'terrain-layer'},
    {path: 'terrain/layer.json', role: 'alias'},
    {path: 'terrain/steppe/layer.json', role: 'terrain-layer'},
  ])
  const said = async (city: string) =>
    (await readTerrain(join(folder, 'terrain', city))).tiles.map(
      ({level, x, y}) => `terrain/${city}/${level}/${x}/${y}.terrain`,
    )
  expect(ground.flatMap(({path, role}) => (role === 'tile' ? [path] : []))).toEqual([
    ...(await said('hague')),
    ...(await said('steppe')),
  ])
})

const vectorMapOf = async (city: string) =>
  JSON.parse(
    await readFile(join(folder, `tiles/${city}/map/vector/tiles.json`), 'utf8'),
  ) as VectorMapDescription

test('the vector map names the city, the park with its key and whom to thank; it has no fault', async () => {
  const map = await vectorMapOf('hague')
  expect(map).toMatchObject({name: 'The Hague', attribution: 'City council of hague, true', maxzoom: 14})
  expect(await vectorTileFaults(join(folder, 'tiles/hague/map/vector'))).toEqual([])
  const tile = await readFile(join(folder, 'tiles/hague/map/vector/14/8386/5556.mvt'))
  const {layers} = new VectorTile(new PbfReader(tile))
  expect(layers.land!.feature(0).properties).toEqual({
    kind: 'park',
    name: 'Square Park',
    name_en: 'Square Park',
    id: 'A1',
  })
  expect(layers.buildings!.feature(0).properties).toEqual({id: "m'1"})
})

test('ground of faces with four corners is ground, and a corner at −9999 m is none', async () => {
  const deep = vertices.map((corner, index) => (index === 4 ? [0, 0, -10_001_000] : corner))
  const faces = JSON.stringify({
    type: 'CityJSONFeature',
    id: 't',
    CityObjects: {
      t: {
        type: 'TINRelief',
        geometry: [{type: 'CompositeSurface', lod: '2', boundaries: [[[0, 1, 2, 3]], [[4, 1, 2]]]}],
      },
    },
    vertices: deep,
  })
  const asked: Query = sql =>
    sql.includes('from int_terrain where')
      ? Promise.resolve([{feature: faces, header, geoid: '43.4'}])
      : query(sql)
  const other = join(folder, 'four-corners')
  await writeTwinArtefacts(asked, other, {home: 'hague'})
  const {tiles} = await readTerrain(join(other, 'terrain/hague'))
  for (const {header} of tiles) {
    expect(header.low).toBeCloseTo(45.4, 2)
    expect(header.high).toBeCloseTo(45.4, 2)
  }
  const {extras} = JSON.parse(
    await readFile(join(other, 'tiles/hague/terrain/tileset.json'), 'utf8'),
  ) as Tileset
  expect(extras.count).toBe(2)
  expect(extras.lowestMetres).toBeGreaterThan(0)
})

test('the ground lies as high as the height model says, above the ellipsoid; without one as high as its triangles', async () => {
  const highest = async (city: string) => {
    const {tiles, layer} = await readTerrain(join(folder, 'terrain', city))
    return tiles.filter(({level}) => level === layer.maxzoom)
  }
  const steppe = await highest('steppe')
  expect(Math.max(...steppe.map(({header}) => header.high))).toBeCloseTo(149, 1)
  expect(Math.min(...steppe.map(({header}) => header.low))).toBeCloseTo(129, 1)
  for (const {lon, lat, heights} of steppe)
    heights.forEach((height, i) => {
      // The northern half of the model is level.
      if (lon[i]! > 36.3 && lon[i]! < 36.304 && lat[i]! > 50.0025 && lat[i]! < 50.004)
        expect(height).toBeCloseTo(149, 1)
    })
  // The relief of The Hague is a square two metres above NAP.
  for (const {header} of await highest('hague')) {
    expect(header.low).toBeCloseTo(45.4, 2)
    expect(header.high).toBeCloseTo(45.4, 2)
  }
})

test('the terrain’s short name leads to the same tiles', async () => {
  const {tiles: home} = await readTerrain(join(folder, 'terrain/hague'))
  const {tiles} = await readTerrain(join(folder, 'terrain'))
  expect(tiles).toEqual(home)
})

test('a building with a model is drawn as it is, at its own height above the ellipsoid', async () => {
  const {tileset, tiles} = await readTiles(join(folder, 'tiles/hague/buildings'))
  const colours = {walls: expect.stringMatching(/^#/), roofs: expect.stringMatching(/^#/)}
  expect(tiles[0]!.features.map(({row}) => row)).toEqual([
    {
      id: "m'1",
      city: 'hague',
      height: 7,
      ground: 2,
      levels: 65535,
      use: 'unknown',
      address: 'Plein 1',
      ...colours,
    },
  ])
  expect(tileset.extras.lowestMetres).toBeCloseTo(45.4, 3)
  expect(tileset.extras.highestMetres).toBeCloseTo(52.4, 3)
  // EPSG:7415 by seven parameters, and what the table of cities says of the geoid.
  expect(tileset.extras).toMatchObject({placeErrorMetres: 0.2, heightErrorMetres: 0.2})
})

test('without triangles the ground is the height model, and footprints stand on its lowest height under them', async () => {
  const {tileset} = await readTiles(join(folder, 'tiles/steppe/terrain'))
  const glb = await readFile(join(folder, 'tiles/steppe/terrain/content/0.glb'))
  const {buffer, byteOffset, byteLength} = glb
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  const field = heightField(terrainMesh(tileset, bytes))!
  const model = (await measuredField(query, 'steppe', geoid))!
  for (let i = 0; i <= 20; i++)
    for (let j = 0; j <= 20; j++) {
      const [lon, lat] = [36.3 + i * 0.0002, 50 + j * 0.0002]
      // The triangles are a fifth of a metre off at most; a viewer's grid of eight metres rounds off a slope's foot.
      expect(Math.abs(heightAt(field, lon, lat) - heightAt(model, lon, lat))).toBeLessThan(0.6)
    }

  const {tileset: buildings, tiles} = await readTiles(join(folder, 'tiles/steppe/buildings'))
  const lowest = Math.min(...[36.3, 36.3001].map(lon => heightAt(model, lon, 50)))
  expect(lowest).toBeGreaterThan(120)
  const ups = tiles[0]!.features[0]!.triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
  expect(Math.max(...ups) - Math.min(...ups)).toBeCloseTo(9, 1)
  expect(buildings.extras.lowestMetres).toBeCloseTo(lowest, 1)
  expect(buildings.extras).toMatchObject({placeErrorMetres: 0, heightErrorMetres: 1})
})

test('the others are raised footprints; one without any geometry is not drawn', async () => {
  const {tiles} = await readTiles(join(folder, 'tiles/steppe/buildings'))
  expect(tiles[0]!.features.map(({row}) => [row.id, row.height, row.levels])).toEqual([
    ['a', 9, 3],
    ['b', -9999, 65535],
  ])
})

test('the short name points at the same files', async () => {
  const alias = JSON.parse(await readFile(join(folder, 'tiles/buildings/tileset.json'), 'utf8')) as Tileset
  const {content, implicitTiling} = alias.root
  for (const uri of [content.uri, implicitTiling!.subtrees.uri]) {
    const path = uri.replaceAll(/\{\w+\}/g, '0')
    const [through, direct] = await Promise.all([
      readFile(join(folder, 'tiles/buildings', path)),
      readFile(join(folder, 'tiles/hague/buildings', path.replace('../hague/buildings/', ''))),
    ])
    expect(through.equals(direct)).toBe(true)
  }
})

test('a city at home without buildings gets no short name', async () => {
  const again = await writeTwinArtefacts(query, folder, {home: 'kyiv'})
  expect(again.some(({role}) => role === 'alias')).toBe(false)
})
