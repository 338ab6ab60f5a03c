import type {Point} from './vector.ts'

/** Square metres in a ring (not closed); above 0 where it runs counter-clockwise. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++)
    twice += ring[before]![0] * ring[index]![1] - ring[index]![0] * ring[before]![1]
  return twice / 2
}
