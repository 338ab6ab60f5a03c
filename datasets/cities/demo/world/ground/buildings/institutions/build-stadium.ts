import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A stadium with a stand on each long side, in the first of these blocks that has room. */
export function buildStadium(town: Town, blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    const draw = town.draw('stadium', block)
    const {at: near, metres} = deepestPlace(town.site, block)
    if (metres < 60) continue
    const room = findRoom(town, block, near, block.quarter.along, [176, 132], {road: 2, gap: 6}, draw)
    if (!room) continue
    town.build('public', union(room.at, [[28, 6, 148, 20]]), block, {storeys: 2, year: 1958, role: 'stadium'})
    town.build('public', union(room.at, [[38, 114, 138, 126]]), block, {storeys: 1, year: 1963})
    town.note('pitch', [rectangle(room.at, [10, 24, 166, 110])])
    town.site.take(room.plot)
    town.parcel(room.plot, block)
    return true
  }
  return false
}
