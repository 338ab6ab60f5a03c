import type {Box} from './city-area.ts'

type Geometry = {coordinates?: unknown; geometries?: Geometry[]} | null

/** Does every corner of a GeoJSON geometry (text) lie in the box? What is no geometry lies nowhere. */
export function isShapeInBox(text: string, [west, south, east, north]: Box): boolean {
  const lies = (place: unknown): boolean => {
    if (!Array.isArray(place)) return false
    const [lon, lat] = place
    return typeof lon === 'number' && typeof lat === 'number'
      ? lon >= west && lon <= east && lat >= south && lat <= north
      : place.every(lies)
  }
  const isInside = (geometry: Geometry): boolean =>
    geometry?.geometries ? geometry.geometries.every(isInside) : lies(geometry?.coordinates)
  return isInside(JSON.parse(text) as Geometry)
}
