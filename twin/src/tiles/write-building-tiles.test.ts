import {mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {ringEdges} from '../ring-edges.ts'
import {buildingColours} from './building-colours.ts'
import {changedFiles} from './changed-files.fixture.ts'
import {tileFaults} from './check-tiles.ts'
import {cityBuildings} from './city-model.fixture.ts'
import {geodetic} from './local-frame.ts'
import {readTiles, volume} from './read-tiles.ts'
import type {Footprint, LonLat, TileBuilding} from './tile-building.ts'
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

test('boxes have the volume of footprint × height, with courtyards, and all faces look outwards', async () => {
  const input = [building('solid', [30.5, 50.4], [box], 12), building('yard', [30.501, 50.4], [box, yard], 9)]
  await writeBuildingTiles(each(input), folder)
  const {tiles} = await readTiles(folder)
  expect(tiles).toHaveLength(1)
  expect(await tileFaults(folder)).toEqual([])
  for (const {row, triangles} of tiles[0]!.features) {
    const source = input.find(({building_id}) => building_id === row.id)! as TileBuilding & {
      footprint: Footprint
    }
    const area = footprintArea(source.footprint)
    const base = triangles
      .flatMap(({corners}) => corners.map(([, , up]) => up))
      .reduce((low, up) => Math.min(low, up))
    // Corners lie on a grid of centimetres.
    expect(volume(triangles, base) / (area * source.height_m!)).toBeCloseTo(1, 3)
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
        // Half a centimetre off, a ring of ten metres across is a thousandth off, and a height of two metres four.
        expect(Math.abs(volume(triangles, base) / (area * metres) - 1)).toBeLessThan(0.01)
      },
    ),
    {numRuns: 30},
  )
})

test('every building is there once, under its key, with its facts', async () => {
  const input = town(45)
  const written = await writeBuildingTiles(each(input), folder, {limits: {items: 10, vertices: 1e6}})
  const {tileset, tiles} = await readTiles(folder)
  expect(await tileFaults(folder)).toEqual([])

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
  expect(written.files.slice(0, 3)).toEqual(['tileset.json', 'subtrees/0/0/0.subtree', 'made-from.json'])
  expect(written.files.slice(3).sort()).toEqual(tiles.map(({uri}) => uri).sort())
})

test('few houses far apart stand where they are: a tile is not wider than its numbers reach', async () => {
  const places: LonLat[] = [
    [30, 50],
    [31.5, 50.9],
    [32, 50],
  ]
  const input = places.map((place, index) => building(`far-${index}`, place, [box], 9))
  await writeBuildingTiles(each(input), folder)
  expect(await tileFaults(folder)).toEqual([])
  const {tileset, tiles} = await readTiles(folder)
  const m = tileset.root.transform
  const features = tiles.flatMap(one => one.features)
  expect(features).toHaveLength(3)
  for (const {row, triangles} of features) {
    const [x, y, z] = triangles[0]!.corners[0]
    const along = (axis: 0 | 1 | 2) => m[axis]! * x + m[4 + axis]! * y + m[8 + axis]! * z + m[12 + axis]!
    const [lon, lat] = geodetic(along(0), along(1), along(2))
    const [east, north] = places[Number(String(row.id).slice(-1))]!
    const away = Math.hypot((lon - east) * 70_000, (lat - north) * 111_250)
    expect(away, `${row.id} is ${away} m away`).toBeLessThan(30)
  }
})

test('a tile holds no more vertices than its limit, unless one building alone has more', async () => {
  await writeBuildingTiles(each(town(40)), folder, {limits: {items: 1000, vertices: 100}})
  const {tiles} = await readTiles(folder)
  // A box has 4 corners on its roof and 16 on its walls.
  expect(tiles.every(({features}) => features.length <= 5)).toBe(true)
  expect(tiles.length).toBeGreaterThan(7)
})

test('buildings on one spot share a tile, however many they are', async () => {
  const same = Array.from({length: 7}, (_, i) => building(`s${i}`, [30.5, 50.4], [box], 5))
  await writeBuildingTiles(each([...same, building('far', [30.6, 50.45], [box], 5)]), folder, {
    limits: {items: 2, vertices: 1e6},
  })
  const {tiles} = await readTiles(folder)
  expect(tiles.map(({features}) => features.map(({row}) => row.id))).toEqual([
    ['far'],
    ['s0', 's1', 's2', 's3', 's4', 's5', 's6'],
  ])
  expect(await tileFaults(folder)).toEqual([])
})

test('the same buildings in another order, or on several threads, give the same bytes', async () => {
  const input = town(120)
  const limits = {items: 8, vertices: 1e6}
  await writeBuildingTiles(each(input), join(folder, 'one'), {limits, threads: 1})
  await writeBuildingTiles(each([...input].reverse()), join(folder, 'two'), {limits, threads: 2})
  expect(await changedFiles(join(folder, 'one'), join(folder, 'two'))).toEqual([])
})

test('a changed building, one that came and one that went make their own tiles anew, and no others', async () => {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')]
  const options = {limits: {items: 10, vertices: 1e6}, version: 'v1'}
  const input = town(200)
  const first = await writeBuildingTiles(each(input), before, options)
  expect(first).toMatchObject({kept: 0, made: expect.any(Number)})

  const changed = input.filter(({building_id}) => building_id !== 'b0199')
  changed[0] = {...changed[0]!, height_m: 99}
  changed.push(building('new', [30.505, 50.405], [box], 12))
  const second = await writeBuildingTiles(each(changed), after, {...options, before})
  expect(await tileFaults(after)).toEqual([])
  expect(second.made).toBeLessThanOrEqual(3)
  expect(second.kept).toBeGreaterThan(first.made - 4)
  const contents = (await changedFiles(before, after)).filter(name => name.endsWith('.glb'))
  expect(contents).toHaveLength(second.made)

  // What is kept is what would have been made, and a kept file is the very file.
  await writeBuildingTiles(each(changed), join(folder, 'anew'), options)
  expect(await changedFiles(join(folder, 'anew'), after)).toEqual([])
  const same = second.files.find(file => file.endsWith('.glb') && !contents.includes(file))!
  const [old, now] = await Promise.all([before, after].map(place => stat(join(place, same))))
  expect(now!.ino).toBe(old!.ino)

  // Other code, other tiles.
  const third = await writeBuildingTiles(each(input), join(folder, 'v2'), {...options, version: 'v2', before})
  expect(third.kept).toBe(0)
})

test('a city of many levels has several subtrees, and every square is found', async () => {
  const far = Array.from({length: 300}, (_, i) =>
    building(`f${i}`, [30 + ((i * 7919) % 300) / 1000, 50 + ((i * 104_729) % 300) / 1000], [box], 9),
  )
  const near = Array.from({length: 60}, (_, i) =>
    building(`n${i}`, [30.1 + (i % 8) * 4e-4, 50.1 + Math.floor(i / 8) * 3e-4], [box], 9),
  )
  const {files} = await writeBuildingTiles(each([...far, ...near]), folder, {
    limits: {items: 3, vertices: 1e6},
  })
  expect(files.filter(file => file.endsWith('.subtree')).length).toBeGreaterThan(3)
  expect(await tileFaults(folder)).toEqual([])
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
  const {city, ...facts} = building('hidden', [30.5, 50.4], [box], 3)
  const hidden: TileBuilding = {...facts, city, surfaces: []}
  const written = await writeBuildingTiles(
    each([building('unknown', [30.5, 50.4], [box], null), flat, hidden]),
    folder,
  )
  const {tiles} = await readTiles(folder)
  const [feature] = tiles[0]!.features
  expect(feature!.row).toMatchObject({id: 'unknown', height: -9999, levels: 65535})
  const ups = feature!.triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
  expect(Math.max(...ups) - Math.min(...ups)).toBeCloseTo(1, 3)
  expect(tiles[0]!.features).toHaveLength(1)
  expect(written.leftOut.map(({building_id}) => building_id)).toEqual(['hidden', 'flat'])
})

test('a slip in one number leaves out one building, says so, and does not move the city', async () => {
  const at: LonLat = [30.5, 50.4]
  const wide: [number, number][] = [
    [0, 0],
    [30_000, 0],
    [30_000, 10],
    [0, 10],
  ]
  const sunk = {...building('sunk', at, [box], 9), baseMetres: -9979} as TileBuilding
  await writeBuildingTiles(each(town(40)), join(folder, 'sound'))
  const written = await writeBuildingTiles(
    each([...town(40), building('tower', at, [box], 1e9), building('wide', at, [wide], 9), sunk]),
    join(folder, 'slips'),
  )
  expect(written.leftOut).toEqual([
    {building_id: 'tower', reason: 'it would reach from 25 to 1000000025 m above the ellipsoid'},
    {building_id: 'wide', reason: 'it would be 30 km long'},
    {building_id: 'sunk', reason: 'it would reach from -9979 to -9970 m above the ellipsoid'},
  ])
  expect(await changedFiles(join(folder, 'sound'), join(folder, 'slips'))).toEqual([])
})

test('a hole that lies outside is passed over; storeys that the table cannot hold are not known', async () => {
  const outside: [number, number][] = [
    [30, 3],
    [30, 7],
    [35, 7],
    [35, 3],
  ]
  const input = [
    building('hole', [30.5, 50.4], [box, outside], 9),
    {...building('deep', [30.501, 50.4], [box], 9), levels: -2},
    {...building('high', [30.502, 50.4], [box], 9), levels: 70_000},
  ]
  const written = await writeBuildingTiles(each(input), folder)
  expect(written.leftOut.map(({building_id}) => building_id)).toEqual(['hole'])
  const {tiles} = await readTiles(folder)
  expect(tiles[0]!.features.map(({row}) => [row.id, row.levels])).toEqual([
    ['deep', 65535],
    ['high', 65535],
    ['hole', 3],
  ])
  const roofs = tiles[0]!.features[2]!.triangles.filter(({material}) => material === 'roof')
  const area = roofs.reduce(
    (sum, {corners: [a, b, c]}) => sum + ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2,
    0,
  )
  const {footprint} = building('plain', [30.5, 50.4], [box], 9) as TileBuilding & {footprint: Footprint}
  expect(area / footprintArea(footprint)).toBeCloseTo(1, 3)
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
    expect(await tileFaults(folder)).toEqual([])

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
    expect(await tileFaults(folder)).toEqual([])
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
      expect(Math.abs(roofArea / footprintArea(source.footprint) - 1)).toBeLessThan(0.01)
    }
  })
})
