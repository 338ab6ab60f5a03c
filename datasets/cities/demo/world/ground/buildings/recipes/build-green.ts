import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {propertyRing} from '../site/property-ring.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A park with a pitch and a café. */
export function buildGreen(town: Town, block: Block): void {
  town.note('park', [propertyRing(block)])
  const draw = town.draw('green', block)
  const {at} = deepestPlace(town.site, block)
  const pitch = findRoom(town, block, at, block.quarter.along, [104, 68], {road: 3, gap: 4}, draw)
  if (pitch && draw.chance(0.6)) town.yard('pitch', pitch.plot)
  const cafe = findRoom(town, block, block.centroid, block.quarter.along, [22, 14], {road: 3, gap: 4}, draw)
  if (cafe)
    town.build('shop', union(cafe.at, [[2, 2, 18, 11]]), block, {
      storeys: 1,
      roof: 'hipped',
      year: 1996 + draw.below(24),
    })
}
