import {type LonLat, utmToWgs84} from './utm.ts'
import type {Point} from './vector.ts'

/** The plan is a square of this side, in metres. */
export const planMetres = 8000

/** UTM zone of the plan; it lies in the open Black Sea, where no city can be. */
const utmZone = 36
export const epsg = 32636

/** Baltic 1977 height, in which Ukraine's maps give heights: the city's datum. */
export const verticalEpsg = 5705

/** UTM coordinates of the plan's south-west corner. The plan's axes are the grid's. */
export const originEast = 364_900
export const originNorth = 5_081_600

/** Easting and northing in UTM zone 36 N, metres. */
const toUtm = ([x, y]: Point): Point => [x + originEast, y + originNorth]

/** Degrees of longitude and latitude, WGS 84. */
export const toLonLat = (point: Point): LonLat => utmToWgs84(toUtm(point), utmZone)

/** Seven decimals: a centimetre. */
export const degrees = (value: number): number => Math.round(value * 1e7) / 1e7

/** A GeoJSON position: degrees to seven decimals. */
export function position(point: Point): [number, number] {
  const [lon, lat] = toLonLat(point)
  return [degrees(lon), degrees(lat)]
}

/** A closed GeoJSON ring of a ring that is not closed. */
export function ringPositions(ring: readonly Point[]): [number, number][] {
  const positions = ring.map(position)
  return [...positions, positions[0]!]
}
