import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type City, defineCity, type Feed, type Format, feed, ownCrs} from '@hromada/datasets'
import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {writeTwinArtefacts} from '@hromada/twin'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {temporaryFolder} from '../.config/temporary-folder.ts'
import {type ReadFeature, readTiles} from '../twin/src/tiles/read-tiles.ts'
import {builtCity} from '../warehouse/test/city.fixture.ts'
import {
  type Outline,
  type System,
  writeGeoJson,
  writeGeoPackage,
  writeGeoParquet,
  writeShapefile,
} from './test/outline-files.fixture.ts'

/** A published point: key, coordinates in the system, longitude and latitude. */
type Control = [id: string, x: number, y: number, lon: number, lat: number]

const rd = {
  system: {
    organization: 'EPSG',
    code: 28992,
    name: 'Amersfoort / RD New',
    prj: 'PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],PARAMETER["False_Easting",155000.0],UNIT["Meter",1.0]]',
  },
  bbox: [4.9, 51.7, 5.5, 52.3],
  // RDNAPTRANS2008, and 30010014 of the self-validation set of RDNAPTRANS2018.
  controls: [
    ['amersfoort', 155_000, 463_000, 5.387203657, 52.155172897],
    ['30010014', 131_745.5792, 426_355.6419, 5.049883673, 51.825323002],
  ],
  // The scale of a stereographic projection away from its middle, to third order.
  scale: (x: number, y: number) =>
    0.9999079 * (1 + ((x - 155_000) ** 2 + (y - 463_000) ** 2) / (4 * 6_382_644 ** 2)),
  metres: 0.2,
} as const

const utm32 = {
  system: {
    organization: 'EPSG',
    code: 25832,
    name: 'ETRS89 / UTM zone 32N',
    prj: 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]',
  },
  bbox: [5.8, 47.2, 13, 50.5],
  // Landeshauptstadt Mainz, Bayerische Vermessungsverwaltung: geodetic reference points.
  controls: [
    ['mainz', 448_080.38, 5_538_943.58, 8 + 16 / 60 + 31.918 / 3600, 50 + 1.989 / 3600],
    ['augsburg', 640_309.21, 5_358_772.36, 10.89443123, 48.36651699],
  ],
  scale: (x: number) => 0.9996 * (1 + (x - 500_000) ** 2 / (2 * (0.9996 * 6_382_000) ** 2)),
  metres: 0.2,
} as const

// Bundesamt für Eich- und Vermessungswesen. One set of parameters for all of Austria leaves half a metre here, so the
// first two are met by a shift that the other three give.
const austria: Control[] = [
  ['hohe wand', -20_087.245, 300_137.482, 16.06381914, 47.83957963],
  ['north', -23_471.524, 303_198.943, 16.01843924, 47.86699609],
  ['east', -18_790.392, 300_160.096, 16.08114159, 47.83982253],
  ['west', -27_141.733, 296_279.012, 15.96982404, 47.80461415],
  ['south', -22_105.371, 295_004.751, 16.03712254, 47.79334988],
]
const mgi = {
  system: {
    organization: 'EPSG',
    code: 31256,
    name: 'MGI / Austria GK East',
    prj: 'PROJCS["MGI_Austria_GK_East",GEOGCS["GCS_MGI",DATUM["D_MGI",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]',
  },
  bbox: [15.9, 47.7, 16.6, 48.4],
  controls: austria.slice(0, 2),
  crs: ownCrs({
    title: 'MGI around Wiener Neustadt',
    system: 'EPSG:31256',
    isShifted: true,
    points: austria.slice(2).map(([name, x, y, lon, lat]) => ({name, x, y, lon, lat})),
  }),
  scale: () => 1,
  metres: 0.2,
} as const

const kinds = ['geojson', 'parquet', 'geopackage', 'shapefile'] as const
type Kind = (typeof kinds)[number]

/** Systems whose authority lists the northing or the latitude first: a GeoPackage has x first all the same. */
const northingFirst = [
  {
    id: 'wgs84',
    code: 4326,
    controls: [['kyiv', 30.5234, 50.4501, 30.5234, 50.4501]],
    bbox: [30.2, 50.2, 30.9, 50.7],
    metres: 0.001,
    side: 1 / 111_000,
  },
  {
    // Bundesamt für Eich- und Vermessungswesen: half a metre is what one shift for all of Austria leaves there.
    id: 'austria',
    code: 31256,
    controls: [['m34', -20_087.245, 300_137.482, 16.06381914, 47.83957963]],
    bbox: [15.9, 47.7, 16.6, 48.4],
    metres: 0.5,
    side: 1,
  },
  {
    // swisstopo: the old observatory of Bern.
    id: 'switzerland',
    code: 2056,
    controls: [['bern', 2_600_000, 1_200_000, 7.438632495, 46.951082877]],
    bbox: [7.3, 46.9, 7.6, 47],
    metres: 0.2,
    side: 1,
  },
  {
    // PROJ 9.
    id: 'ukraine',
    code: 6384,
    controls: [['zone10', 372_000, 5_500_000, 30.994944918, 49.627463523]],
    bbox: [30.9, 49.5, 31.1, 49.7],
    metres: 0.2,
    side: 1,
  },
] as const

/** An angle of 60 by 40 metres without 30 by 20, whose first corner is the published point. */
const angle = ([id, x, y]: Control | readonly [...Control], side = 1): Outline => ({
  id,
  ring: [
    [0, 0],
    [60, 0],
    [60, 40],
    [30, 40],
    [30, 20],
    [0, 20],
    [0, 0],
  ].map(([east, north]) => [x + east! * side, y + north! * side]),
})
const squareMetres = 60 * 40 - 30 * 20

const fileOf = (id: string, kind: Kind) => `${id}.${kind === 'shapefile' ? 'zip' : kind}`

async function write(folder: string, name: string, kind: Kind, outlines: Outline[], system: System) {
  const path = join(folder, name)
  const {organization: authority, code, name: title, prj} = system
  if (kind === 'geojson') writeGeoJson(path, outlines, `urn:ogc:def:crs:${authority}::${code}`)
  else if (kind === 'parquet')
    await writeGeoParquet(path, outlines, {type: 'ProjectedCRS', name: title, id: {authority, code}})
  else if (kind === 'geopackage') writeGeoPackage(path, outlines, system)
  else writeShapefile(path, outlines, prj)
}

function town(
  id: string,
  bbox: readonly [number, number, number, number],
  path: string,
  format: Exclude<Format, {kind: 'zip'}>,
): City {
  return defineCity({
    id,
    name: {uk: id, en: id},
    nameOf: {uk: id, en: id},
    country: 'NL',
    zone: 'Europe/Amsterdam',
    bbox: [...bbox],
    feeds: [feed(buildingsData, {mirror: {path, format}}) as Feed],
  })
}

/** Metres between two places in degrees, on a sphere of 6,371 km. */
function metresApart([lonA, latA]: number[], [lonB, latB]: number[]): number {
  const perDegree = (6_371_000 * Math.PI) / 180
  return Math.hypot(
    (lonA! - lonB!) * perDegree * Math.cos((latA! * Math.PI) / 180),
    (latA! - latB!) * perDegree,
  )
}

/** The same house of Amersfoort as a model of the same height, in the publisher's own coordinates. */
const cityJson = JSON.stringify({
  type: 'CityJSON',
  version: '2.0',
  transform: {scale: [0.001, 0.001, 0.001], translate: [155_000, 463_000, 0]},
  metadata: {referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415'},
  CityObjects: {
    amersfoort: {
      type: 'Building',
      geometry: [
        {
          type: 'Solid',
          lod: '1.2',
          boundaries: [
            [
              [[5, 4, 3, 2, 1, 0]],
              [[6, 7, 8, 9, 10, 11]],
              ...[0, 1, 2, 3, 4, 5].map(side => [[side, (side + 1) % 6, ((side + 1) % 6) + 6, side + 6]]),
            ],
          ],
        },
      ],
    },
  },
  vertices: [0, 9000].flatMap(up =>
    [
      [0, 0],
      [60, 0],
      [60, 40],
      [30, 40],
      [30, 20],
      [0, 20],
    ].map(([east, north]) => [east! * 1000, north! * 1000, up]),
  ),
})

const mirror = temporaryFolder('outlines')
const folder = temporaryFolder('outline-tiles')
let built: Awaited<ReturnType<typeof builtCity>>

beforeAll(async () => {
  const cities: City[] = []
  for (const [place, {system, controls, bbox, ...one}] of Object.entries({rd, utm32, mgi}))
    for (const kind of kinds) {
      const id = `${place}-${kind}`
      await write(
        mirror,
        fileOf(id, kind),
        kind,
        controls.map(one => angle(one)),
        system,
      )
      cities.push(town(id, bbox, fileOf(id, kind), 'crs' in one ? {kind, crs: one.crs} : {kind}))
    }
  for (const {id, code, controls, bbox, side} of northingFirst) {
    const system = {organization: 'EPSG', code, name: id, prj: ''}
    const outlines = controls.map(one => angle(one, side))
    writeGeoPackage(join(mirror, `${id}.gpkg`), outlines, system)
    cities.push(town(id, bbox, `${id}.gpkg`, {kind: 'geopackage'}))
  }
  writeFileSync(join(mirror, 'model.city.json'), cityJson)
  cities.push(town('model', rd.bbox, 'model.city.json', {kind: 'cityjson', types: ['Building']}))
  built = await builtCity(cities, mirror, {select: '+buildings,+int_terrain,stg_elevation'})
})
afterAll(() => built?.warehouse.close())

const outlinesOf = async (city: string) => {
  const rows = await built.rows<{building_id: string; geometry: string; area_m2: number; place_flag: string}>(
    `select building_id, geometry, area_m2, place_flag from buildings where city = '${city}' order by building_id`,
  )
  return new Map(
    rows.map(({building_id, geometry, ...row}) => {
      const {coordinates} = JSON.parse(geometry) as {coordinates: number[][][]}
      return [building_id, {...row, ring: coordinates[0]!}] as const
    }),
  )
}

describe.each([
  ['rd', rd],
  ['utm32', utm32],
  ['mgi', mgi],
] as const)('%s', (place, {controls, metres, scale}) => {
  test.each(kinds)('%s: outlines lie at the published points and are as large as they are', async kind => {
    const found = await outlinesOf(`${place}-${kind}`)
    expect(found.size).toBe(controls.length)
    for (const [id, x, y, lon, lat] of controls) {
      const {ring, area_m2, place_flag} = found.get(id)!
      expect(place_flag).toBe('ok')
      const nearest = Math.min(...ring.map(corner => metresApart(corner, [lon, lat])))
      expect(nearest, `${id}: ${nearest} m off`).toBeLessThan(metres)
      const onTheGround = squareMetres / scale(x, y) ** 2
      expect(Math.abs(area_m2 / onTheGround - 1)).toBeLessThan(0.001)
    }
  })
})

test.each(northingFirst)('$id: easting or longitude comes first, whatever the authority says', async one => {
  const found = await outlinesOf(one.id)
  for (const [id, , , lon, lat] of one.controls) {
    const {ring, place_flag} = found.get(id)!
    expect(place_flag).toBe('ok')
    expect(metresApart(ring[0]!, [lon, lat])).toBeLessThan(one.metres)
  }
})

test('a tile of outlines has the house where the tile of its model has it', async () => {
  await writeTwinArtefacts(built.rows, folder, {home: 'model'})
  const corners = async (city: string) => {
    const {tileset, tiles} = await readTiles(join(folder, `tiles/${city}/buildings`))
    const house = tiles
      .flatMap(({features}) => features)
      .find(({row}: ReadFeature) => row.id === 'amersfoort')!
    const m = tileset.root.transform!
    const places = house.triangles
      .flatMap(one => one.corners)
      .map(([x, y, z]) => [0, 1, 2].map(k => m[k]! * x + m[4 + k]! * y + m[8 + k]! * z + m[12 + k]!))
    return places
  }
  const model = await corners('model')
  for (const kind of kinds) {
    const outline = await corners(`rd-${kind}`)
    for (const corner of outline) {
      const off = Math.min(
        ...model.map(other => Math.hypot(...corner.map((part, axis) => part - other[axis]!))),
      )
      expect(off, `${kind}: ${off} m`).toBeLessThan(0.02)
    }
  }
})

test.each([
  ['wgs84', 0],
  ['austria', 1.5],
  ['mgi-geopackage', 0.2],
  ['rd-shapefile', 0.2],
  ['utm32-parquet', 0.02],
])('tiles of %s say how far off their places may be', async (city, metres) => {
  const {tileset} = await readTiles(join(folder, `tiles/${city}/buildings`))
  expect(tileset.extras.placeErrorMetres).toBe(metres)
})

describe('what cannot be put in its place is refused by name', () => {
  const landing = (id: string, format: Exclude<Format, {kind: 'zip'}>) =>
    builtCity([town(id, rd.bbox, id, format)], mirror, {models: []}).then(async ({warehouse}) => {
      await warehouse.close()
      throw new Error('It was taken.')
    })
  const house = [angle(rd.controls[0])]

  test('a system that is not known', async () => {
    const poland = {organization: 'EPSG', code: 2180, name: 'ETRF2000-PL / CS92', prj: ''}
    writeGeoPackage(join(mirror, 'poland.gpkg'), house, poland)
    await expect(landing('poland.gpkg', {kind: 'geopackage'})).rejects.toThrow(
      /buildings: poland\.gpkg .*"EPSG:2180" is not known\. Known are .*EPSG:28992.*definitions\.ts/,
    )
    await writeGeoParquet(join(mirror, 'poland.parquet'), house, {type: 'ProjectedCRS', name: 'CS 92'})
    await expect(landing('poland.parquet', {kind: 'parquet'})).rejects.toThrow(/"CS 92" is not known/)
  })

  test('metres without a system, and metres that are said to be degrees', async () => {
    writeGeoJson(join(mirror, 'bare.geojson'), house, null)
    await expect(landing('bare.geojson', {kind: 'geojson'})).rejects.toThrow(
      /bare\.geojson has coordinates that are no degrees, such as 155000, 463000, and it names no other.*kind: 'geojson', crs/,
    )
    await writeGeoParquet(join(mirror, 'bare.parquet'), house, null)
    await expect(landing('bare.parquet', {kind: 'parquet'})).rejects.toThrow(/no degrees, such as 155000/)
    const wrong = {organization: 'EPSG', code: 4326, name: 'WGS 84', prj: ''}
    writeGeoPackage(join(mirror, 'wrong.gpkg'), house, wrong)
    await expect(landing('wrong.gpkg', {kind: 'geopackage'})).rejects.toThrow(/it names EPSG:4326/)
  })

  test('and is read where the feed declares the system', async () => {
    writeShapefile(join(mirror, 'bare.zip'), house, null)
    const made = {organization: 'NONE', code: 0, name: 'Undefined', prj: 'undefined'}
    writeGeoPackage(join(mirror, 'bare.gpkg'), house, made)
    const crs = 'EPSG:28992'
    const declared = [
      town('a', rd.bbox, 'bare.geojson', {kind: 'geojson', crs}),
      town('b', rd.bbox, 'bare.parquet', {kind: 'parquet', crs}),
      town('c', rd.bbox, 'bare.zip', {kind: 'shapefile', crs}),
      town('d', rd.bbox, 'bare.gpkg', {kind: 'geopackage', crs}),
    ]
    const {rows, warehouse} = await builtCity(declared, mirror, {select: 'stg_buildings'})
    const shapes = await rows<{city: string; geometry: string}>(
      'select city, geometry from stg_buildings order by city',
    )
    await warehouse.close()
    expect(shapes.map(({city}) => city)).toEqual(['a', 'b', 'c', 'd'])
    const [, , , lon, lat] = rd.controls[0]
    for (const {geometry} of shapes) {
      const [ring] = (JSON.parse(geometry) as {coordinates: number[][][]}).coordinates
      expect(Math.min(...ring!.map(corner => metresApart(corner, [lon, lat])))).toBeLessThan(0.2)
    }
  })
})

test('a property that is called crs is no coordinate system', async () => {
  const ring = angle(northingFirst[0].controls[0], northingFirst[0].side).ring
  const feature = {
    type: 'Feature',
    properties: {id: 'a', crs: 'EPSG:28992'},
    geometry: {type: 'Polygon', coordinates: [ring]},
  }
  writeFileSync(join(mirror, 'own.geojson'), JSON.stringify({type: 'FeatureCollection', features: [feature]}))
  const city = town('own', northingFirst[0].bbox, 'own.geojson', {kind: 'geojson'})
  const {row, warehouse} = await builtCity([city], mirror, {select: 'stg_buildings'})
  const {geometry} = await row<{geometry: string}>('select geometry from stg_buildings')
  await warehouse.close()
  expect(JSON.parse(geometry)).toMatchObject({
    coordinates: [ring.map(corner => corner.map(part => Number(part.toFixed(8))))],
  })
})
