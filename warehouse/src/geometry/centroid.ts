import {moments} from './moments.ts'
import {polygons} from './polygons.ts'

/**
 * Centre of gravity, in degrees of WGS 84, of a GeoJSON Polygon or MultiPolygon (text). It may lie outside a bent shape.
 * Null for other geometries.
 */
export function centroid(geojson: string | null): [lonDegrees: number, latDegrees: number] | null {
  const parts = polygons(geojson)
  const found = parts && moments(parts)
  return found ? [found.lon, found.lat] : null
}
