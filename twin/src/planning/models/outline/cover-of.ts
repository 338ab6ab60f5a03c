import {Buckets} from './buckets.ts'

/** Whether a place is under one of the triangles. */
export function coverOf(flat: Float64Array): (x: number, y: number) => boolean {
  const buckets = new Buckets(flat, 6)
  return (x, y) =>
    buckets.some(x, y, x, y, t => {
      for (let i = 0; i < 6; i += 2) {
        const [ax, ay] = [flat[t + i]!, flat[t + i + 1]!]
        const [bx, by] = [flat[t + ((i + 2) % 6)]!, flat[t + ((i + 3) % 6)]!]
        if ((bx - ax) * (y - ay) - (x - ax) * (by - ay) < 0) return false
      }
      return true
    })
}
