import type {Point} from '../../space/vector.ts'
import type {LatticeRectangle} from './lattice.ts'

/** A plane whose height over a lattice point is a·x + b·y + c units of run. */
export type Plane = {a: number; b: number; c: number}

/** A convex piece of a roof in one plane, counter-clockwise. */
export type Piece = {ring: Point[]; plane: Plane}

/**
 * The roof over rectangles that make up one building: from every eave it rises inward at one pitch, and where two such
 * planes meet the roof goes on with the higher in a valley, the lower in a ridge or a hip (a straight skeleton; for
 * right angles that is the distance to the nearest side, by the larger of its two coordinates). Where there are gables
 * the short ends are left out.
 * @returns pieces that cover the building, each height in units of run
 */
export function rectilinearRoof(
  rectangles: readonly LatticeRectangle[],
  rings: readonly (readonly Point[])[],
  isGabled: boolean,
): Piece[] {
  const xs = steps(rectangles.flatMap(([left, , right]) => [left, right]))
  const ys = steps(rectangles.flatMap(([, front, , back]) => [front, back]))
  const gables = isGabled ? rings.flatMap(gableEnds) : []
  const wings = largestRectangles(rectangles, xs, ys).map(wing => wingPieces(wing, gables))
  const pieces: Piece[] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column + 1 < xs.length; column++) {
      const [left, right, front, back] = [xs[column]!, xs[column + 1]!, ys[row]!, ys[row + 1]!]
      const over = wings.filter(
        ({wing}) => wing[0] <= left && wing[2] >= right && wing[1] <= front && wing[3] >= back,
      )
      if (over.length === 0) continue
      const cell: Point[] = [
        [left, front],
        [right, front],
        [right, back],
        [left, back],
      ]
      const layers = over.map(({pieces: its}) => within(its, cell))
      pieces.push(...layers.reduce(higher))
    }
  return pieces
}

/** The height of a plane, in units of run. */
export const heightOn = ({a, b, c}: Plane, [x, y]: Point): number => a * x + b * y + c

/** A side of a building between two outward corners that is shorter than what it ends: where a gable stands. */
function gableEnds(ring: readonly Point[]): LatticeRectangle[] {
  const count = ring.length
  const ends: LatticeRectangle[] = []
  const lengthOf = (index: number) => {
    const [x, y] = ring[index % count]!
    const [nextX, nextY] = ring[(index + 1) % count]!
    return Math.abs(nextX - x) + Math.abs(nextY - y)
  }
  const turnsLeft = (index: number) => {
    const [ax, ay] = ring[(index + count - 1) % count]!
    const [bx, by] = ring[index % count]!
    const [cx, cy] = ring[(index + 1) % count]!
    return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0
  }
  for (let index = 0; index < count; index++) {
    if (!turnsLeft(index) || !turnsLeft(index + 1)) continue
    const length = lengthOf(index)
    const beside = Math.min(lengthOf(index + count - 1), lengthOf(index + 1))
    const [x, y] = ring[index]!
    const [nextX, nextY] = ring[(index + 1) % count]!
    // Of a square, two sides that face each other.
    if (length < beside || (length === beside && y === nextY))
      ends.push([Math.min(x, nextX), Math.min(y, nextY), Math.max(x, nextX), Math.max(y, nextY)])
  }
  return ends
}

/** Rectangles inside the building that cannot be made larger. */
function largestRectangles(rectangles: readonly LatticeRectangle[], xs: number[], ys: number[]): LatticeRectangle[] {
  if (rectangles.length === 1) return [...rectangles]
  const columns = xs.length - 1
  const isBuilt = (column: number, row: number) =>
    rectangles.some(
      ([left, front, right, back]) =>
        left <= xs[column]! && right >= xs[column + 1]! && front <= ys[row]! && back >= ys[row + 1]!,
    )
  const built: boolean[] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column < columns; column++) built.push(isBuilt(column, row))
  const isFull = (left: number, front: number, right: number, back: number) => {
    if (left < 0 || front < 0 || right > columns || back > ys.length - 1) return false
    for (let row = front; row < back; row++)
      for (let column = left; column < right; column++) if (!built[row * columns + column]) return false
    return true
  }
  const found: LatticeRectangle[] = []
  for (let left = 0; left < columns; left++)
    for (let right = left + 1; right <= columns; right++)
      for (let front = 0; front < ys.length - 1; front++)
        for (let back = front + 1; back < ys.length; back++) {
          if (!isFull(left, front, right, back)) break
          const isLargest =
            !isFull(left - 1, front, right, back) &&
            !isFull(left, front - 1, right, back) &&
            !isFull(left, front, right + 1, back) &&
            !isFull(left, front, right, back + 1)
          if (isLargest) found.push([xs[left]!, ys[front]!, xs[right]!, ys[back]!])
        }
  return found
}

/** A rectangle's own hipped or gabled roof. */
function wingPieces(wing: LatticeRectangle, gables: readonly LatticeRectangle[]): {wing: LatticeRectangle; pieces: Piece[]} {
  const [left, front, right, back] = wing
  const sides: {side: LatticeRectangle; plane: Plane}[] = [
    {side: [left, front, left, back], plane: {a: 1, b: 0, c: -left}},
    {side: [right, front, right, back], plane: {a: -1, b: 0, c: right}},
    {side: [left, front, right, front], plane: {a: 0, b: 1, c: -front}},
    {side: [left, back, right, back], plane: {a: 0, b: -1, c: back}},
  ]
  const isGable = ([x0, y0, x1, y1]: LatticeRectangle) =>
    gables.some(([a0, b0, a1, b1]) => a0 <= x0 && b0 <= y0 && a1 >= x1 && b1 >= y1)
  const planes = sides.filter(({side}) => !isGable(side)).map(({plane}) => plane)
  const ring: Point[] = [
    [left, front],
    [right, front],
    [right, back],
    [left, back],
  ]
  const pieces = planes.map(plane => ({
    ring: planes.reduce((rest, other) => (other === plane ? rest : clipped(rest, difference(other, plane))), ring),
    plane,
  }))
  return {wing, pieces: pieces.filter(hasArea)}
}

const difference = (p: Plane, q: Plane): Plane => ({a: p.a - q.a, b: p.b - q.b, c: p.c - q.c})

/** Pieces as far as they lie in a convex cell. */
function within(pieces: readonly Piece[], cell: readonly Point[]): Piece[] {
  const [[left, front], , [right, back]] = cell as [Point, Point, Point, Point]
  const limits: Plane[] = [
    {a: 1, b: 0, c: -left},
    {a: -1, b: 0, c: right},
    {a: 0, b: 1, c: -front},
    {a: 0, b: -1, c: back},
  ]
  return pieces
    .map(({ring, plane}) => ({ring: limits.reduce(clipped, ring), plane}))
    .filter(hasArea)
}

/** The higher of two roofs over the same cell. */
function higher(one: readonly Piece[], other: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const p of one)
    for (const q of other) {
      const shared = sides(q.ring).reduce(clipped, p.ring)
      if (!hasArea({ring: shared})) continue
      const over = difference(p.plane, q.plane)
      if (over.a === 0 && over.b === 0 && over.c === 0) pieces.push({ring: shared, plane: p.plane})
      else
        pieces.push(
          {ring: clipped(shared, over), plane: p.plane},
          {ring: clipped(shared, difference(q.plane, p.plane)), plane: q.plane},
        )
    }
  return pieces.filter(hasArea)
}

/** Planes that are above zero inside a convex counter-clockwise ring, one a side. */
const sides = (ring: readonly Point[]): Plane[] =>
  ring.map(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return {a: y - nextY, b: nextX - x, c: x * nextY - y * nextX}
  })

/** The part of a convex ring where a plane is not below zero. Corners stay whole numbers: all lines are at 0, 45 or 90°. */
function clipped(ring: readonly Point[], plane: Plane): Point[] {
  const kept: Point[] = []
  ring.forEach((at, index) => {
    const next = ring[(index + 1) % ring.length]!
    const here = heightOn(plane, at)
    const there = heightOn(plane, next)
    if (here >= 0) kept.push(at)
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there)
      kept.push([
        Math.round(at[0] + (next[0] - at[0]) * share),
        Math.round(at[1] + (next[1] - at[1]) * share),
      ])
    }
  })
  return kept
}

function hasArea({ring}: {ring: readonly Point[]}): boolean {
  if (ring.length < 3) return false
  const [originX, originY] = ring[0]!
  let twice = 0
  for (let index = 2; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1]!
    const [bx, by] = ring[index]!
    twice += (ax - originX) * (by - originY) - (ay - originY) * (bx - originX)
  }
  return twice > 0
}

const steps = (values: number[]) => [...new Set(values)].sort((a, b) => a - b)
