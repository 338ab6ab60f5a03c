import {nearestOnSegment} from './nearest-on-segment.ts'
import {distance, type Point} from './vector.ts'

/** How far along a line the place nearest to a point is. */
export function metresAlong(line: readonly Point[], point: Point): number {
  let best = Infinity
  let at = 0
  let passed = 0
  for (let index = 0; index + 1 < line.length; index++) {
    const length = distance(line[index]!, line[index + 1]!)
    const {metres, share} = nearestOnSegment(point, line[index]!, line[index + 1]!)
    if (metres < best) {
      best = metres
      at = passed + share * length
    }
    passed += length
  }
  return at
}
