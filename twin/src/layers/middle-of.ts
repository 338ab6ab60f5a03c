import {ringEdges} from '../ring-edges.ts'
import type {Shape} from './outlines.ts'

type Place = [lon: number, lat: number]

/**
 * Where a shape's name or dot goes: the centroid of its largest outer ring, the point halfway along its longest line, or
 * its first point. Null for an empty shape. Degrees are taken as flat, which a city is.
 */
export function middleOf({polygons, lines, points}: Shape): {lon: number; lat: number} | null {
  const rings = polygons.flatMap(([outer]) => (outer && outer.length > 2 ? [outer] : []))
  const largest = most(rings, ring => Math.abs(centroid(ring).area))
  if (largest) return centroid(largest)
  const longest = most(
    lines.filter(line => line.length > 1),
    line => lengthTo(line, line.length - 1),
  )
  const [lon, lat] = (longest && halfway(longest)) ?? points[0] ?? []
  return lon === undefined || lat === undefined ? null : {lon, lat}
}

/** The shoelace formula, about the ring's first corner so that small rings keep their digits. */
function centroid(ring: Place[]): {lon: number; lat: number; area: number} {
  const [x0, y0] = ring[0]!
  let [area, x, y] = [0, 0, 0]
  for (const [from, to] of ringEdges(ring)) {
    const [ax, ay, bx, by] = [from[0] - x0, from[1] - y0, to[0] - x0, to[1] - y0]
    const cross = ax * by - bx * ay
    area += cross / 2
    x += ((ax + bx) * cross) / 6
    y += ((ay + by) * cross) / 6
  }
  return area === 0 ? {lon: x0, lat: y0, area} : {lon: x0 + x / area, lat: y0 + y / area, area}
}

function halfway(line: Place[]): Place {
  const half = lengthTo(line, line.length - 1) / 2
  let corner = 1
  while (corner < line.length - 1 && lengthTo(line, corner) < half) corner++
  const [[ax, ay], [bx, by]] = [line[corner - 1]!, line[corner]!]
  const before = lengthTo(line, corner - 1)
  const share = Math.min(1, Math.max(0, (half - before) / (lengthTo(line, corner) - before || 1)))
  return [ax + (bx - ax) * share, ay + (by - ay) * share]
}

function lengthTo(line: Place[], corner: number): number {
  let sum = 0
  for (let i = 1; i <= corner; i++)
    sum += Math.hypot(line[i]![0] - line[i - 1]![0], line[i]![1] - line[i - 1]![1])
  return sum
}

const most = <T>(all: T[], of: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>((best, one) => (best === undefined || of(one) > of(best) ? one : best), undefined)
