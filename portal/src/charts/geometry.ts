export type Point = [number, number]
export type MultiRing = Point[][][]

export type Geometry =
  | {type: 'Polygon'; coordinates: Point[][]}
  | {type: 'MultiPolygon'; coordinates: MultiRing}
  | {type: 'GeometryCollection'; geometries: Geometry[]}

/** Polygons of a GeoJSON geometry, as one list; points and lines have none. */
export function polygonsOf(geometry: Geometry): MultiRing {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : []
}

/** Douglas–Peucker (1973): drops points nearer than `tolerance` to the line of their neighbours; ends stay. */
export function simplify(points: Point[], tolerance: number): Point[] {
  if (points.length < 5) return points
  const keep = new Uint8Array(points.length)
  // A ring's two ends are one point: it is cut in two at the point farthest from them.
  const far = farthest(points, 0, points.length - 1, (p, a) => Math.hypot(p[0] - a[0], p[1] - a[1])).index
  keep[0] = keep[far] = keep[points.length - 1] = 1
  const todo: [number, number][] = [
    [0, far],
    [far, points.length - 1],
  ]
  while (todo.length > 0) {
    const [from, to] = todo.pop()!
    const {index, distance} = farthest(points, from, to, offLine)
    if (distance <= tolerance) continue
    keep[index] = 1
    todo.push([from, index], [index, to])
  }
  return points.filter((_, i) => keep[i])
}

function farthest(
  points: Point[],
  from: number,
  to: number,
  measure: (point: Point, a: Point, b: Point) => number,
): {index: number; distance: number} {
  let best = {index: from, distance: -1}
  for (let i = from + 1; i < to; i++) {
    const distance = measure(points[i]!, points[from]!, points[to]!)
    if (distance > best.distance) best = {index: i, distance}
  }
  return best
}

function offLine([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return Math.hypot(x - x1, y - y1)
  return Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length
}
