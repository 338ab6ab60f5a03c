import {ringEdges} from '../ring-edges.ts'
import type {Metres} from './site-frame.ts'

/** Polygons in metres, each its outline and then its holes; rings may repeat their first corner at their end. */
export type Polygons = Metres[][][]

/** Area in square metres; holes count against it, whichever way rings turn. */
export function areaOf(polygons: Polygons): number {
  return polygons.reduce(
    (sum, rings) =>
      sum + rings.reduce((of, ring, index) => of + (index === 0 ? 1 : -1) * Math.abs(turning(ring)), 0),
    0,
  )
}

/** Area of a ring by the shoelace formula, positive where it turns to the left. */
export function turning(ring: Metres[]): number {
  let twice = 0
  for (const [[ax, ay], [bx, by]] of ringEdges(ring)) twice += ax * by - bx * ay
  return twice / 2
}

/** Whether a point lies within one of the polygons and in none of its holes. */
export function isInside(polygons: Polygons, east: number, north: number): boolean {
  return polygons.some(rings => {
    let crossings = 0
    for (const ring of rings)
      for (const [[ax, ay], [bx, by]] of ringEdges(ring))
        if (ay > north !== by > north && east < ax + ((north - ay) / (by - ay)) * (bx - ax)) crossings++
    return crossings % 2 === 1
  })
}

/** The mean of the outlines' corners; near enough to the middle to say where a thing is. */
export function middleOf(polygons: Polygons): Metres {
  // The corner that closes a ring counts once.
  const corners = polygons.flatMap(([outline = []]) =>
    outline.filter((corner, i) => i === 0 || corner[0] !== outline[0]![0] || corner[1] !== outline[0]![1]),
  )
  const sum = corners.reduce<Metres>(([e, n], [east, north]) => [e + east, n + north], [0, 0])
  return [sum[0] / Math.max(1, corners.length), sum[1] / Math.max(1, corners.length)]
}

/** The shortest way between two borders, and whether one lies within the other or they cross. */
export type Gap = {metres: number; from: Metres; to: Metres}

/** The shortest line between the borders of two sets of polygons; of length 0 where they cross or touch. */
export function gapBetween(a: Polygons, b: Polygons): Gap {
  let best: Gap = {metres: Number.POSITIVE_INFINITY, from: [0, 0], to: [0, 0]}
  for (const first of edgesOf(a))
    for (const second of edgesOf(b)) {
      const gap = edgeGap(first, second)
      if (gap.metres < best.metres) best = gap
    }
  return best
}

type Edge = [from: Metres, to: Metres]

/** All edges of all rings but those of no length. */
export function edgesOf(polygons: Polygons): Edge[] {
  return polygons.flatMap(rings =>
    rings.flatMap(ring => [...ringEdges(ring)].filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])),
  )
}

function edgeGap(first: Edge, second: Edge): Gap {
  const crossing = crossingOf(first, second)
  if (crossing) return {metres: 0, from: crossing, to: crossing}
  // Two edges that do not cross are nearest at a corner of one of them.
  const candidates: Gap[] = []
  for (const corner of first) {
    const to = nearestOn(second, corner)
    candidates.push({metres: Math.hypot(to[0] - corner[0], to[1] - corner[1]), from: corner, to})
  }
  for (const corner of second) {
    const from = nearestOn(first, corner)
    candidates.push({metres: Math.hypot(from[0] - corner[0], from[1] - corner[1]), from, to: corner})
  }
  return candidates.reduce((best, gap) => (gap.metres < best.metres ? gap : best))
}

function nearestOn([[ax, ay], [bx, by]]: Edge, [px, py]: Metres): Metres {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
  return [ax + along * dx, ay + along * dy]
}

function crossingOf([[ax, ay], [bx, by]]: Edge, [[cx, cy], [dx, dy]]: Edge): Metres | null {
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (cross === 0) return null
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [ax + t * (bx - ax), ay + t * (by - ay)] : null
}
