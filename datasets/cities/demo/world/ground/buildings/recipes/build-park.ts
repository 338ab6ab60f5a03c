import {pointAlong} from '../../../../tools/space/point-along.ts'
import {heading, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {findRoom} from '../site/find-room.ts'
import {frontages} from '../site/frontages.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {isStreet} from './is-street.ts'

/** What stands in a park: a pavilion or a café at each of the streets around it. */
export function buildPark(town: Town, block: Block): void {
  const draw = town.draw('park', block)
  const most = Math.min(7, Math.floor(block.squareMetres / 20_000))
  for (const {line, lengthMetres, halfRoadMetres} of frontages(block, isStreet).slice(0, most)) {
    const along = heading(line[0]!, line.at(-1)!)
    const {at} = pointAlong(line, lengthMetres * draw.between(0.2, 0.8))
    const near = step(at, along, 0, halfRoadMetres + 14)
    const room = findRoom(town, block, near, along, [20, 14], {road: 3, gap: 30}, draw)
    if (!room) continue
    const shape = union(room.at, [[2, 2, 2 + draw.between(8, 16), 2 + draw.between(6, 10)]])
    town.build('shop', shape, block, {storeys: 1, roof: 'hipped', year: 1958 + draw.below(60)})
  }
}
