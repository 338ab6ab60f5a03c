import type {Point} from './vector.ts'

/** Does a point lie in a ring (not closed, either way round)? By counting the sides east of it. */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let isIn = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [x1, y1] = ring[index]!
    const [x0, y0] = ring[before]!
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) isIn = !isIn
  }
  return isIn
}
