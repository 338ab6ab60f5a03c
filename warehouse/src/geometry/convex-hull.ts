import type {LonLat} from './polygons.ts'

/** Corners of the convex hull, counter-clockwise, by Andrew's monotone chain. Fewer than three points come back as they are. */
export function convexHull(points: LonLat[]): LonLat[] {
  const sorted = points.map(([x, y]): LonLat => [x, y]).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted
  const chain = (from: LonLat[]) => {
    const kept: LonLat[] = []
    for (const point of from) {
      while (kept.length > 1 && turn(kept[kept.length - 2]!, kept[kept.length - 1]!, point) <= 0) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return [...chain(sorted), ...chain(sorted.reverse())]
}

/** Positive where a, b, c turn left. */
const turn = (a: LonLat, b: LonLat, c: LonLat) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
