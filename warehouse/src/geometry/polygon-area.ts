import {moments} from './moments.ts'
import {polygons} from './polygons.ts'

/**
 * Area in square metres of a GeoJSON Polygon or MultiPolygon (text, WGS 84), on the ellipsoid: measured in Lambert's
 * cylindrical equal-area projection, so it is true at any size. Null for other geometries.
 */
export function polygonArea(geojson: string | null): number | null {
  const parts = polygons(geojson)
  return (parts && moments(parts)?.areaSquareMetres) ?? null
}
