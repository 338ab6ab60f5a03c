import type {Geoid} from '@hromada/datasets'
import {geoidHeight} from '../crs/geoid-height.ts'
import {citySurfaces} from './city-surfaces.ts'
import {convexHull} from './convex-hull.ts'
import {moments} from './moments.ts'
import {newellNormal} from './newell-normal.ts'
import type {LonLat, Rings} from './polygons.ts'
import {ringEdges} from './ring-edges.ts'
import type {Place, Surface} from './surface.ts'

/** A building or another city object, in WGS 84 and metres. */
export type CityObject = {
  surfaces: Surface[]
  /** Ground faces seen from above, outlines counter-clockwise, closed. Parts that overlap in the source overlap here. */
  footprint: {type: 'MultiPolygon'; coordinates: Rings[]}
  /** Lowest point, in the publisher's vertical datum. */
  groundMetres: number
  /** Highest point above the lowest. */
  heightMetres: number
  lon: number
  lat: number
  areaSquareMetres: number
}

/**
 * A CityJSONFeature (text: one top-level object, its parts, its own vertices) with the header of its file (text:
 * transform and reference system), as surfaces, footprint and measures. The footprint is made of the ground surfaces;
 * where there are none, of the level faces at the bottom; where there are none of those, of the convex hull.
 * Null where the object has no geometry. Throws where a text is not CityJSON or its coordinate system is not known.
 */
export function cityObject(
  featureText: string,
  headerText: string,
  geoid: Geoid['metres'],
): CityObject | null {
  const surfaces = citySurfaces(featureText, headerText, geoid)
  const places = surfaces.flatMap(({rings}) => rings.flat())
  const [first] = places
  if (!first) return null

  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [, , height] of places) {
    lowest = Math.min(lowest, height)
    highest = Math.max(highest, height)
  }

  const ground = surfaces.filter(({type}) => type === 'GroundSurface')
  const bottom = surfaces.filter(
    ({rings: [outline]}) =>
      Math.abs(newellNormal(outline)[2]) > 0.9 && outline.every(([, , height]) => height < lowest + 1),
  )
  const coordinates = [ground, bottom].map(outlines).find(found => found.length > 0) ?? [
    [closed(convexHull(places))],
  ]

  const {lon, lat, areaSquareMetres} = moments(coordinates) ?? {
    lon: first[0],
    lat: first[1],
    areaSquareMetres: 0,
  }
  return {
    surfaces,
    footprint: {type: 'MultiPolygon', coordinates},
    groundMetres: round(lowest - geoidHeight(geoid, lon, lat), 4),
    heightMetres: round(highest - lowest, 4),
    lon,
    lat,
    areaSquareMetres,
  }
}

/** Faces seen from above, without those that stand on edge. */
function outlines(surfaces: Surface[]): Rings[] {
  return surfaces
    .map(({rings}) => rings.map((ring, index) => closed(wound(ring, index === 0))))
    .filter(rings => (moments([rings])?.areaSquareMetres ?? 0) > 0.01)
}

/** GeoJSON wants outlines counter-clockwise and holes clockwise, seen from above. */
function wound(ring: Place[], counterClockwise: boolean): Place[] {
  let twiceArea = 0
  const [originX, originY] = ring[0] ?? [0, 0]
  for (const [from, to] of ringEdges(ring))
    twiceArea += (from[0] - originX) * (to[1] - originY) - (to[0] - originX) * (from[1] - originY)
  return twiceArea > 0 === counterClockwise ? ring : [...ring].reverse()
}

/** Eight decimals of a degree are about a millimetre. */
const closed = (ring: LonLat[]): LonLat[] =>
  [...ring, ...ring.slice(0, 1)].map(([lon, lat]) => [round(lon, 8), round(lat, 8)])

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits
