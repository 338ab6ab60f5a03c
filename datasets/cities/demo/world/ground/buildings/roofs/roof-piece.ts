import type {Point} from '../../../../tools/space/vector.ts'

/** A plane whose height over a lattice point is a·x + b·y + c units of run. */
export type Plane = {a: number; b: number; c: number}

/** A convex piece of a roof in one plane, counter-clockwise. */
export type Piece = {ring: Point[]; plane: Plane}

/** The height of a plane, in units of run. */
export const heightOn = ({a, b, c}: Plane, [x, y]: Point): number => a * x + b * y + c

/** Above zero where the first plane is the higher. */
export const difference = (p: Plane, q: Plane): Plane => ({a: p.a - q.a, b: p.b - q.b, c: p.c - q.c})

/** The higher of two roofs over the same cell. */
export function higher(one: readonly Piece[], other: readonly Piece[]): Piece[] {
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
export function clipped(ring: readonly Point[], plane: Plane): Point[] {
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

export function hasArea({ring}: {ring: readonly Point[]}): boolean {
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
