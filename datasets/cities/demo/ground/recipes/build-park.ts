import type {Point} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {findRoom} from '../build/find-room.ts'
import {union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'

/** What stands in a park: pavilions and cafés near its edges. */
export function buildPark(town: Town, block: Block): void {
  const draw = town.draw('park', block)
  const {at: near} = deepestPlace(town.site, block)
  const count = Math.min(8, Math.floor(block.squareMetres / 25_000))
  for (let index = 0; index < count; index++) {
    const corner = block.ring[draw.below(block.ring.length)]!
    const from: Point = [corner[0] + (near[0] - corner[0]) * 0.12, corner[1] + (near[1] - corner[1]) * 0.12]
    const room = findRoom(town, block, from, block.quarter.along, [20, 14], {road: 4, gap: 30}, draw)
    if (room)
      town.build('shop', union(room.at, [[2, 2, 2 + draw.between(8, 16), 2 + draw.between(6, 10)]]), block, {
        storeys: 1,
        roof: 'hipped',
        year: 1958 + draw.below(60),
      })
  }
}
