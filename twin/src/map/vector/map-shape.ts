/** A place on the square that Web Mercator makes of the world: 0 to 1 to the east and to the south. */
export type Spot = [x: number, y: number]

/** West, north, east, south on that square. */
export type SpotBox = [west: number, north: number, east: number, south: number]

/** A geometry on the square: every polygon's outline and holes, closed; or lines; or one place. */
export type MapShape =
  | {type: 'polygons'; parts: Spot[][][]}
  | {type: 'lines'; parts: Spot[][]}
  | {type: 'point'; parts: [Spot]}

/**
 * Places are whole parts of 2⁻³⁶ of the square, a millimetre on the ground: the last digit of a sine or logarithm, which
 * is not the same in every engine, does not get into a tile.
 */
const steps = 68_719_476_736
const onGrid = (share: number) => Math.round(share * steps) / steps

/** Beyond it Web Mercator has no place. */
const highestLat = 85.0511287798066

/** A place of the square for degrees; null for what is no place on it. */
export function spotAt(lon: unknown, lat: unknown): Spot | null {
  if (typeof lon !== 'number' || typeof lat !== 'number') return null
  // Written so that NaN is none either.
  if (!(lon >= -180 && lon <= 180 && lat >= -highestLat && lat <= highestLat)) return null
  const sine = Math.sin((lat * Math.PI) / 180)
  return [onGrid(lon / 360 + 0.5), onGrid(0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI)]
}

/**
 * A GeoJSON text as areas or as lines of the square. Null for what is no such geometry: broken text, places that are
 * none, rings of fewer than three corners, and what reaches round half of the world, as it goes over the 180th meridian.
 */
export function readShape(text: string, wanted: 'polygons' | 'lines'): MapShape | null {
  const geometry = parsed(text)
  if (geometry === null) return null
  const {type, coordinates} = geometry
  const shape: MapShape | null =
    wanted === 'polygons'
      ? shapeOf('polygons', listed(type, 'Polygon', 'MultiPolygon', coordinates), part =>
          all(part, closedRing),
        )
      : shapeOf('lines', listed(type, 'LineString', 'MultiLineString', coordinates), lineOf)
  if (shape === null) return null
  const [west, , east] = boxOfShape(shape)
  return east - west > 0.5 ? null : shape
}

function parsed(text: string): {type: unknown; coordinates: unknown} | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
      ? value
      : null
  } catch {
    // A geometry that cannot be read is a finding of the warehouse; here it only is not on the map.
    return null
  }
}

const listed = (type: unknown, single: string, many: string, coordinates: unknown): unknown =>
  type === single ? [coordinates] : type === many ? coordinates : null

function shapeOf<T extends 'polygons' | 'lines', Part>(
  type: T,
  parts: unknown,
  read: (part: unknown) => Part | null,
): {type: T; parts: Part[]} | null {
  const found = all(parts, read)
  return found && {type, parts: found}
}

/** Every item as it is read; null where there is none, or one cannot be read. */
function all<Item>(items: unknown, read: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(items) || items.length === 0) return null
  const found: Item[] = []
  for (const item of items) {
    const one = read(item)
    if (one === null) return null
    found.push(one)
  }
  return found
}

const spotOf = (position: unknown): Spot | null =>
  Array.isArray(position) ? spotAt(position[0], position[1]) : null

function lineOf(positions: unknown): Spot[] | null {
  const line = all(positions, spotOf)
  return line && line.length > 1 ? line : null
}

/** A ring that ends where it begins, also where the publisher's does not. */
function closedRing(positions: unknown): Spot[] | null {
  const ring = all(positions, spotOf)
  if (ring === null) return null
  const [first, last] = [ring[0]!, ring[ring.length - 1]!]
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first])
  return ring.length > 3 ? ring : null
}

/** The places of a shape, without the holes of areas. */
const outlines = (shape: MapShape): Spot[][] =>
  shape.type === 'polygons'
    ? shape.parts.map(([outline]) => outline!)
    : shape.type === 'lines'
      ? shape.parts
      : [shape.parts]

export function boxOfShape(shape: MapShape): SpotBox {
  const box: SpotBox = [1, 1, 0, 0]
  for (const line of outlines(shape))
    for (const [x, y] of line) {
      if (x < box[0]) box[0] = x
      if (y < box[1]) box[1] = y
      if (x > box[2]) box[2] = x
      if (y > box[3]) box[3] = y
    }
  return box
}

/** What a closed ring encloses, in parts of the square; more than nothing where it runs clockwise as drawn. */
export function ringArea(ring: readonly Spot[]): number {
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice / 2
}

/** What the areas of a shape cover less their holes, in parts of the square. */
export function shapeArea({type, parts}: MapShape): number {
  if (type !== 'polygons') return 0
  let sum = 0
  for (const [outline, ...holes] of parts) {
    sum += Math.abs(ringArea(outline!))
    for (const hole of holes) sum -= Math.abs(ringArea(hole))
  }
  return Math.max(0, sum)
}
