import {nearestOnSegment} from './nearest-on-segment.ts'
import {segmentCrossing} from './segment-crossing.ts'
import type {Point} from './vector.ts'

/** Metres between the segments a–b and c–d; 0 where they cross. */
export function segmentDistance(a: Point, b: Point, c: Point, d: Point): number {
  if (segmentCrossing(a, b, c, d)) return 0
  return Math.min(
    nearestOnSegment(a, c, d).metres,
    nearestOnSegment(b, c, d).metres,
    nearestOnSegment(c, a, b).metres,
    nearestOnSegment(d, a, b).metres,
  )
}
