import {ringEdges} from './ring-edges.ts'
import type {Place} from './surface.ts'

/**
 * Unit normal (east, north, up) of a ring by Newell's method, which needs neither convexity nor exact flatness.
 * Counter-clockwise seen from outside points outwards. A ring without area gives 0, 0, 0.
 */
export function newellNormal(ring: Place[]): [east: number, north: number, up: number] {
  // Over one face, degrees become metres well enough by two constants; only the direction is wanted.
  const [lon0, lat0, height0] = ring[0] ?? [0, 0, 0]
  const metresPerDegreeLat = 111_320
  const metresPerDegreeLon = metresPerDegreeLat * Math.cos((lat0 * Math.PI) / 180)
  const local = ring.map(
    ([lon, lat, height]): Place => [
      (lon - lon0) * metresPerDegreeLon,
      (lat - lat0) * metresPerDegreeLat,
      height - height0,
    ],
  )
  let [east, north, up] = [0, 0, 0]
  for (const [from, to] of ringEdges(local)) {
    east += (from[1] - to[1]) * (from[2] + to[2])
    north += (from[2] - to[2]) * (from[0] + to[0])
    up += (from[0] - to[0]) * (from[1] + to[1])
  }
  const length = Math.hypot(east, north, up)
  return length < 1e-9 ? [0, 0, 0] : [east / length, north / length, up / length]
}
