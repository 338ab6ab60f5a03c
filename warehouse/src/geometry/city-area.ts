import {type LonLat, polygons} from './polygons.ts'

/** Ground that a place can be asked for. */
export type Area = {contains: (lonDegrees: number, latDegrees: number) => boolean; squares: Squares}

/**
 * A grid over the ground, row by row from the south-west. A place lies in column ⌊(lon · perLon − west) / side⌋ and row
 * ⌊(lat · perLat − south) / side⌋; whoever lies outside the grid is not on the ground.
 */
export type Squares = {
  perLon: number
  perLat: number
  west: number
  south: number
  side: number
  columns: number
  rows: number
  /** 1: all of the square is ground; 2: none of it; 0: ask for the place. */
  answers: Uint8Array
}

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number]

/** Degrees around a city's box that still count as the city, where its districts are not known. */
const boxMarginDegrees = 0.1

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
  const [[west, east], [south, north]] = [0, 1].map(axis =>
    points.reduce(
      ([least, most], point) => [Math.min(least, point[axis]!), Math.max(most, point[axis]!)] as Point,
      [Infinity, -Infinity] as Point,
    ),
  ) as [Point, Point]
  // Squares much smaller than the margin would each have to be told of the same edges.
  const side = Math.max((east - west) / mostSquares, (north - south) / mostSquares, marginMetres / 4, 1)
  const beyond = marginMetres + side
  const grid = {
    west: west - beyond,
    south: south - beyond,
    side,
    columns: Math.ceil((east - west + 2 * beyond) / side),
    rows: Math.ceil((north - south + 2 * beyond) / side),
  }
  const rowAt = (y: number) => Math.floor((y - grid.south) / side)
  const columnAt = (x: number) => Math.floor((x - grid.west) / side)

  const crossing: Edge[][] = Array.from({length: grid.rows}, () => [])
  for (const edge of edges) {
    const [low, high] = [edge.from[1], edge.to[1]].sort((a, b) => a - b) as Point
    for (let row = rowAt(low); row <= rowAt(high); row++) crossing[row]!.push(edge)
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

  // Squares that the border runs through, and edges of the border by the squares that they come near to.
  const through = new Set<number>()
  const near = new Map<number, Set<Edge>>()
  for (const edge of outerEdges(edges, isInside))
    for (const [a, b] of shortSteps(edge, side)) {
      const squares = (margin: number) => squaresOf(a, b, margin, columnAt, rowAt, grid.columns)
      // A hair's breadth, because a point on the line between two squares belongs to one of them.
      for (const square of squares(0.001)) through.add(square)
      for (const square of squares(marginMetres)) {
        const known = near.get(square)
        if (known) known.add(edge)
        else near.set(square, new Set([edge]))
      }
    }
  // Where no border runs through it, a square is like its middle.
  const answers = new Uint8Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const square = row * grid.columns + column
      if (through.has(square)) continue
      const centre: Point = [grid.west + (column + 0.5) * side, grid.south + (row + 0.5) * side]
      answers[square] = isInside(centre) ? 1 : near.has(square) ? 0 : 2
    }

  return {
    contains(lonDegrees, latDegrees) {
      const point = plane([lonDegrees, latDegrees])
      const [column, row] = [columnAt(point[0]), rowAt(point[1])]
      if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return false
      const square = row * grid.columns + column
      if (answers[square] !== 0) return answers[square] === 1
      if (isInside(point)) return true
      for (const edge of near.get(square)!) if (squaredDistance(point, edge) <= marginMetres ** 2) return true
      return false
    },
    squares: {...grid, perLon, perLat: metresPerDegree, answers},
  }
}

type Point = [x: number, y: number]
type Edge = {from: Point; to: Point; shape: number}

/** Edges of the border: not those that two shapes share, with ground on both sides. */
function outerEdges(edges: Edge[], isInside: (point: Point) => boolean): Edge[] {
  const nameOf = ({from, to}: Edge) => [from, to].map(String).sort().join()
  const shapesAt = new Map<string, Set<number>>()
  for (const edge of edges) {
    const name = nameOf(edge)
    shapesAt.set(name, (shapesAt.get(name) ?? new Set()).add(edge.shape))
  }
  return edges.filter(edge => {
    if (shapesAt.get(nameOf(edge))!.size === 1) return true
    const [dx, dy] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]]
    const length = Math.sqrt(dx * dx + dy * dy)
    const [x, y] = along(edge, 0.5)
    const beside = (metres: number): Point => [x - (dy / length) * metres, y + (dx / length) * metres]
    return length === 0 || !(isInside(beside(0.1)) && isInside(beside(-0.1)))
  })
}

/** A long edge in short steps, so that its box does not cover half the city. */
function shortSteps(edge: Edge, length: number): [Point, Point][] {
  const longest = Math.max(Math.abs(edge.to[0] - edge.from[0]), Math.abs(edge.to[1] - edge.from[1]))
  const steps = Math.max(1, Math.ceil(longest / length))
  return Array.from({length: steps}, (_, step) => [
    along(edge, step / steps),
    along(edge, (step + 1) / steps),
  ])
}

/** Numbers of the squares that the box of two points, widened by a margin, touches. */
function squaresOf(
  a: Point,
  b: Point,
  margin: number,
  columnAt: (x: number) => number,
  rowAt: (y: number) => number,
  columns: number,
): number[] {
  const found: number[] = []
  for (let row = rowAt(Math.min(a[1], b[1]) - margin); row <= rowAt(Math.max(a[1], b[1]) + margin); row++)
    for (
      let column = columnAt(Math.min(a[0], b[0]) - margin);
      column <= columnAt(Math.max(a[0], b[0]) + margin);
      column++
    )
      found.push(row * columns + column)
  return found
}

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
