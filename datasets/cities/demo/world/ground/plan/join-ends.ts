import {nearestOnSegment} from '../../../tools/space/nearest-on-segment.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import {between, distance, type Point} from '../../../tools/space/vector.ts'
import type {MainLine} from './main-lines.ts'

/**
 * The lines with each end brought to the line that it is meant to meet: cut off where it goes beyond it by less than
 * the reach, led on where it stops short of it by less than the reach.
 */
export function joinEnds(lines: readonly MainLine[], reachMetres: number): MainLine[] {
  return lines.map((line, index) => {
    const others = lines.filter((_, other) => other !== index)
    const join = (points: Point[]) => joinedEnd(points, others, reachMetres)
    return {class: line.class, points: join(join(line.points).reverse()).reverse()}
  })
}

function joinedEnd(points: readonly Point[], others: readonly MainLine[], reach: number): Point[] {
  const end = points[points.length - 1]!
  if (end[0] < 0 || end[1] < 0 || end[0] > planMetres || end[1] > planMetres) return [...points]
  let best: Point | undefined
  let shortest = reach
  for (const other of others)
    for (let side = 0; side + 1 < other.points.length; side++) {
      const [a, b] = [other.points[side]!, other.points[side + 1]!]
      const {metres, share} = nearestOnSegment(end, a, b)
      if (metres >= shortest) continue
      shortest = metres
      best = between(a, b, share)
    }
  if (!best || shortest < 0.5) return [...points]
  return overshoot(points, others, reach) ?? [...points, best]
}

/** The line cut where it crosses another one shortly before its end; undefined where it does not. */
function overshoot(
  points: readonly Point[],
  others: readonly MainLine[],
  reach: number,
): Point[] | undefined {
  let beyond = 0
  for (let index = points.length - 1; index > 0 && beyond < reach; index--) {
    const [a, b] = [points[index - 1]!, points[index]!]
    const shares = others.flatMap(other =>
      other.points
        .slice(1)
        .flatMap((end, side) => segmentCrossing(a, b, other.points[side]!, end)?.[0] ?? []),
    )
    if (shares.length > 0) {
      const at = between(a, b, Math.max(...shares))
      const metres = beyond + distance(at, b)
      return metres < reach ? [...points.slice(0, index), at] : undefined
    }
    beyond += distance(a, b)
  }
  return undefined
}
