import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {toWgs84} from '../crs/to-wgs84.ts'
import {cityFeatures} from './city-features.fixture.ts'
import {cityObject} from './city-object.ts'
import {citySurfaces} from './city-surfaces.ts'
import {polygonArea} from './polygon-area.ts'
import type {LonLat} from './polygons.ts'
import {ringEdges} from './ring-edges.ts'

const header = JSON.stringify({
  type: 'CityJSON',
  version: '2.0',
  transform: {scale: [0.001, 0.001, 0.001], translate: [78_600, 457_900, 2]},
  metadata: {referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415'},
})

// A box of 10 by 20 by 6 metres on 3 metres above the datum, corners in millimetres.
const corners = [
  [0, 0, 1000],
  [10_000, 0, 1000],
  [10_000, 20_000, 1000],
  [0, 20_000, 1000],
  [0, 0, 7000],
  [10_000, 0, 7000],
  [10_000, 20_000, 7000],
  [0, 20_000, 7000],
]
const shell = [[[3, 2, 1, 0]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]]
const semantics = {
  surfaces: [{type: 'GroundSurface'}, {type: 'RoofSurface'}, {type: 'WallSurface'}],
  values: [[0, 1, 2, 2, 2, 2]],
}
const solid = {type: 'Solid', lod: '2.2', boundaries: [shell], semantics}

type Objects = Record<string, {type: string; geometry?: object[]; children?: string[]; parents?: string[]}>
const feature = (CityObjects: Objects, vertices: number[][] = corners) =>
  JSON.stringify({type: 'CityJSONFeature', id: Object.keys(CityObjects)[0], CityObjects, vertices})

describe('a box', () => {
  const box = cityObject(feature({a: {type: 'Building', geometry: [solid]}}), header, 43.4)

  test('has its ground, height, area and place', () => {
    expect(box?.groundMetres).toBe(3)
    expect(box?.heightMetres).toBe(6)
    // RD stretches lengths by 0.9999 to 1.0001 here.
    expect(box?.areaSquareMetres).toBeCloseTo(200, 0)
    expect(box?.lon).toBeCloseTo(4.2721, 3)
    expect(box?.lat).toBeCloseTo(52.1042, 3)
  })

  test('is the same in CityJSON 1.0: no transform, a number for its level of detail, the old name of its system', () => {
    const old = JSON.stringify({
      type: 'CityJSON',
      version: '1.0',
      metadata: {referenceSystem: 'urn:ogc:def:crs:EPSG::7415'},
    })
    const metres = corners.map(([x, y, z]) => [78_600 + x! / 1000, 457_900 + y! / 1000, 2 + z! / 1000])
    const first = cityObject(
      feature({a: {type: 'Building', geometry: [{...solid, lod: 2.2} as object]}}, metres),
      old,
      43.4,
    )
    expect(first?.surfaces).toHaveLength(box!.surfaces.length)
    expect([first?.groundMetres, first?.heightMetres]).toEqual([3, 6])
    expect(first?.lon).toBeCloseTo(box!.lon, 9)
    expect(first?.lat).toBeCloseTo(box!.lat, 9)
    expect(first?.areaSquareMetres).toBeCloseTo(box!.areaSquareMetres, 3)
  })

  test('stands on a geoid that leans as it does on a level one: its ground is the publisher’s', () => {
    const grid = {
      west: 4.2,
      south: 52,
      stepLon: 0.2,
      stepLat: 0.2,
      metres: [
        [43, 44],
        [43, 44],
      ],
    }
    const leaning = cityObject(feature({a: {type: 'Building', geometry: [solid]}}), header, grid)
    // A metre over 0.2 degrees is 0.7 mm over the ten metres of the box.
    expect(leaning?.groundMetres).toBeCloseTo(3, 2)
    const [, , height] = leaning!.surfaces[0]!.rings[0][0]!
    expect(height).toBeCloseTo(3 + 43 + (leaning!.lon - 4.2) / 0.2, 2)
  })

  test('keeps its faces with their meaning, in heights above the ellipsoid', () => {
    expect(box?.surfaces.map(({type}) => type)).toEqual([
      'GroundSurface',
      'RoofSurface',
      'WallSurface',
      'WallSurface',
      'WallSurface',
      'WallSurface',
    ])
    const [outline] = box!.surfaces[1]!.rings
    expect(outline).toHaveLength(4)
    for (const [, , height] of outline) expect(height).toBeCloseTo(2 + 7 + 43.4, 9)
  })

  test('has a footprint as GeoJSON wants it: closed, outline counter-clockwise', () => {
    const outline = box!.footprint.coordinates[0]![0]!
    expect(outline).toHaveLength(5)
    expect(outline[0]).toEqual(outline[4])
    const [[originX, originY]] = outline as [LonLat]
    let twiceArea = 0
    for (const [[fromX, fromY], [x, y]] of ringEdges(outline))
      twiceArea += (fromX - originX) * (y - originY) - (x - originX) * (fromY - originY)
    expect(twiceArea).toBeGreaterThan(0)
    expect(polygonArea(JSON.stringify(box?.footprint))).toBeCloseTo(box?.areaSquareMetres as number, 6)
  })
})

test('faces without semantics are named by the way they look', () => {
  const {semantics: _, ...plain} = solid
  const types = citySurfaces(feature({a: {type: 'Building', geometry: [plain]}}), header, 0).map(
    ({type}) => type,
  )
  expect(types).toEqual(['GroundSurface', 'RoofSurface', ...Array(4).fill('WallSurface')])
})

test('the most detailed geometry up to 2.x is read: not LoD 1, not LoD 3', () => {
  const lod = (value: string | number) => ({
    ...solid,
    lod: value,
    semantics: {...semantics, surfaces: [{type: `L${value}`}, {type: `L${value}`}, {type: `L${value}`}]},
  })
  const read = (...lods: (string | number)[]) =>
    citySurfaces(feature({a: {type: 'Building', geometry: lods.map(lod)}}), header, 0)[0]?.type
  expect(read(1, '1.2', '2.2', '3')).toBe('L2.2')
  expect(read('1.3', 1)).toBe('L1.3')
  expect(read('3.2', '3')).toBe('L3')
})

test('parts count; a whole drawn more roughly than its parts does not', () => {
  const objects = (wholeLod: string): Objects => ({
    a: {
      type: 'Building',
      children: ['b'],
      geometry: [{type: 'MultiSurface', lod: wholeLod, boundaries: [[[0, 1, 2, 3]]]}],
    },
    b: {type: 'BuildingPart', parents: ['a'], geometry: [solid]},
  })
  expect(citySurfaces(feature(objects('0')), header, 0)).toHaveLength(6)
  expect(citySurfaces(feature(objects('2.2')), header, 0)).toHaveLength(7)
})

test('a chimney does not stand in for its house, and a room or its table is not seen', () => {
  const chimney = corners.map(([x, y, z]) => [x! / 10, y! / 10, z! / 10 + 12_300])
  const beside = (type: string, lod: string): Objects => ({
    a: {type: 'Building', children: ['b'], geometry: [{...solid, lod: '1'}]},
    b: {
      type,
      parents: ['a'],
      geometry: [{...solid, lod, boundaries: [shell.map(([ring]) => [ring!.map(corner => corner + 8)])]}],
    },
  })
  const read = (type: string, lod: string) =>
    cityObject(feature(beside(type, lod), [...corners, ...chimney]), header, 0)
  expect(read('BuildingInstallation', '2')?.surfaces).toHaveLength(12)
  expect(read('BuildingInstallation', '2')?.areaSquareMetres).toBeCloseTo(202, 0)
  expect(read('BuildingInstallation', '2')?.heightMetres).toBe(12)
  for (const type of ['BuildingRoom', 'BuildingFurniture', 'BuildingUnit', 'BuildingStorey'])
    expect(read(type, '3')).toEqual(
      cityObject(feature({a: {type: 'Building', geometry: [solid]}}), header, 0),
    )
})

test('MultiSolid, CompositeSurface and MultiSurface; a courtyard is a hole', () => {
  const yard = [
    [2000, 2000, 1000],
    [4000, 2000, 1000],
    [4000, 4000, 1000],
    [2000, 4000, 1000],
  ]
  const vertices = [...corners, ...yard]
  const ground = {
    type: 'MultiSurface',
    lod: '2',
    boundaries: [
      [
        [3, 2, 1, 0],
        [8, 9, 10, 11],
      ],
    ],
    semantics: {surfaces: [{type: 'GroundSurface'}], values: [0]},
  }
  expect(
    cityObject(feature({a: {type: 'Building', geometry: [ground]}}, vertices), header, 0)?.areaSquareMetres,
  ).toBeCloseTo(196, 0)
  const composite = {...ground, type: 'CompositeSurface'}
  expect(
    citySurfaces(feature({a: {type: 'Building', geometry: [composite]}}, vertices), header, 0)[0]?.rings,
  ).toHaveLength(2)
  const multi = {
    type: 'MultiSolid',
    lod: '2',
    boundaries: [[shell], [shell]],
    semantics: {surfaces: semantics.surfaces, values: [semantics.values, semantics.values]},
  }
  expect(citySurfaces(feature({a: {type: 'Building', geometry: [multi]}}), header, 0)).toHaveLength(12)
})

test('without ground faces the level bottom is the footprint, without those the hull', () => {
  const bare = (boundaries: unknown[], types: string[]) => ({
    type: 'MultiSurface',
    lod: '2',
    boundaries,
    semantics: {surfaces: types.map(type => ({type})), values: types.map((_, i) => i)},
  })
  const bottomless = bare([[[3, 2, 1, 0]], [[4, 5, 6, 7]]], ['ClosureSurface', 'RoofSurface'])
  expect(
    cityObject(feature({a: {type: 'Building', geometry: [bottomless]}}), header, 0)?.areaSquareMetres,
  ).toBeCloseTo(200, 0)
  const walls = bare(
    [[[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]],
    Array(4).fill('WallSurface'),
  )
  expect(
    cityObject(feature({a: {type: 'Building', geometry: [walls]}}), header, 0)?.areaSquareMetres,
  ).toBeCloseTo(200, 0)
})

test('an object without geometry is null', () => {
  expect(cityObject(feature({a: {type: 'Building'}}), header, 0)).toBeNull()
  expect(cityObject(feature({a: {type: 'Building', geometry: []}}), header, 0)).toBeNull()
})

test('what is not CityJSON, or has no place, is said in words', () => {
  expect(() => cityObject('{"type": "Feature"}', header, 0)).toThrow(/not a CityJSONFeature.*"CityObjects"/)
  expect(() => cityObject('{', header, 0)).toThrow(/not a CityJSONFeature/)
  expect(() => cityObject(feature({}), '{"metadata": {}}', 0)).toThrow(/no metadata\.referenceSystem/)
  expect(() =>
    cityObject(feature({a: {type: 'Building', geometry: [solid]}}, corners.slice(0, 3)), header, 0),
  ).toThrow(/names vertex 3, but has only 3/)
})

const data = realData()

describe.skipIf(!data)('The Hague, 844 buildings', async () => {
  const text = data
    ? await readFile(join(data, 'city3d/denhaag.city.json'), 'utf8')
    : '{"CityObjects": {}, "metadata": {}}'
  const features = cityFeatures(text).filter(({type}) => type === 'Building')
  const objects = features.map(({feature, header}) => cityObject(feature, header, 43.4))

  test('every one has a place within the extent that the file states', () => {
    expect(objects).toHaveLength(844)
    const place = toWgs84('EPSG:7415', 43.4)
    const [west, south] = place(78_248.66, 457_604.591, 0)
    const [east, north] = place(79_036.024, 458_276.439, 0)
    for (const object of objects) {
      expect(object?.lon).toBeGreaterThan(west)
      expect(object?.lon).toBeLessThan(east)
      expect(object?.lat).toBeGreaterThan(south)
      expect(object?.lat).toBeLessThan(north)
    }
  })

  test('ridge heights are what the publisher states, within 2 mm, in every one of 1,990 parts', () => {
    let parts = 0
    for (const {feature, header} of features) {
      const {CityObjects, vertices} = JSON.parse(feature) as {
        CityObjects: Record<
          string,
          {type: string; attributes?: Record<string, number>; geometry?: object[]; children?: string[]}
        >
        vertices: number[][]
      }
      for (const [id, part] of Object.entries(CityObjects)) {
        const stated = part.attributes?.RelativeRidgeHeight
        if (stated === undefined) continue
        const alone = cityObject(
          JSON.stringify({id, CityObjects: {[id]: {...part, children: []}}, vertices}),
          header,
          43.4,
        )
        expect(Math.abs((alone?.heightMetres ?? 0) - stated)).toBeLessThan(0.00201)
        parts++
      }
    }
    expect(parts).toBe(1990)
  })

  test('ground faces cover what the roofs cover', () => {
    // Overlapping parts or open canopies would show as a difference between the two.
    let within = 0
    for (const object of objects) {
      const roofs = object?.surfaces.filter(({type}) => type === 'RoofSurface') ?? []
      const roofArea = roofs.reduce(
        (sum, {rings}) => sum + (polygonArea(JSON.stringify({type: 'Polygon', coordinates: rings})) ?? 0),
        0,
      )
      if (Math.abs(roofArea / (object?.areaSquareMetres ?? 1) - 1) < 0.01) within++
    }
    expect(within / objects.length).toBeGreaterThan(0.95)
  })
})

test.skipIf(!data)('Delft: LoD 2.2 parts of 3D BAG, and LoD 1 without semantics', async () => {
  const read = async (name: string) =>
    cityFeatures(await readFile(join(data as string, 'city3d', name), 'utf8'))
      .filter(({type}) => type === 'Building')
      .map(({feature, header}) => cityObject(feature, header, 43.4))

  const bag = await read('tudelft.city.json')
  expect(bag).toHaveLength(432)
  expect(bag.filter(object => object === null)).toHaveLength(3)
  const blocks = await read('delft_cjio.city.json')
  expect(blocks).toHaveLength(160)
  for (const object of [...bag, ...blocks]) {
    if (!object) continue
    expect(object.heightMetres).toBeGreaterThan(0)
    expect(object.areaSquareMetres).toBeGreaterThan(1)
    expect(object.lat).toBeGreaterThan(51.99)
    expect(object.lat).toBeLessThan(52.02)
    expect(object.surfaces.some(({type}) => type === 'RoofSurface')).toBe(true)
  }
})
