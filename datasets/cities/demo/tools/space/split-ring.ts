import {isInside} from './is-inside.ts'
import {segmentCrossing} from './segment-crossing.ts'
import {between, distance, dot, leftOf, type Point, step} from './vector.ts'

/** A place on a ring: on the side that begins at this corner, at this share of its length. */
export type OnRing = {side: number; share: number; at: Point}

/**
 * The longest stretch of an endless straight line that lies in a ring, as the places where it meets the ring's sides;
 * undefined where the line misses it.
 */
export function chordOf(
  ring: readonly Point[],
  through: Point,
  direction: Point,
): [OnRing, OnRing] | undefined {
  const across = leftOf(direction)
  const meets: (OnRing & {ahead: number})[] = []
  ring.forEach((corner, side) => {
    const next = ring[(side + 1) % ring.length]!
    const from = dot([corner[0] - through[0], corner[1] - through[1]], across)
    const to = dot([next[0] - through[0], next[1] - through[1]], across)
    if (from > 0 === to > 0) return
    const share = from / (from - to)
    const at = between(corner, next, share)
    meets.push({side, share, at, ahead: dot([at[0] - through[0], at[1] - through[1]], direction)})
  })
  meets.sort((a, b) => a.ahead - b.ahead)
  let best: [OnRing, OnRing] | undefined
  let longest = 0
  for (let index = 0; index + 1 < meets.length; index++) {
    const from = meets[index]!
    const to = meets[index + 1]!
    if (to.ahead - from.ahead <= longest) continue
    if (!isInside(step(through, direction, (from.ahead + to.ahead) / 2), ring)) continue
    longest = to.ahead - from.ahead
    best = [from, to]
  }
  return best
}

/** Does a line between two places on a ring stay inside it on its whole way? */
export function staysInside(
  line: readonly Point[],
  ring: readonly Point[],
  from: OnRing,
  to: OnRing,
): boolean {
  for (let index = 0; index + 1 < line.length; index++) {
    const a = line[index]!
    const b = line[index + 1]!
    if (!isInside(between(a, b, 0.5), ring)) return false
    for (let side = 0; side < ring.length; side++) {
      const crossing = segmentCrossing(a, b, ring[side]!, ring[(side + 1) % ring.length]!)
      if (!crossing) continue
      const at = between(a, b, crossing[0])
      if (distance(at, from.at) > 0.01 && distance(at, to.at) > 0.01) return false
    }
  }
  return true
}
