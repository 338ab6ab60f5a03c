import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** Width and depth of each house, and its storeys. */
const houses = [
  {width: 128, depth: 84, storeys: 2},
  {width: 92, depth: 60, storeys: 1},
  {width: 64, depth: 44, storeys: 2},
  {width: 46, depth: 32, storeys: 1},
] as const

/** A shopping centre of the last twenty years, houses for furniture and tools, each behind its car park. */
export function buildRetail(town: Town, block: Block): void {
  const draw = town.draw('retail', block)
  const {along} = block.quarter
  const {at: near} = deepestPlace(town.site, block)
  for (const {width, depth, storeys} of houses) {
    const room = findRoom(town, block, near, along, [width + 8, depth + 60], {road: 4, gap: 4}, draw)
    if (!room) continue
    const shape = union(room.at, [
      [4, 4, width, depth],
      [width * 0.68, depth, width * 0.92, depth + 10],
    ])
    town.build('shop', shape, block, {storeys, year: 2005 + draw.below(16)})
    town.yard('parking', rectangle(room.at, [4, depth + 14, width, depth + 56]))
    town.parcel(room.plot, block)
  }
}
