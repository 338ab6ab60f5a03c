import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {Block} from './blocks.ts'
import type {Site} from './site.ts'

const lattice = 15

/** The place in a block that is farthest from its border, among those of a lattice on firm ground; and how far. */
export function deepestPlace(site: Site, {ring, centroid}: Block): {at: Point; metres: number} {
  const [west, south, east, north] = boxOf(ring)
  let best: Point = centroid
  let depth = 0
  for (let row = 0; row < lattice; row++)
    for (let column = 0; column < lattice; column++) {
      const place: Point = [
        west + ((east - west) * (column + 0.5)) / lattice,
        south + ((north - south) * (row + 0.5)) / lattice,
      ]
      if (!isInside(place, ring) || !site.isFirmAt(place[0], place[1], 0)) continue
      let nearest = Infinity
      for (let index = 0, before = ring.length - 1; index < ring.length && nearest > depth; before = index++)
        nearest = Math.min(nearest, nearestOnSegment(place, ring[before]!, ring[index]!).metres)
      if (nearest > depth) {
        depth = nearest
        best = place
      }
    }
  return {at: best, metres: depth}
}
