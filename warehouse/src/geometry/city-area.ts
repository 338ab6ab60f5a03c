import {type LonLat, polygons} from './polygons.ts'

/** Ground that a place can be asked for. */
export type Area = {contains: (lonDegrees: number, latDegrees: number) => boolean}

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number]

/** Degrees around a city's box that still count as the city, where its districts are not known. */
export const boxMarginDegrees = 0.1

/** The box of a city and a margin around it: west, south, east, north. */
export const widened = ([west, south, east, north]: Box): Box => [
  west - boxMarginDegrees,
  south - boxMarginDegrees,
  east + boxMarginDegrees,
  north + boxMarginDegrees,
]

const metresPerDegree = 111_195
const mostSquares = 256

/**
 * The ground of polygons (texts of GeoJSON) and of a margin around them; null where none of them is a polygon. Distances
 * are taken on a plane that is true at the middle latitude: over a city that is right to some parts in a thousand. Most
 * places are answered by the square of a grid in which they lie; the others by the edges near that square.
 */
export function cityArea(outlines: (string | null)[], marginMetres: number): Area | null {
  const shapes = outlines.flatMap(outline => polygons(outline) ?? [])
  const corners = shapes.flat(2)
  if (corners.length === 0) return null
  const middle = corners.reduce((sum, [, lat]) => sum + lat, 0) / corners.length
  const perLon = metresPerDegree * Math.cos((middle * Math.PI) / 180)
  const plane = ([lon, lat]: LonLat): Point => [lon * perLon, lat * metresPerDegree]
  const edges = shapes.flatMap((rings, shape) =>
    rings.flatMap(ring => {
      const points = ring.map(plane)
      return points.slice(1).map((to, index): Edge => ({from: points[index]!, to, shape}))
    }),
  )

  const points = corners.map(plane)
  const bounds = (axis: 0 | 1) => {
    const [low, high] = points.reduce(
      ([least, most], point) => [Math.min(least, point[axis]), Math.max(most, point[axis])],
      [Infinity, -Infinity],
    )
    return [low - marginMetres - 1, high + marginMetres + 1] as const
  }
  const [[west, east], [south, north]] = [bounds(0), bounds(1)]
  // Squares much smaller than the margin would each have to be told of the same edges.
  const side = Math.max((east - west) / mostSquares, (north - south) / mostSquares, marginMetres / 2)
  const columns = Math.floor((east - west) / side) + 1
  const rows = Math.floor((north - south) / side) + 1
  const columnAt = (x: number) => Math.floor((x - west) / side)
  const rowAt = (y: number) => Math.floor((y - south) / side)

  // Edges by the rows that they cross, and by the squares that they come near to.
  const crossing: Edge[][] = Array.from({length: rows}, () => [])
  const near = new Map<number, Set<Edge>>()
  for (const edge of edges) {
    const [low, high] = [Math.min(edge.from[1], edge.to[1]), Math.max(edge.from[1], edge.to[1])]
    for (let row = rowAt(low); row <= rowAt(high); row++) crossing[row]!.push(edge)
    // A long edge is followed in short steps, so that its box does not cover half the city.
    const steps = Math.ceil(
      Math.max(Math.abs(edge.to[0] - edge.from[0]) / side, Math.abs(edge.to[1] - edge.from[1]) / side, 1),
    )
    for (let step = 0; step < steps; step++) {
      const [a, b] = [along(edge, step / steps), along(edge, (step + 1) / steps)]
      const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])]
      const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])]
      for (let row = rowAt(south - marginMetres); row <= rowAt(north + marginMetres); row++)
        for (let column = columnAt(west - marginMetres); column <= columnAt(east + marginMetres); column++) {
          const square = row * columns + column
          const known = near.get(square)
          if (known) known.add(edge)
          else near.set(square, new Set([edge]))
        }
    }
  }

  const isInside = (point: Point) => {
    const inside = new Set<number>()
    for (const {from, to, shape} of crossing[rowAt(point[1])]!)
      if (
        from[1] > point[1] !== to[1] > point[1] &&
        point[0] < ((to[0] - from[0]) * (point[1] - from[1])) / (to[1] - from[1]) + from[0] &&
        !inside.delete(shape)
      )
        inside.add(shape)
    return inside.size > 0
  }
  /** 0: not asked yet, 1: inside, 2: outside; squares without an edge near them are one or the other. */
  const answers = new Uint8Array(columns * rows)
  return {
    contains(lonDegrees, latDegrees) {
      const point = plane([lonDegrees, latDegrees])
      const [column, row] = [columnAt(point[0]), rowAt(point[1])]
      if (column < 0 || row < 0 || column >= columns || row >= rows) return false
      const square = row * columns + column
      const edgesNear = near.get(square)
      if (!edgesNear) {
        if (answers[square] === 0) answers[square] = isInside(point) ? 1 : 2
        return answers[square] === 1
      }
      if (isInside(point)) return true
      for (const edge of edgesNear) if (squaredDistance(point, edge) <= marginMetres ** 2) return true
      return false
    },
  }
}

type Point = [x: number, y: number]
type Edge = {from: Point; to: Point; shape: number}

const along = ({from, to}: Edge, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

function squaredDistance(point: Point, edge: Edge): number {
  const [dx, dy] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : ((point[0] - edge.from[0]) * dx + (point[1] - edge.from[1]) * dy) / length
  const [x, y] = along(edge, Math.max(0, Math.min(1, share)))
  return (point[0] - x) ** 2 + (point[1] - y) ** 2
}
