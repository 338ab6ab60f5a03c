import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import type {Town} from '../site/town.ts'
import {buildGardenSuburb} from './build-garden-suburb.ts'

/** Family houses along the drives around a green with a pitch in the middle. */
export function buildCottages(town: Town, block: Block): void {
  const draw = town.draw('cottages', block)
  const {at, metres} = deepestPlace(town.site, block)
  if (metres > 62) {
    const size = Math.min(150, metres * 1.1)
    const room = findRoom(town, block, at, block.quarter.along, [size, size * 0.7], {road: 24, gap: 4}, draw)
    if (room) {
      town.note('park', [room.plot])
      town.site.parcel(room.plot)
      const pitch = findRoom(town, block, at, block.quarter.along, [60, 38], {road: 26, gap: 2}, draw)
      if (pitch) town.yard('pitch', pitch.plot)
    }
  }
  buildGardenSuburb(town, block)
}
