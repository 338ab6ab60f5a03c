import {Draw} from '../../numbers/draw.ts'
import {distance, heading, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'

/** The railway station beside the tracks nearest to where the old centre's upper boulevard points. */
export function buildRailwayStation(town: Town, all: readonly Block[]): boolean {
  const {layout} = town
  const wanted = layout.landmarks.centre(1880, 1270)
  const rails = layout.edges
    .filter(edge => edge.class === 'rail')
    .map(edge => ({from: layout.nodes[edge.from]!, to: layout.nodes[edge.to]!}))
    .filter(({from, to}) => distance(from, to) > 8)
    .map(rail => ({...rail, metres: distance(rail.from, wanted)}))
    .filter(({metres}) => metres < 1500)
    .toSorted((a, b) => a.metres - b.metres)
  for (const {from, to} of rails) {
    const along = heading(from, to)
    // On either side, as near as the tracks allow, the front turned away from them.
    for (let aside = 13; aside < 62; aside += 4)
      for (const [forward, start] of [[along, step(from, along, -48, aside)], [[-along[0], -along[1]] as Point, step(from, along, 48, -aside)]] as const) {
        const at = frame(start, forward)
        const shape = union(at, [[0, 0, 96, 14], [34, -0 + 14, 62, 22]])
        const block = nearest(all, start)
        if (!block) continue
        if (town.build('station', shape, block, {storeys: 2, roof: 'hipped', year: 1873, role: 'railway-station', clearance: {road: 1}})) {
          const square = rectangle(at, [20, 24, 76, 60])
          if (town.site.isFree([square], {})) town.yard('square', square)
          return true
        }
      }
  }
  return false
}

/** The bus station: a hall and its stands at a main road on the inland side of the centre. */
export function buildBusStation(town: Town, all: readonly Block[], used: ReadonlySet<Block>): boolean {
  const wanted = town.layout.landmarks.centre(500, 1750)
  const draw = new Draw(town.layout.seed, 'bus-station')
  const able = all
    .filter(block => !used.has(block) && ['old', 'garden', 'stalinist', 'khrushchev', 'market'].includes(block.quarter.zone))
    .filter(({edges}) => edges.some(({class: road}) => road === 'main' || road === 'avenue'))
    .toSorted((a, b) => distance(a.centroid, wanted) - distance(b.centroid, wanted))
  for (const block of able.slice(0, 40))
    for (let index = 0; index < block.ring.length; index++) {
      const {class: road} = block.edges[index]!
      if (road !== 'main' && road !== 'avenue') continue
      const from = block.ring[index]!
      const along = heading(from, block.ring[(index + 1) % block.ring.length]!)
      const at = frame(step(from, along, 6, (road === 'avenue' ? 19 : 14) + 1), along)
      const plot = rectangle(at, [0, 0, 84, 62])
      if (!town.site.isFree([plot], {})) continue
      const shape = union(at, [[16, 4, 66, 20]])
      town.build('station', shape, block, {storeys: 1 + draw.below(2), year: 1976, role: 'bus-station'})
      town.yard('parking', rectangle(at, [4, 24, 80, 58]))
      town.site.take(plot)
      town.parcel(plot, block)
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
