import {groundMetres} from './ground-metres.ts'
import type {Orbit} from './orbit.ts'
import type {Box} from './orbit-over.ts'

type GroundAt = (lon: number, lat: number) => number

/**
 * A camera that shows a city at its best on a canvas of that width to height: most of its houses, looked at from the
 * side, across the water to the land behind it; where there is no water, to the north.
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
  const around = (least: number, most: number) =>
    [least - (most - least) * 0.25, most + (most - least) * 0.25] as const
  const [[left, right], [low, high]] = [around(west, east), around(south, north)]
  const heading = fromTheWaterDegrees([left, low, right, high], groundAt) ?? 0
  return {
    lon,
    lat,
    heightMetres: groundAt(lon, lat),
    headingDegrees: (heading - 12 + 360) % 360,
    pitchDegrees: -22,
    // The engine's angle of view lies along the longer side.
    rangeMetres: Math.max(across, along) * 0.8 * Math.max(1, 0.72 / aspect),
  }
}

/** Values below which a tenth, a half and nine tenths lie. */
function shares(values: number[]): [number, number, number] {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  return [at(0.1), at(0.5), at(0.9)]
}

/**
 * Direction from a city's water to its middle, clockwise from north: the sea or a lake is the height that most of the
 * ground around has to the decimetre. Null where less than a twentieth is level, or where it lies all around.
 */
function fromTheWaterDegrees([west, south, east, north]: Box, groundAt: GroundAt): number | null {
  const steps = Array.from({length: 41}, (_, step) => step / 20 - 1)
  const byHeight = Map.groupBy(
    steps.flatMap(x => steps.map(y => ({x, y}))),
    ({x, y}) =>
      Math.round(
        groundAt(west + ((x + 1) / 2) * (east - west), south + ((y + 1) / 2) * (north - south)) * 10,
      ),
  )
  const [level = []] = [...byHeight.values()].sort((a, b) => b.length - a.length)
  const share = level.length / steps.length ** 2
  const [x, y] = [mean(level.map(one => one.x)), mean(level.map(one => one.y))]
  if (share < 0.05 || share > 0.95 || x * x + y * y < 0.02) return null
  return (Math.atan2(-x, -y) * 180) / Math.PI
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
