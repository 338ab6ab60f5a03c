import type {Box, Point} from './vector.ts'

/** The smallest box around points, widened by a margin. */
export function boxOf(points: readonly Point[], margin = 0): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west - margin, south - margin, east + margin, north + margin]
}
