import type {Point} from './vector.ts'

/** How far a point is from the segment a–b, and at which share of the way along it the nearest place lies. */
export function nearestOnSegment(point: Point, a: Point, b: Point): {metres: number; share: number} {
  const x = b[0] - a[0]
  const y = b[1] - a[1]
  const square = x * x + y * y
  const px = point[0] - a[0]
  const py = point[1] - a[1]
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, (px * x + py * y) / square))
  const dx = px - share * x
  const dy = py - share * y
  return {metres: Math.sqrt(dx * dx + dy * dy), share}
}
