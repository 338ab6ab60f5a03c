import type {Point} from './vector.ts'

/** The centre of gravity of a ring (not closed); its first corner where it has no area. May lie outside it. */
export function ringCentroid(ring: readonly Point[]): Point {
  // Sums are taken from the first corner, where numbers are small.
  const [originX, originY] = ring[0]!
  let twice = 0
  let x = 0
  let y = 0
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const x0 = ring[before]![0] - originX
    const y0 = ring[before]![1] - originY
    const x1 = ring[index]![0] - originX
    const y1 = ring[index]![1] - originY
    const part = x0 * y1 - x1 * y0
    twice += part
    x += part * (x0 + x1)
    y += part * (y0 + y1)
  }
  return twice === 0 ? [originX, originY] : [originX + x / (3 * twice), originY + y / (3 * twice)]
}
