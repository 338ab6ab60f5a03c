import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type City, defineCity, feed, licences, loadCities} from '@hromada/datasets'
import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {writeTwinArtefacts} from '@hromada/twin'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../.config/real-data.ts'
import {ringEdges} from '../twin/src/ring-edges.ts'
import {type ReadTerrainTile, readTerrain} from '../twin/src/terrain/read-terrain.fixture.ts'
import {tileFaults} from '../twin/src/tiles/check-tiles.ts'
import {type ReadFeature, readTiles, volume} from '../twin/src/tiles/read-tiles.ts'
import {builtCity} from '../warehouse/test/city.fixture.ts'

type Point = [x: number, y: number, z: number]
type Face = {type: string; rings: Point[][]}

const data = realData()
const cityJson = {kind: 'cityjson', types: ['Building']} as const
const delft = {bbox: [4.3, 51.9, 4.45, 52.1], geoidMetres: 43.4} as const

/** Files of buildings with models, and the faces that each says its buildings have. */
const files = [
  {
    id: 'the-hague',
    path: 'city3d/denhaag.city.json',
    format: cityJson,
    bbox: [4.2, 52, 4.4, 52.2],
    geoidMetres: 43.43,
    count: 844,
    facesOf: facesOfCityJson,
  },
  {
    id: 'delft',
    path: 'city3d/tudelft.city.json',
    format: cityJson,
    ...delft,
    count: 429,
    facesOf: facesOfCityJson,
  },
  {
    id: 'delft-blocks',
    path: 'city3d/delft_cjio.city.json',
    format: cityJson,
    ...delft,
    count: 160,
    facesOf: facesOfCityJson,
  },
  {
    id: 'delft-lines',
    path: 'city3d/tile_901_trimmed.city.jsonl',
    format: {kind: 'cityjsonseq', types: ['Building']},
    ...delft,
    count: 52,
    facesOf: facesOfCityJson,
  },
  {
    id: 'heinsberg',
    path: 'city3d/LoD2_32_280_5659_1_NW.gml',
    format: {kind: 'citygml', types: ['Building']},
    bbox: [5.8, 50.9, 6, 51.2],
    geoidMetres: 46.5,
    count: 109,
    facesOf: facesOfCityGml,
  },
] as const

let folder: string
let town: Awaited<ReturnType<typeof builtCity>>

/** What the tiles of a city hold, by building. */
async function tiled(city: string): Promise<Map<string, ReadFeature>> {
  const {tiles} = await readTiles(join(folder, `tiles/${city}/buildings`))
  return new Map(tiles.flatMap(({features}) => features.map(one => [String(one.row.id), one] as const)))
}

const heightsOf = ({triangles}: ReadFeature) =>
  triangles.flatMap(({corners}) => corners.map(([, , up]) => up))

describe.skipIf(!data)('real files, through lake and warehouse to tiles', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hromada-real-'))
    const hagueGround = (await loadCities())
      .get('the-hague')!
      .feeds.find(({dataset}) => dataset.id === 'terrain')!
    const models = files.map(({id, path, format, bbox, geoidMetres}) =>
      defineCity({
        id,
        name: {uk: id, en: id},
        nameOf: {uk: id, en: id},
        country: 'NL',
        zone: 'Europe/Amsterdam',
        bbox: [...bbox],
        geoid: {metres: geoidMetres, errorMetres: 0.2, source: 'RDNAPTRANS'},
        feeds: [
          feed(buildingsData, {
            mirror: {path, format: {...format, types: [...format.types]}},
            page: 'https://www.cityjson.org/datasets/',
            publisher: {uk: 'Видавець', en: 'Publisher'},
            licence: licences.ccBy4,
          }),
          ...(id === 'the-hague' ? [hagueGround] : []),
        ],
      }),
    )
    const kharkiv = (await loadCities()).get('kharkiv')!
    const footprints: City = {
      ...kharkiv,
      feeds: kharkiv.feeds.filter(({dataset}) => dataset.id === 'buildings'),
    }
    town = await builtCity([...models, footprints], data)
    await writeTwinArtefacts(town.rows, folder, {home: 'the-hague'})
  })
  afterAll(async () => {
    await town?.warehouse.close()
    if (folder) await rm(folder, {recursive: true})
  })

  test.each(files)('$id: every building is in one tile, under the key of its row', async ({id, count}) => {
    expect(await tileFaults(join(folder, `tiles/${id}/buildings`))).toEqual([])
    const features = await tiled(id)
    const keys = await town.rows<{building_id: string}>(
      `select building_id from buildings where city = '${id}' and place_flag = 'ok'`,
    )
    expect([...features.keys()].sort()).toEqual(keys.map(({building_id}) => building_id).sort())
    // Three rows of Delft have no geometry.
    expect(features.size).toBe(count)
  })

  test.each(files)('$id: volumes are those of the source within 1 %', async ({id, path, facesOf}) => {
    const source = facesOf(await readFile(join(data!, path), 'utf8'))
    const features = await tiled(id)
    let [closed, flat] = [0, 0]
    for (const [key, feature] of features) {
      const faces = source.get(key)!
      const seen = faces.filter(({type}) => type !== 'GroundSurface' && type !== 'ClosureSurface')
      const base = seen.flatMap(({rings}) => rings.flat()).reduce((low, [, , z]) => Math.min(low, z), 1e9)
      const low = Math.min(...heightsOf(feature))
      const triangles = feature.triangles.map(({corners}): Face => ({type: 'drawn', rings: [corners]}))
      const [below, known] = [volumeBelow(triangles, low), volumeBelow(seen, base)]
      expect(Math.abs(below / known - 1), `${key}: ${below} of ${known} m³`).toBeLessThan(0.01)

      // Where no wall is left out between two parts, what is drawn encloses as much by the formula for solids too.
      if (faces.some(({type}) => type === 'ClosureSurface')) continue
      const drawn = volume(feature.triangles, low)
      const solid = volumeAbove(seen, base)
      expect(Math.abs(drawn / solid - 1), `${key}: ${drawn} of ${solid} m³`).toBeLessThan(0.01)

      // On level ground that is the volume of the solid with its floor.
      const floor = faces.filter(({type}) => type === 'GroundSurface').flatMap(({rings}) => rings.flat())
      if (!floor.every(([, , z]) => Math.abs(z - base) < 0.005) || seen.length === faces.length) continue
      flat++
      if (Math.abs(volumeAbove(faces, base) / drawn - 1) < 0.01) closed++
    }
    if (flat > 0) expect(closed / flat).toBeGreaterThan(0.98)
  })

  test('The Hague stands on its terrain', async () => {
    const rows = await town.rows<{lon: number; lat: number; ground_m: number}>(
      `select lon, lat, ground_m from buildings where city = 'the-hague' and ground_m is not null`,
    )
    const {tiles, layer} = await readTerrain(join(folder, 'terrain/the-hague'))
    const finest = tiles.filter(({level}) => level === layer.maxzoom)
    const gaps = rows.map(({lon, lat, ground_m}) => ground_m + 43.43 - groundAt(finest, lon, lat))
    expect(gaps).toHaveLength(844)
    // The source gives each house one level floor, and its ground is not measured under houses.
    const off = gaps.map(Math.abs).sort((a, b) => a - b)
    expect(off[422]).toBeLessThan(0.25)
    expect(off[760]).toBeLessThan(0.8)
  })

  test('Kharkiv: footprints are as high as their storeys, not as the misleading column', async () => {
    type Feature = {
      properties: Record<string, string | null>
      geometry: {coordinates: [number, number][][][]}
    }
    const text = await readFile(join(data!, 'city3d/kharkiv_saltivka_buildings.geojson'), 'utf8')
    const source = new Map(
      (JSON.parse(text) as {features: Feature[]}).features.map(one => [one.properties.full_id, one]),
    )
    expect(await tileFaults(join(folder, 'tiles/kharkiv/buildings'))).toEqual([])
    const features = await tiled('kharkiv')
    expect(features.size).toBeGreaterThan(1280)
    let measured = 0
    for (const [key, feature] of features) {
      const {properties, geometry} = source.get(key)!
      const levels = properties['building:levels']
      const metres = properties.level_heigt ?? (levels && String(3 * Number(levels)))
      if (!metres || !(Number(metres) >= 1.5)) continue
      measured++
      expect(feature.row.height).toBeCloseTo(Number(metres), 3)
      const drawn = volume(feature.triangles, Math.min(...heightsOf(feature)))
      const known = areaOf(geometry.coordinates) * Number(metres)
      expect(Math.abs(drawn / known - 1), `${key}: ${drawn} of ${known} m³`).toBeLessThan(0.01)
    }
    expect(measured).toBeGreaterThan(1200)
  })
})

/** Height of the terrain at a place, between the corners of the triangle that covers it. */
function groundAt(tiles: ReadTerrainTile[], lon: number, lat: number): number {
  for (const {lon: x, lat: y, heights, triangles} of tiles)
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!]
      const twice = (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!)
      const ofB = ((lon - x[a]!) * (y[c]! - y[a]!) - (lat - y[a]!) * (x[c]! - x[a]!)) / twice
      const ofC = ((x[b]! - x[a]!) * (lat - y[a]!) - (y[b]! - y[a]!) * (lon - x[a]!)) / twice
      if (ofB >= 0 && ofC >= 0 && ofB + ofC <= 1)
        return heights[a]! + ofB * (heights[b]! - heights[a]!) + ofC * (heights[c]! - heights[a]!)
    }
  throw new Error(`There is no ground at ${lon}, ${lat}.`)
}

/** Cubic metres under faces and above a level, by the divergence theorem; rings are fans, and holes turn the other way. */
function volumeAbove(faces: Face[], base: number): number {
  const [x0, y0] = faces[0]!.rings[0]![0]!
  const near = ([x, y, z]: Point): Point => [x - x0, y - y0, z - base]
  let sum = 0
  for (const ring of faces.flatMap(({rings}) => rings)) {
    const [a, ...rest] = ring.map(near) as [Point, ...Point[]]
    for (let i = 0; i + 1 < rest.length; i++) {
      const [b, c] = [rest[i]!, rest[i + 1]!]
      sum +=
        a[0] * (b[1] * c[2] - b[2] * c[1]) +
        a[1] * (b[2] * c[0] - b[0] * c[2]) +
        a[2] * (b[0] * c[1] - b[1] * c[0])
    }
  }
  return sum / 6
}

/** Cubic metres between faces and a level: height times the area on the ground, taken away where a face looks down. */
function volumeBelow(faces: Face[], base: number): number {
  let sum = 0
  for (const [a, ...rest] of faces.flatMap(({rings}) => rings) as [Point, ...Point[]][])
    for (let i = 0; i + 1 < rest.length; i++) {
      const [b, c] = [rest[i]!, rest[i + 1]!]
      const twice = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      sum += (twice / 2) * ((a[2] + b[2] + c[2]) / 3 - base)
    }
  return sum
}

/** Square metres of polygons in degrees: metres per degree at their latitude by Snyder's series for WGS 84. */
function areaOf(polygons: [number, number][][][]): number {
  const [lon0, lat0] = polygons[0]![0]![0]!
  const phi = (lat0 * Math.PI) / 180
  const perLat = 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)
  const perLon = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi)
  const ringArea = (ring: [number, number][]) => {
    let twice = 0
    for (const [[ax, ay], [bx, by]] of ringEdges(ring))
      twice += (ax - lon0) * (by - lat0) - (bx - lon0) * (ay - lat0)
    return (Math.abs(twice) / 2) * perLat * perLon
  }
  return polygons.reduce(
    (sum, [outline, ...yards]) =>
      sum + ringArea(outline!) - yards.reduce((out, yard) => out + ringArea(yard), 0),
    0,
  )
}

type Geometry = {
  type: string
  lod: string
  boundaries: number[][][][]
  semantics?: {surfaces: {type: string}[]; values: (number | null)[][]}
}
type CityObject = {type: string; children?: string[]; geometry?: Geometry[]}
type CityJson = {
  transform: {scale: Point; translate: Point}
  CityObjects: Record<string, CityObject>
  vertices: Point[]
}

/** Faces of every building of a CityJSON file or of lines of them, of its best solids up to LoD 2.x and of its parts'. */
function facesOfCityJson(text: string): Map<string, Face[]> {
  const [first, ...features] = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as CityJson)
  const {scale, translate} = first!.transform
  const found = new Map<string, Face[]>()
  for (const {CityObjects, vertices} of features.length > 0 ? features : [first!]) {
    const at = (index: number) =>
      vertices[index]!.map((value, axis) => value * scale[axis]! + translate[axis]!) as Point
    const solid = ({geometry = []}: CityObject): Face[] => {
      const solids = geometry.filter(({type, lod}) => type === 'Solid' && Number(lod) < 3)
      const best = solids.sort((a, b) => Number(b.lod) - Number(a.lod))[0]
      if (!best) return []
      const {boundaries, semantics} = best
      return boundaries[0]!.map((rings, face) => ({
        type: semantics?.surfaces[semantics.values[0]?.[face] ?? -1]?.type ?? 'unknown',
        rings: rings.map(ring => (ring as unknown as number[]).map(at)),
      }))
    }
    for (const [key, object] of Object.entries(CityObjects))
      if (object.type === 'Building')
        found.set(key, [object, ...(object.children ?? []).map(child => CityObjects[child]!)].flatMap(solid))
  }
  return found
}

/** Faces of every building of a CityGML file, its parts' among them: the rings inside each thematic surface. */
function facesOfCityGml(text: string): Map<string, Face[]> {
  const found = new Map<string, Face[]>()
  for (const part of text.split(/<bldg:Building\s/).slice(1)) {
    const key = /^[^>]*gml:id="([^"]+)"/.exec(part)![1]!
    const faces: Face[] = []
    for (const [, type, inside] of part.matchAll(/<bldg:(\w+Surface)[\s>](.*?)<\/bldg:\1>/gs))
      for (const [, polygon] of inside!.matchAll(/<gml:Polygon[\s>](.*?)<\/gml:Polygon>/gs)) {
        const rings = [...polygon!.matchAll(/<gml:posList[^>]*>([^<]*)</g)].map(([, list]) => {
          const numbers = list!.trim().split(/\s+/).map(Number)
          return Array.from(
            {length: numbers.length / 3 - 1},
            (_, i) => numbers.slice(i * 3, i * 3 + 3) as Point,
          )
        })
        faces.push({type: type!, rings})
      }
    found.set(key, faces)
  }
  return found
}
