import {groundMetres} from './ground-metres.ts'
import type {Orbit} from './orbit.ts'

/** A box in degrees: west, south, east, north. */
export type Box = [west: number, south: number, east: number, north: number]

/** The least box around places; null without places. */
export function boxAround(places: {lon: number; lat: number}[]): Box | null {
  const box: Box = [180, 90, -180, -90]
  for (const {lon, lat} of places) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box[0] > box[2] ? null : box
}

/**
 * A camera that sees a box whole on a canvas of that width to height. A neighbourhood is looked at from the side, so
 * that heights show; a whole city from above, as a map.
 */
export function orbitOver([west, south, east, north]: Box, heightMetres: number, aspect = 1): Orbit {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const across = groundMetres({lon: west, lat}, {lon: east, lat})
  const along = groundMetres({lon, lat: south}, {lon, lat: north})
  const size = Math.max(across, along, 100)
  const isNeighbourhood = size < 4000
  return {
    lon,
    lat,
    heightMetres,
    headingDegrees: isNeighbourhood ? 340 : 0,
    pitchDegrees: isNeighbourhood ? -38 : -70,
    rangeMetres: (size * (isNeighbourhood ? 0.8 : 1.35)) / Math.min(1, aspect),
  }
}
