import {ringEdges} from '../ring-edges.ts'
import {areaStyles, roadStyles} from './map-style.ts'
import type {Box} from './tile-grid.ts'

/** Rings or lines of many things, flat: metres to the east and to the north of the frame's origin. */
export type Shapes = {
  coordinates: Float64Array
  /** Where each ring begins in `coordinates`; one more than rings. */
  rings: Uint32Array
  /** Which ring each thing begins with; one more than things. */
  things: Uint32Array
  /** West, south, east, north of each thing. */
  boxes: Float64Array
}

/** A flat frame of metres over a city: within some thousandths of true over twenty kilometres. */
export type MapFrame = {lon: number; lat: number; metresPerLon: number; metresPerLat: number}

/** Everything a base map is painted from, plain enough to be sent to another thread. */
export type MapScene = {
  frame: MapFrame
  /** The least convex outline around what is known: a place on each side and its direction outwards, x and y of both. */
  sides: Float64Array
  /** West, south, east, north of what is known. */
  box: Float64Array
  areas: Shapes
  areaStyle: Uint8Array
  areaColour: Uint8Array
  roads: Shapes
  roadStyle: Uint8Array
  isBridge: Uint8Array
  buildings: Shapes
  buildingMetres: Float32Array
  /** x, y, radius of the crown, height. */
  trees: Float32Array
}

/** Rows of the warehouse a map is made of; geometries are GeoJSON texts in degrees. Each list in a fixed order. */
export type MapRows = {
  /** West, south, east, north of the city and its surroundings: what lies elsewhere is not on the map. Null: nowhere is. */
  surroundings: Box | null
  areas: {kind: string; geometry: string}[]
  roads: {class: string; isBridge: boolean; geometry: string}[]
  buildings: {geometry: string; heightMetres: number | null}[]
  trees: {lon: number; lat: number; crownMetres: number | null; heightMetres: number | null}[]
}

type Position = [number, number, ...number[]]
type Geometry = {type: string; coordinates: unknown}

/** Puts rows into a frame of metres and finds a style for each. Null where neither areas nor roads have a place. */
export function mapScene(rows: MapRows): MapScene | null {
  const [west, south, east, north] = rows.surroundings ?? everywhere
  const isNear = ([lon, lat]: Position) => lon >= west && lon <= east && lat >= south && lat <= north
  // One street with its axes swapped would make a map of half a continent.
  const isHere = ({rings}: {rings: Position[][]}) => {
    const [left, low, right, high] = boxAround(rings.flat())
    return left <= east && right >= west && low <= north && high >= south
  }
  const areas = rows.areas.map(({kind, geometry}) => ({kind, rings: polygons(geometry)})).filter(isHere)
  const roads = rows.roads.map(road => ({...road, rings: lines(road.geometry)})).filter(isHere)
  const buildings = rows.buildings.map(one => ({...one, rings: polygons(one.geometry)})).filter(isHere)
  const trees = rows.trees.filter(({lon, lat}) => isNear([lon, lat]))
  const known = [...areas, ...roads].flatMap(({rings}) => rings.flat()).filter(isNear)
  if (known.length === 0) return null
  const frame = frameOf(known)
  const flat = (things: {rings: Position[][]}[]) => shapes(things, frame)

  const flatAreas = flat(areas)
  const flatBuildings = flat(buildings)
  const flatRoads = flat(roads)
  const hull = convexHull(known.map(([lon, lat]) => [...inFrame(frame, lon, lat)]))
  const sides = sidesOf(hull)
  const areaStyle = Uint8Array.from(areas, ({kind}) => styleOf(kind))
  markGardens(flatAreas, areaStyle, flatBuildings, buildings)
  stretchSea(flatAreas, areaStyle, sides)
  return {
    frame,
    sides,
    box: boxOf(hull),
    areas: flatAreas,
    areaStyle,
    areaColour: Uint8Array.from(areas, (_, index) => mixed(index) & 255),
    roads: flatRoads,
    roadStyle: Uint8Array.from(roads, road => roadStyleOf(road.class)),
    isBridge: Uint8Array.from(roads, road => (road.isBridge ? 1 : 0)),
    buildings: flatBuildings,
    buildingMetres: Float32Array.from(buildings, ({heightMetres}) => heightMetres ?? 4),
    trees: Float32Array.from(
      trees.flatMap(({lon, lat, crownMetres, heightMetres}) => [
        ...inFrame(frame, lon, lat),
        Math.max(0.8, (crownMetres ?? 4) / 2),
        heightMetres ?? 6,
      ]),
    ),
  }
}

/** An area or a road of an unknown word has no style. */
export const noStyle = 255

function styleOf(kind: string): number {
  const found = areaStyles.findIndex(({kinds}) => kinds.includes(kind))
  return found < 0 ? noStyle : found
}

function roadStyleOf(roadClass: string): number {
  const found = roadStyles.findIndex(({classes}) => classes.includes(roadClass))
  return found < 0 ? noStyle : found
}

export const inFrame = ({lon, lat, metresPerLon, metresPerLat}: MapFrame, x: number, y: number) =>
  [(x - lon) * metresPerLon, (y - lat) * metresPerLat] as const

const everywhere: Box = [-180, -90, 180, 90]

/** West, south, east, north of places; of none, east lies west of west. */
function boxAround(places: Position[]): Box {
  const [w, s, e, n] = everywhere
  const box: Box = [e, n, w, s]
  for (const [lon, lat] of places) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

function frameOf(places: Position[]): MapFrame {
  const [west, south, east, north] = boxAround(places)
  const lat = (south + north) / 2
  const radians = (lat * Math.PI) / 180
  // Length of a degree on WGS 84, by the usual series.
  const metresPerLat = 111_132.95 - 559.85 * Math.cos(2 * radians)
  const metresPerLon = 111_412.88 * Math.cos(radians) - 93.5 * Math.cos(3 * radians)
  return {lon: (west + east) / 2, lat, metresPerLon, metresPerLat}
}

function polygons(text: string): Position[][] {
  const {type, coordinates} = parsed(text)
  if (type === 'Polygon') return (coordinates as Position[][]).map(turned)
  return type === 'MultiPolygon' ? (coordinates as Position[][][]).flatMap(rings => rings.map(turned)) : []
}

/** Outlines counter-clockwise, holes clockwise, whatever the publisher does. */
function turned(ring: Position[], index: number): Position[] {
  let twice = 0
  for (const [[ax, ay], [bx, by]] of ringEdges(ring))
    twice += (ax - ring[0]![0]) * (by - ay) - (bx - ax) * (ay - ring[0]![1])
  return twice > 0 === (index === 0) ? ring : ring.toReversed()
}

function lines(text: string): Position[][] {
  const {type, coordinates} = parsed(text)
  if (type === 'LineString') return [coordinates as Position[]]
  return type === 'MultiLineString' ? (coordinates as Position[][]) : []
}

function parsed(text: string): Geometry {
  try {
    return (JSON.parse(text) as Geometry | null) ?? {type: '', coordinates: []}
  } catch {
    // A geometry that cannot be read is a finding of the warehouse; here it only is not on the map.
    return {type: '', coordinates: []}
  }
}

function shapes(all: {rings: Position[][]}[], frame: MapFrame): Shapes {
  const coordinates: number[] = []
  const rings = [0]
  const things = [0]
  const boxes: number[] = []
  for (const {rings: own} of all) {
    const box = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as [number, number, number, number]
    for (const ring of own) {
      for (const [lon, lat] of ring) {
        const [x, y] = inFrame(frame, lon, lat)
        coordinates.push(x, y)
        box[0] = Math.min(box[0], x)
        box[1] = Math.min(box[1], y)
        box[2] = Math.max(box[2], x)
        box[3] = Math.max(box[3], y)
      }
      rings.push(coordinates.length)
    }
    things.push(rings.length - 1)
    boxes.push(...box)
  }
  return {
    coordinates: Float64Array.from(coordinates),
    rings: Uint32Array.from(rings),
    things: Uint32Array.from(things),
    boxes: Float64Array.from(boxes),
  }
}

/** Andrew's monotone chain, without corners that stand out less than a metre or so. */
function convexHull(points: [number, number][]): Float64Array {
  const sorted = points.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const chain = (ordered: [number, number][]) => {
    const kept: [number, number][] = []
    for (const point of ordered) {
      while (kept.length > 1 && turn(kept[kept.length - 2]!, kept[kept.length - 1]!, point) <= 0) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return Float64Array.from([...chain(sorted), ...chain(sorted.toReversed())].flat())
}

const turn = (a: [number, number], b: [number, number], c: [number, number]) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])

/** Metres outside a convex outline given by its sides; negative within. */
export function outsideOf(sides: Float64Array, x: number, y: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < sides.length; i += 4) {
    const outside = (x - sides[i]!) * sides[i + 2]! + (y - sides[i + 1]!) * sides[i + 3]!
    if (outside > most) most = outside
  }
  return most
}

/** The sea does not end where the data does: what lies on the outline goes outwards, straight on from its side. */
function stretchSea(
  {coordinates, rings, things, boxes}: Shapes,
  style: Uint8Array,
  sides: Float64Array,
): void {
  for (let thing = 0; thing < style.length; thing++) {
    if (!areaStyles[style[thing]!]?.isSea) continue
    for (let i = rings[things[thing]!]!; i < rings[things[thing + 1]!]!; i += 2) {
      const [x, y] = [coordinates[i]!, coordinates[i + 1]!]
      for (let side = 0; side < sides.length; side += 4) {
        const [outX, outY] = [sides[side + 2]!, sides[side + 3]!]
        if ((x - sides[side]!) * outX + (y - sides[side + 1]!) * outY < -edgeMetres) continue
        coordinates[i] = coordinates[i]! + outX * stretchMetres
        coordinates[i + 1] = coordinates[i + 1]! + outY * stretchMetres
      }
      boxes[thing * 4] = Math.min(boxes[thing * 4]!, coordinates[i]!)
      boxes[thing * 4 + 1] = Math.min(boxes[thing * 4 + 1]!, coordinates[i + 1]!)
      boxes[thing * 4 + 2] = Math.max(boxes[thing * 4 + 2]!, coordinates[i]!)
      boxes[thing * 4 + 3] = Math.max(boxes[thing * 4 + 3]!, coordinates[i + 1]!)
    }
  }
}

const stretchMetres = 8000

/** What ends this near to the outline ends because the data does. */
const edgeMetres = 12

/** The long sides of an outline; of those that go nearly the same way, the longest. */
function sidesOf(hull: Float64Array): Float64Array {
  const found: {x: number; y: number; outX: number; outY: number; length: number}[] = []
  for (let i = 0; i < hull.length; i += 2) {
    const j = (i + 2) % hull.length
    const [dx, dy] = [hull[j]! - hull[i]!, hull[j + 1]! - hull[i + 1]!]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0) continue
    const side = {x: hull[i]!, y: hull[i + 1]!, outX: dy / length, outY: -dx / length, length}
    const alike = found.find(({outX, outY}) => outX * side.outX + outY * side.outY > 0.98)
    if (!alike) found.push(side)
    else if (alike.length < length) Object.assign(alike, side)
  }
  return Float64Array.from(found.flatMap(({x, y, outX, outY}) => [x, y, outX, outY]))
}

function boxOf(hull: Float64Array): Float64Array {
  const box = [hull[0]!, hull[1]!, hull[0]!, hull[1]!] as [number, number, number, number]
  for (let i = 0; i < hull.length; i += 2) {
    box[0] = Math.min(box[0], hull[i]!)
    box[1] = Math.min(box[1], hull[i + 1]!)
    box[2] = Math.max(box[2], hull[i]!)
    box[3] = Math.max(box[3], hull[i + 1]!)
  }
  return Float64Array.from(box)
}

/** Housing whose houses are low on average stands in gardens. */
function markGardens(
  areas: Shapes,
  style: Uint8Array,
  buildings: Shapes,
  rows: {heightMetres: number | null}[],
): void {
  const [residential, gardens] = [styleOf('residential'), styleOf('gardens')]
  const housing = [...style.keys()].filter(area => style[area] === residential)
  const sums = new Map(housing.map(area => [area, {metres: 0, houses: 0}]))
  rows.forEach(({heightMetres}, index) => {
    const [west, south, east, north] = buildings.boxes.subarray(index * 4, index * 4 + 4)
    const [x, y] = [(west! + east!) / 2, (south! + north!) / 2]
    const area = housing.find(one => isInside(areas, one, x, y))
    const sum = area === undefined ? undefined : sums.get(area)
    if (!sum || heightMetres === null) return
    sum.metres += heightMetres
    sum.houses++
  })
  for (const [area, {metres, houses}] of sums)
    if (houses > 0 && metres / houses < gardenHouseMetres) style[area] = gardens
}

const gardenHouseMetres = 7.5

function isInside({coordinates, rings, things, boxes}: Shapes, thing: number, x: number, y: number): boolean {
  const box = boxes.subarray(thing * 4, thing * 4 + 4)
  if (x < box[0]! || y < box[1]! || x > box[2]! || y > box[3]!) return false
  let isOdd = false
  for (let ring = things[thing]!; ring < things[thing + 1]!; ring++) {
    const [start, end] = [rings[ring]!, rings[ring + 1]!]
    for (let i = start, j = end - 2; i < end; j = i, i += 2) {
      const [ax, ay, bx, by] = [coordinates[j]!, coordinates[j + 1]!, coordinates[i]!, coordinates[i + 1]!]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isOdd = !isOdd
    }
  }
  return isOdd
}

/** A whole number as another that looks nothing like it. */
const mixed = (value: number) => {
  const once = Math.imul(value + 1, 0x9e3779b1)
  return Math.imul(once ^ (once >>> 15), 0x85ebca6b) >>> 13
}
