import {distance, heading, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {nearestBlock} from '../build/nearest-block.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import {siteOf} from './site-of.ts'

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
        const block = nearestBlock(all, from)
        if (!block) return false
        const plan = {
          storeys: 2,
          roof: 'hipped',
          year: 1873,
          role: 'railway-station',
          clearance: {road: 1},
        } as const
        if (!town.build('station', shape, block, plan)) continue
        const square = rectangle(at, [20, 24, 76, 60])
        if (site.isFree([square], {})) town.yard('square', square)
        return true
      }
  }
  return false
}
