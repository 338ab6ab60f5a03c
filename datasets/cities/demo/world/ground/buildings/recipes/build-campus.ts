import {placeSchool} from '../institutions/place-school.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {propertyRing} from '../site/property-ring.ts'
import {type Rectangle, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A vocational college: teaching buildings, workshops, a hall for sport, dormitories, a stadium, among trees. */
export function buildCampus(town: Town, block: Block): void {
  const draw = town.draw('campus', block)
  const {along} = block.quarter
  const {at: near} = deepestPlace(town.site, block)
  const year = 1964 + draw.below(20)
  town.note('park', [propertyRing(block)])
  const place = (size: readonly [number, number], gap: number, storeys: number, parts: Rectangle[]) => {
    const room = findRoom(town, block, near, along, size, {road: 5, gap}, draw)
    if (room) town.build('public', union(room.at, parts), block, {storeys, year: year + draw.below(9)})
  }
  place([104, 62], 6, 4, [
    [4, 8, 84, 22],
    [4, 22, 18, 52],
    [66, 22, 84, 44],
  ])
  const field = findRoom(town, block, near, along, [120, 76], {road: 3, gap: 6}, draw)
  if (field) town.yard('pitch', rectangle(field.at, [4, 4, 116, 72]))
  place([74, 40], 12, 3, [
    [2, 4, 72, 18],
    [26, 18, 48, 36],
  ])
  place([44, 28], 12, 1, [[2, 2, 42, 26]])
  place([58, 26], 12, 1, [[2, 2, 56, 24]])
  // Students are counted where they are registered: not in dormitories.
  for (let index = 0; index < 4; index++) place([66, 20], 20, draw.chance(0.5) ? 5 : 9, [[2, 3, 64, 16]])
  placeSchool(town, block, near, along, {kind: 'kindergarten', year, storeys: 2, gap: 10, road: 3}, draw)
}
