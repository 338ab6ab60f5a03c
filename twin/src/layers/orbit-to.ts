import type {Orbit} from './orbit.ts'
import {boxAround, orbitOver} from './orbit-over.ts'
import type {Outline} from './outlines.ts'

/**
 * A camera that comes close to what was opened: to an area so that it is seen whole, to a building or a point so that
 * its surroundings are seen too, from the side one was looking from.
 */
export function orbitTo(
  item: {lon: number; lat: number},
  outline: Outline | undefined,
  from: Orbit,
  aspect: number,
): Orbit {
  const box = outline && boxAround(outline.polygons.flat(2).map(([lon, lat]) => ({lon, lat})))
  if (box) return orbitOver(box, from.heightMetres, aspect)
  const {lon, lat} = item
  return {...from, lon, lat, pitchDegrees: Math.max(-60, Math.min(-30, from.pitchDegrees)), rangeMetres: 320}
}
