import {Draw} from '../../../../tools/numbers/draw.ts'
import {distance} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {findRoom} from '../site/find-room.ts'
import {propertyRing} from '../site/property-ring.ts'
import {rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {siteOf} from './site-of.ts'

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
    town.build('station', union(room.at, [[16, 4, 66, 20]]), block, {
      storeys: 2,
      year: 1976,
      role: 'bus-station',
    })
    town.yard('parking', rectangle(room.at, [4, 24, 80, 58]))
    town.site.take(room.plot)
    town.parcel(propertyRing(block), block)
    if (block.quarter.zone === 'centre') used.add(block)
    return true
  }
  return false
}
