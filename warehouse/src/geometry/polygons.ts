/** A corner in degrees; a height behind it is ignored. */
export type LonLat = [lonDegrees: number, latDegrees: number, ...rest: number[]]

/** Rings of one polygon in degrees: outline first, then holes. */
export type Rings = LonLat[][]

/**
 * The polygons of a GeoJSON Polygon or MultiPolygon, given as text. Null for any other geometry, for what is not JSON
 * and for no text at all: a publisher's fault is a missing value, not an exception.
 */
export function polygons(geojson: string | null): Rings[] | null {
  if (!geojson) return null
  let geometry: {type?: string; coordinates?: unknown} | null
  try {
    geometry = JSON.parse(geojson)
  } catch {
    return null
  }
  if (geometry?.type === 'Polygon') return [geometry.coordinates as Rings]
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates as Rings[]
  return null
}
