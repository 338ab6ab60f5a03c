import {hash} from '../../../../tools/numbers/hash.ts'
import {noise} from '../../../../tools/numbers/noise.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Face} from '../../graph/faces.ts'
import type {ZoneSeed} from '../../plan/zone-seeds.ts'
import {cellsInRing} from '../../terrain/cells-in-ring.ts'
import {coarse} from '../../terrain/coarse-field.ts'

/** Which zone seed rules at a place. */
export type ZoneMap = (point: Point) => ZoneSeed

const bendMetres = 110
const featureMetres = 520

/**
 * Every face of main lines belongs to the seeds inside it; a face without one, to the nearest. Where several share a
 * face, each place belongs to the nearest of them, along limits that wind.
 */
export function zoneMap(seed: number, faces: readonly Face[], zoneSeeds: readonly ZoneSeed[]): ZoneMap {
  const faceOf = new Uint16Array(coarse.cells * coarse.cells)
  const bySize = [...faces].sort((a, b) => b.area - a.area)
  const seedsOf = bySize.map(({ring}, index) => {
    cellsInRing(ring, coarse, cell => {
      faceOf[cell] = index + 1
    })
    const inside = zoneSeeds.filter(({at}) => isInside(at, ring))
    return inside.length > 0 ? inside : [nearest(zoneSeeds, ringCentroid(ring))]
  })
  // A seed in a face inside another one rules there alone.
  const owner = new Map(zoneSeeds.map(zoneSeed => [zoneSeed, faceOf[coarseCell(zoneSeed.at)]! - 1]))
  const ruling = seedsOf.map((list, index) => {
    const own = list.filter(zoneSeed => owner.get(zoneSeed) === index)
    return own.length > 0 ? own : list
  })
  const east = hash(seed, 'zones', 'east')
  const north = hash(seed, 'zones', 'north')
  return point => {
    const list = ruling[faceOf[coarseCell(point)]! - 1]
    if (!list) return nearest(zoneSeeds, point)
    if (list.length === 1) return list[0]!
    const [x, y] = point
    return nearest(list, [
      x + bendMetres * noise(east, x / featureMetres, y / featureMetres),
      y + bendMetres * noise(north, x / featureMetres, y / featureMetres),
    ])
  }
}

function nearest(zoneSeeds: readonly ZoneSeed[], point: Point): ZoneSeed {
  let best = zoneSeeds[0]!
  for (const zoneSeed of zoneSeeds)
    if (distance(zoneSeed.at, point) < distance(best.at, point)) best = zoneSeed
  return best
}

function coarseCell([x, y]: Point): number {
  const clamp = (metres: number) =>
    Math.min(coarse.cells - 1, Math.max(0, Math.floor(metres / coarse.cellMetres)))
  return clamp(y) * coarse.cells + clamp(x)
}
