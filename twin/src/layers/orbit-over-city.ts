import {groundMetres} from './ground-metres.ts'
import type {Orbit} from './orbit.ts'

type GroundAt = (lon: number, lat: number) => number

/**
 * A camera that shows a city at its best on a canvas of that width to height: most of its houses, looked at from the
 * side and uphill, so that the water lies in front and the hills behind; where the ground is flat, to the north.
 * Null where there are too few places to tell.
 */
export function orbitOverCity(
  places: {lon: number; lat: number}[],
  groundAt: GroundAt,
  aspect: number,
): Orbit | null {
  if (places.length < 200) return null
  const [west, lon, east] = shares(places.map(place => place.lon))
  const [south, lat, north] = shares(places.map(place => place.lat))
  const across = groundMetres({lon: west, lat}, {lon: east, lat})
  const along = groundMetres({lon, lat: south}, {lon, lat: north})
  if (Math.max(across, along) < 2500) return null
  const uphill = uphillDegrees(west, south, east, north, groundAt)
  return {
    lon,
    lat,
    heightMetres: groundAt(lon, lat),
    headingDegrees: ((uphill ?? 0) - 14 + 360) % 360,
    pitchDegrees: -23,
    // The engine's angle of view lies along the longer side.
    rangeMetres: Math.max(across, along) * 0.72 * Math.max(1, 0.72 / aspect),
  }
}

/** Values below which a tenth, a half and nine tenths lie. */
function shares(values: number[]): [number, number, number] {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  return [at(0.1), at(0.5), at(0.9)]
}

/** Direction in which the ground rises on the whole, clockwise from north; null where it does not. */
function uphillDegrees(
  west: number,
  south: number,
  east: number,
  north: number,
  groundAt: GroundAt,
): number | null {
  const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
  let [toEast, toNorth] = [0, 0]
  for (const x of steps)
    for (const y of steps) {
      const height = groundAt(west + ((x + 1) / 2) * (east - west), south + ((y + 1) / 2) * (north - south))
      toEast += x * height
      toNorth += y * height
    }
  // Less than five metres from one side to the other is flat.
  if (Math.sqrt(toEast ** 2 + toNorth ** 2) / (81 * 0.42) < 2.5) return null
  return (Math.atan2(toEast, toNorth) * 180) / Math.PI
}
