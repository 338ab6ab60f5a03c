import {ringPositions} from '../../tools/space/plan-frame.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {nearest} from './nearest.ts'
import type {WaterZone} from './place-utilities.ts'

const waterZonesFile = 'networks/water-zones.demo.geojson'

/**
 * Zones of water supply. A building belongs to the pump whose site is nearest; a zone is the convex hull of its
 * buildings, cut where it is nearer to another site, so that zones never overlap.
 */
export function writeWaterZones(ground: Ground, zones: WaterZone[], outbox: Outbox): void {
  const members = zones.map(() => [] as Building[])
  for (const building of ground.buildings) {
    const zone = nearest(zones, building.centre, ({site}) => site)
    members[zones.indexOf(zone)]!.push(building)
  }
  const file = outbox.geojson(waterZonesFile, 'water-zones')
  zones.forEach(({uid, site, pump}, index) => {
    const homes = members[index]!.filter(({dwellings}) => dwellings > 0)
    let ring = convexHull(homes.flatMap(({outline}) => outline))
    for (const other of zones) if (other.site !== site) ring = cutNearer(ring, site, other.site)
    file.feature(
      {
        uid,
        name: `Зона водопостачання ${index + 1}`,
        pumpUid: pump.uid,
        houses: homes.length,
        dwellings: homes.reduce((sum, {dwellings}) => sum + dwellings, 0),
        highestStorey: Math.max(0, ...homes.map(({storeys}) => storeys)),
      },
      {type: 'Polygon', coordinates: [ringPositions(ring)]},
    )
  })
  outbox.done(file)
}

/** Andrew’s monotone chain, counter-clockwise. */
export function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: Point[]) => {
    const chain: Point[] = []
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** The part of a convex ring that is nearer to `site` than to `other` (Sutherland & Hodgman). */
export function cutNearer(ring: Point[], site: Point, other: Point): Point[] {
  const [dx, dy] = [other[0] - site[0], other[1] - site[1]]
  const limit = (other[0] * other[0] + other[1] * other[1] - site[0] * site[0] - site[1] * site[1]) / 2
  const side = ([x, y]: Point) => x * dx + y * dy - limit
  return ring.flatMap((to, index) => {
    const from = ring[(index + ring.length - 1) % ring.length]!
    const [before, after] = [side(from), side(to)]
    const kept: Point[] = after <= 0 ? [to] : []
    if (before <= 0 === after <= 0) return kept
    const share = before / (before - after)
    return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as Point, ...kept]
  })
}
