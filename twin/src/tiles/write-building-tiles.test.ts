import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {validateBytes} from 'gltf-validator'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {ringEdges} from '../ring-edges.ts'
import {buildingColours} from './building-colours.ts'
import {cityBuildings} from './city-model.fixture.ts'
import {type ReadTile, readTiles, volume} from './read-tiles.fixture.ts'
import type {Footprint, LonLat, TileBuilding} from './tile-building.ts'
import type {Tile} from './tileset.ts'
import {writeBuildingTiles} from './write-building-tiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-tiles-'))
})
afterEach(() => rm(folder, {recursive: true}))

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}

/** A building of straight metres near a place: corners in metres east and north. */
function building(
  id: string,
  [lon, lat]: LonLat,
  rings: [number, number][][],
  height: number | null,
): TileBuilding {
  const [perLat, perLon] = [111_250, 111_320 * Math.cos((lat * Math.PI) / 180)]
  return {
    city: 'demo',
    building_id: id,
    height_m: height,
    ground_m: null,
    levels: height === null ? null : Math.round(height / 3),
    use: 'житло',
    address: `вул. Зразкова, ${id}`,
    year: 1975,
    roof: 'flat',
    baseMetres: 25,
    footprint: {
      type: 'Polygon',
      coordinates: rings.map(ring =>
        [...ring, ring[0]!].map(([e, n]): LonLat => [lon + e / perLon, lat + n / perLat]),
      ),
    },
  }
}

const box: [number, number][] = [
  [0, 0],
  [20, 0],
  [20, 10],
  [0, 10],
]
const yard: [number, number][] = [
  [5, 3],
  [5, 7],
  [10, 7],
  [10, 3],
]
const town = (count: number) =>
  Array.from({length: count}, (_, i) =>
    building(
      `b${String(i).padStart(4, '0')}`,
      [30.5 + (i % 20) * 0.001, 50.4 + Math.floor(i / 20) * 0.001],
      [box],
      3 + (i % 9) * 3,
    ),
  )

/**
 * Square metres of a footprint: shoelace over metres per degree at its latitude (Snyder's series for WGS 84), which for
 * a block of houses is exact to a few parts in a hundred thousand.
 */
function footprintArea(footprint: Footprint): number {
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates
  const [[[lon0, lat0]]] = polygons[0] as [[LonLat]]
  const phi = (lat0 * Math.PI) / 180
  const perLat = 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)
  const perLon = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi)
  const ringArea = (ring: LonLat[]) =>
    Math.abs(
      [...ringEdges(ring)].reduce(
        (sum, [[ax, ay], [bx, by]]) => sum + (ax - lon0) * (by - lat0) - (bx - lon0) * (ay - lat0),
        0,
      ) / 2,
    ) *
    perLat *
    perLon
  return polygons.reduce(
    (sum, [outline, ...yards]) =>
      sum + ringArea(outline!) - yards.reduce((out, yard) => out + ringArea(yard), 0),
    0,
  )
}

/** What a tile must be whatever is in it. */
async function checkTile({uri, glb, tile, features}: ReadTile): Promise<void> {
  const {issues} = await validateBytes(glb)
  expect(
    issues.messages.filter(({severity}) => severity < 2),
    uri,
  ).toEqual([])

  const jsonBytes = new DataView(glb.buffer).getUint32(12, true)
  const json = new TextDecoder().decode(glb.subarray(20, 20 + jsonBytes))
  for (const view of (JSON.parse(json) as {bufferViews: {byteOffset?: number}[]}).bufferViews)
    expect((view.byteOffset ?? 0) % 8, uri).toBe(0)
  expect((28 + jsonBytes) % 8).toBe(0)

  const [x, y, z, halfX, , , , halfY, , , , halfZ] = tile.boundingVolume.box as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (const {triangles} of features)
    for (const {corners} of triangles)
      for (const [east, north, up] of corners) {
        expect(Math.abs(east - x)).toBeLessThanOrEqual(halfX)
        expect(Math.abs(north - y)).toBeLessThanOrEqual(halfY)
        expect(Math.abs(up - z)).toBeLessThanOrEqual(halfZ)
      }
}

function checkErrors(tile: Tile): void {
  for (const child of tile.children ?? []) {
    expect(child.geometricError).toBeLessThan(tile.geometricError)
    checkErrors(child)
  }
}

test('boxes have the volume of footprint × height, with courtyards, and all faces look outwards', async () => {
  const input = [building('solid', [30.5, 50.4], [box], 12), building('yard', [30.501, 50.4], [box, yard], 9)]
  await writeBuildingTiles(each(input), folder)
  const {tiles} = await readTiles(folder)
  expect(tiles).toHaveLength(1)
  await checkTile(tiles[0]!)
  for (const {row, triangles} of tiles[0]!.features) {
    const source = input.find(({building_id}) => building_id === row.id)! as TileBuilding & {
      footprint: Footprint
    }
    const area = footprintArea(source.footprint)
    const base = triangles
      .flatMap(({corners}) => corners.map(([, , up]) => up))
      .reduce((low, up) => Math.min(low, up))
    expect(volume(triangles, base) / (area * source.height_m!)).toBeCloseTo(1, 4)
    const roofs = triangles.filter(({material}) => material === 'roof')
    expect(roofs.every(({normal}) => normal[2] > 0.99)).toBe(true)
    expect(
      triangles.filter(({material}) => material === 'wall').every(({normal}) => Math.abs(normal[2]) < 0.01),
    ).toBe(true)
  }
})

test('any footprint with a courtyard, anywhere on Earth', async () => {
  const radii = fc.array(fc.double({min: 5, max: 40, noNaN: true}), {minLength: 4, maxLength: 16})
  const height = fc.double({min: 2, max: 200, noNaN: true})
  await fc.assert(
    fc.asyncProperty(
      radii,
      height,
      fc.integer({min: -179, max: 179}),
      fc.integer({min: -70, max: 70}),
      async (outline, metres, lon, lat) => {
        const star = (scale: number) =>
          outline.map((radius, i): [number, number] => {
            const at = (2 * Math.PI * i) / outline.length
            return [scale * radius * Math.cos(at), scale * radius * Math.sin(at)]
          })
        const input = building('star', [lon, lat], [star(1), star(0.4)], metres)
        await writeBuildingTiles(each([input]), folder)
        const {tiles} = await readTiles(folder)
        const {triangles} = tiles[0]!.features[0]!
        const area = footprintArea((input as TileBuilding & {footprint: Footprint}).footprint)
        const base = triangles
          .flatMap(({corners}) => corners.map(([, , up]) => up))
          .reduce((low, up) => Math.min(low, up))
        // Walls lean with the Earth's curve: a part in 6,400 km / height.
        expect(volume(triangles, base) / (area * metres)).toBeCloseTo(1, 3)
      },
    ),
    {numRuns: 30},
  )
})

test('every building is there once, under its key, with its facts', async () => {
  const input = town(45)
  const written = await writeBuildingTiles(each(input), folder, {limits: {items: 10, vertices: 1e6}})
  const {tileset, tiles} = await readTiles(folder)
  for (const tile of tiles) await checkTile(tile)
  checkErrors(tileset.root)

  const rows = tiles
    .flatMap(({features}) => features.map(({row}) => row))
    .sort((a, b) => (a.id! < b.id! ? -1 : 1))
  expect(rows.map(({id}) => id)).toEqual(input.map(({building_id}) => building_id))
  const colours = buildingColours(input[4]!)
  expect(rows[4]).toEqual({
    id: 'b0004',
    city: 'demo',
    height: 15,
    levels: 5,
    ground: -9999,
    use: 'житло',
    address: 'вул. Зразкова, b0004',
    walls: colours.walls,
    roofs: colours.roof,
  })
  expect(tiles.every(({features}) => features.length <= 10)).toBe(true)
  expect(tileset.extras.count).toBe(45)
  expect(written.buildings).toBe(45)
  expect(written.files).toEqual(['tileset.json', ...tiles.map(({uri}) => uri)])
})

test('a tile holds no more vertices than its limit, unless one building alone has more', async () => {
  await writeBuildingTiles(each(town(40)), folder, {limits: {items: 1000, vertices: 100}})
  const {tiles} = await readTiles(folder)
  // A box has 4 corners on its roof and 16 on its walls.
  expect(tiles.every(({features}) => features.length <= 5)).toBe(true)
  expect(tiles.length).toBeGreaterThan(7)
})

test('buildings on one spot are parted by their order', async () => {
  const same = Array.from({length: 7}, (_, i) => building(`s${i}`, [30.5, 50.4], [box], 5))
  await writeBuildingTiles(each(same), folder, {limits: {items: 2, vertices: 1e6}})
  const {tiles} = await readTiles(folder)
  expect(tiles.flatMap(({features}) => features.map(({row}) => row.id)).sort()).toEqual([
    's0',
    's1',
    's2',
    's3',
    's4',
    's5',
    's6',
  ])
})

test('the same buildings in another order give the same bytes', async () => {
  const input = town(30)
  const bytes = async (buildings: TileBuilding[]) => {
    const {files} = await writeBuildingTiles(each(buildings), folder, {limits: {items: 8, vertices: 1e6}})
    return Promise.all(files.map(async file => (await readFile(join(folder, file))).toString('base64')))
  }
  expect(await bytes([...input].reverse())).toEqual(await bytes(input))
})

test('an unknown height is a slab without a height; a footprint without area is said to be left out', async () => {
  const flat = building(
    'flat',
    [30.5, 50.4],
    [
      [
        [0, 0],
        [5, 0],
        [9, 0],
      ],
    ],
    6,
  )
  const written = await writeBuildingTiles(
    each([building('unknown', [30.5, 50.4], [box], null), flat]),
    folder,
  )
  const {tiles} = await readTiles(folder)
  const [feature] = tiles[0]!.features
  expect(feature!.row).toMatchObject({id: 'unknown', height: -9999, levels: 65535})
  const ups = feature!.triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
  expect(Math.max(...ups) - Math.min(...ups)).toBeCloseTo(1, 3)
  expect(tiles[0]!.features).toHaveLength(1)
  expect(written.leftOut.map(({building_id}) => building_id)).toEqual(['flat'])
})

test('no buildings, no files; progress counts what was read', async () => {
  expect(await writeBuildingTiles(each([]), folder)).toMatchObject({files: [], buildings: 0, bytes: 0})
  const seen: number[] = []
  await writeBuildingTiles(each(town(250)), folder, {progress: count => seen.push(count)})
  expect(seen).toEqual([100, 200, 250])
})

const data = realData()

describe.skipIf(!data)('real cities', () => {
  test('The Hague: 844 models, every face outwards, heights as published', async () => {
    const buildings = await cityBuildings(join(data!, 'city3d/denhaag.city.json'), 'the-hague', 43.43)
    const written = await writeBuildingTiles(each(buildings), folder)
    const {tileset, tiles} = await readTiles(folder)
    for (const tile of tiles) await checkTile(tile)
    checkErrors(tileset.root)

    const features = tiles.flatMap(tile => tile.features)
    expect(features).toHaveLength(844)
    expect(new Set(features.map(({row}) => row.id)).size).toBe(844)
    // Two faces of one building cross themselves in the source.
    expect(written.leftOut).toHaveLength(1)
    expect(tileset.extras).toMatchObject({city: 'the-hague', count: 844})
    expect(tileset.extras.lowestMetres).toBeGreaterThan(43.43)

    for (const {row, triangles} of features) {
      const ups = triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
      const [low, high] = [Math.min(...ups), Math.max(...ups)]
      expect(Math.abs(high - low - Number(row.height))).toBeLessThan(0.02)
      expect(volume(triangles, low)).toBeGreaterThan(0)
    }
    expect(written.bytes / written.buildings).toBeLessThan(2000)
  })

  test('Kharkiv: 1,295 footprints raised by storeys', async () => {
    type Feature = {
      properties: Record<string, string | number | null>
      geometry: {type: 'MultiPolygon'; coordinates: LonLat[][][]}
    }
    const file = JSON.parse(
      await readFile(join(data!, 'city3d/kharkiv_saltivka_buildings.geojson'), 'utf8'),
    ) as {features: Feature[]}
    const buildings = file.features.map(
      ({properties, geometry}, index): TileBuilding => ({
        city: 'kharkiv',
        // Five rows have no key in the source.
        building_id: String(properties.full_id ?? `row-${index}`),
        height_m: properties.level_heigt === null ? null : Number(properties.level_heigt),
        ground_m: null,
        levels: null,
        use: null,
        address: null,
        year: null,
        roof: null,
        footprint: geometry,
        baseMetres: 0,
      }),
    )
    const written = await writeBuildingTiles(each(buildings), folder)
    const {tiles} = await readTiles(folder)
    for (const tile of tiles) await checkTile(tile)
    const features = tiles.flatMap(tile => tile.features)
    expect(features).toHaveLength(1295)
    expect(features.filter(({row}) => row.height === -9999)).toHaveLength(48)
    expect(written.leftOut).toEqual([])

    const byKey = new Map(
      buildings.map(one => [one.building_id, one as TileBuilding & {footprint: Footprint}]),
    )
    for (const {row, triangles} of features) {
      const source = byKey.get(String(row.id))!
      const roofs = triangles.filter(({material}) => material === 'roof')
      const roofArea = roofs.reduce(
        (sum, {corners: [a, b, c]}) =>
          sum + ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2,
        0,
      )
      expect(roofArea / footprintArea(source.footprint)).toBeCloseTo(1, 2)
    }
  })
})
