import {distance, heading, millimetres, minus, type Point, step} from '../../../../tools/space/vector.ts'

/** Sides of a rectangle in lattice units; all even. */
export type LatticeRectangle = readonly [left: number, front: number, right: number, back: number]

/** A building of rectangles in one direction, on a lattice of whole numbers; buildings' sides lie on even ones. */
export type Lattice = {
  rectangles: LatticeRectangle[]
  /** Outline and courtyards in lattice units. */
  rings: Point[][]
  /** The place in the plan of a lattice point; exactly a corner's where there is one. */
  place: (x: number, y: number) => Point
}

/** A unit is half a decimetre, so that ridges between sides on whole decimetres lie on the lattice as well. */
const unitMetres = 0.05
const toleranceUnits = 0.35

/** The lattice that a building was drawn on; null where its sides are not all in one direction or on no lattice. */
export function latticeOf(
  rings: readonly (readonly Point[])[],
  parts: readonly (readonly Point[])[],
): Lattice | null {
  const outline = rings[0]!
  const origin = outline[0]!
  const along = longestSide(outline)
  const toUnits = (at: Point): Point | null => {
    const [dx, dy] = minus(at, origin)
    const x = (dx * along[0] + dy * along[1]) / unitMetres
    const y = (dy * along[0] - dx * along[1]) / unitMetres
    const even: Point = [2 * Math.round(x / 2), 2 * Math.round(y / 2)]
    const isOn = Math.abs(x - even[0]) < toleranceUnits && Math.abs(y - even[1]) < toleranceUnits
    return isOn ? even : null
  }
  const places = new Map<number, Point>()
  const latticeRings: Point[][] = []
  for (const ring of rings) {
    const latticeRing: Point[] = []
    for (const at of ring) {
      const units = toUnits(at)
      if (!units) return null
      places.set(keyOf(units[0], units[1]), at)
      latticeRing.push(units)
    }
    if (!isRectilinear(latticeRing)) return null
    latticeRings.push(latticeRing)
  }
  const rectangles: LatticeRectangle[] = []
  for (const part of parts) {
    const corners = part.map(toUnits)
    if (part.length !== 4 || corners.includes(null)) return null
    const xs = corners.map(corner => corner![0])
    const ys = corners.map(corner => corner![1])
    if (new Set(xs).size !== 2 || new Set(ys).size !== 2) return null
    rectangles.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }
  const place = (x: number, y: number): Point => {
    const known = places.get(keyOf(x, y))
    if (known) return known
    const [east, north] = step(origin, along, x * unitMetres, y * unitMetres)
    return [millimetres(east), millimetres(north)]
  }
  return {rectangles, rings: latticeRings, place}
}

const keyOf = (x: number, y: number) => x * 0x1_0000 + y

function longestSide(ring: readonly Point[]): Point {
  let best = 0
  let along: Point = [1, 0]
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    const metres = distance(from, to)
    if (metres > best) {
      best = metres
      along = heading(from, to)
    }
  })
  return along
}

const isRectilinear = (ring: readonly Point[]) =>
  ring.every(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return (x === nextX) !== (y === nextY)
  })
