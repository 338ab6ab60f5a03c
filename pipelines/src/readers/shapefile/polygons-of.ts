/** x, y and, where there is one, z. */
export type Position = number[]

export type GeoJsonGeometry =
  | {type: 'Point'; coordinates: Position}
  | {type: 'MultiPoint' | 'LineString'; coordinates: Position[]}
  | {type: 'MultiLineString' | 'Polygon'; coordinates: Position[][]}
  | {type: 'MultiPolygon'; coordinates: Position[][][]}
  | {type: 'GeometryCollection'; geometries: GeoJsonGeometry[]}

/**
 * Polygons from rings of which the clockwise ones are outlines and the others holes, in any order: a hole belongs to the
 * smallest outline around it, and is an outline itself where there is none. Outlines come out counter-clockwise, as
 * GeoJSON has them (RFC 7946, section 3.1.6).
 */
export function polygonsOf(rings: Position[][]): GeoJsonGeometry | null {
  const closed = rings.filter(ring => ring.length >= 3).map(close)
  const outlines = closed.flatMap(ring => {
    const area = signedArea(ring)
    return area < 0 ? [{ring, area: -area, box: boxOf(ring), holes: [] as Position[][]}] : []
  })
  for (const hole of closed.filter(ring => signedArea(ring) >= 0)) {
    const area = signedArea(hole)
    const around = outlines
      .filter(
        outline => outline.area >= area && isInBox(hole[0]!, outline.box) && contains(outline.ring, hole),
      )
      .toSorted((a, b) => a.area - b.area)[0]
    if (around) around.holes.push(hole.toReversed())
    else if (area > 0) outlines.push({ring: hole.toReversed(), area, box: boxOf(hole), holes: []})
  }
  const polygons = outlines.map(({ring, holes}) => [ring.toReversed(), ...holes])
  if (polygons.length === 0) return null
  return polygons.length === 1
    ? {type: 'Polygon', coordinates: polygons[0]!}
    : {type: 'MultiPolygon', coordinates: polygons}
}

function close(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first.every((value, index) => value === last[index]) ? ring : [...ring, first]
}

/** Positive where the ring runs counter-clockwise; measured from its first place, so that large coordinates cost no digits. */
function signedArea(ring: Position[]): number {
  const [x0, y0] = ring[0] as [number, number]
  let twice = 0
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1] as [number, number]
    const [bx, by] = ring[index] as [number, number]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice / 2
}

type Box = [west: number, south: number, east: number, north: number]

function boxOf(ring: Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring as [number, number][]) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

const isInBox = ([x, y]: Position, [west, south, east, north]: Box) =>
  x! >= west && x! <= east && y! >= south && y! <= north

/** Is the hole within the ring? Asked of a place of it that does not lie on the ring's own corners. */
function contains(ring: Position[], hole: Position[]): boolean {
  const corners = new Set(ring.map(([x, y]) => `${x} ${y}`))
  const [x, y] = (hole.find(([x, y]) => !corners.has(`${x} ${y}`)) ?? hole[0]!) as [number, number]
  let isInside = false
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1] as [number, number]
    const [bx, by] = ring[index] as [number, number]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
  }
  return isInside
}
