import {Draw} from '../../numbers/draw.ts'
import {ringCentroid} from '../../space/ring-centroid.ts'
import {distance, heading, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {findRoom} from '../build/find-room.ts'
import {propertyRing} from '../build/property-ring.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import type {Layout, Site} from '../layout.ts'

/** Where a plan wants something; null where it does not. */
export function siteOf({sites}: Layout, kind: Site['kind']): Point | null {
  const site = sites.find(one => one.kind === kind)
  return site ? ringCentroid(site.ring) : null
}

/** The railway station, beside its tracks, the front turned away from them and to a square of its own. */
export function buildRailwayStation(town: Town, all: readonly Block[]): boolean {
  const {layout, site} = town
  const wanted = siteOf(layout, 'railway-station') ?? layout.landmarks.centre(1880, 1270)
  const centre = layout.landmarks.centre(900, 650)
  const rails = layout.edges
    .filter(edge => edge.class === 'rail')
    .map(edge => ({from: layout.nodes[edge.from]!, to: layout.nodes[edge.to]!}))
    .filter(({from, to}) => distance(from, to) > 8 && distance(from, wanted) < 700)
    .toSorted((a, b) => distance(a.from, wanted) - distance(b.from, wanted))
  for (const {from, to} of rails) {
    const ways = [heading(from, to), heading(to, from)]
    // The side of the centre first.
    const inward = (along: Point) => distance(step(from, along, 0, 100), centre)
    ways.sort((a, b) => inward(a) - inward(b))
    for (const along of ways)
      for (let aside = 13; aside < 70; aside += 3) {
        const at = frame(step(from, along, -48, aside), along)
        const shape = union(at, [
          [0, 0, 96, 14],
          [34, 14, 62, 22],
        ])
        const block = nearest(all, from)
        if (!block) return false
        const plan = {storeys: 2, roof: 'hipped', year: 1873, role: 'railway-station', clearance: {road: 1}} as const
        if (!town.build('station', shape, block, plan)) continue
        const square = rectangle(at, [20, 24, 76, 60])
        if (site.isFree([square], {})) town.yard('square', square)
        return true
      }
  }
  return false
}

/** The bus station: a hall and its stands, on its site or at a main road on the inland side of the centre. */
export function buildBusStation(town: Town, all: readonly Block[], used: Set<Block>): boolean {
  const wanted = siteOf(town.layout, 'bus-station') ?? town.layout.landmarks.centre(500, 1750)
  const draw = new Draw(town.layout.seed, 'bus-station')
  const able = all
    .filter(block => !used.has(block) && block.quarter.zone !== 'park' && block.quarter.zone !== 'industry')
    .toSorted((a, b) => distance(a.centroid, wanted) - distance(b.centroid, wanted))
  for (const block of able.slice(0, 30)) {
    const room = findRoom(town, block, block.centroid, block.quarter.along, [84, 62], {road: 1}, draw)
    if (!room) continue
    town.build('station', union(room.at, [[16, 4, 66, 20]]), block, {storeys: 2, year: 1976, role: 'bus-station'})
    town.yard('parking', rectangle(room.at, [4, 24, 80, 58]))
    town.site.take(room.plot)
    town.parcel(propertyRing(block), block)
    if (block.quarter.zone === 'centre') used.add(block)
    return true
  }
  return false
}

export function nearest(all: readonly Block[], at: Point): Block | undefined {
  let best: Block | undefined
  for (const block of all)
    if (!best || distance(block.centroid, at) < distance(best.centroid, at)) best = block
  return best
}
