import {step} from '../../../../tools/space/vector.ts'
import {churchShape} from '../institutions/church-shape.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {frame, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A chapel and the keeper's house at the gate of a cemetery. */
export function buildCemetery(town: Town, block: Block): void {
  const draw = town.draw('cemetery', block)
  if (town.drafts.some(({kind, block: ground}) => kind === 'church' && ground.quarter === block.quarter))
    return
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [34, 24], {road: 1}, draw)
  if (!room) return
  town.build('church', churchShape(frame(room.at(18, 12), room.along), 0.6), block, {
    storeys: 1,
    roof: 'hipped',
    year: 1883,
  })
  const house = findRoom(
    town,
    block,
    step(near, room.along, 30),
    block.quarter.along,
    [14, 10],
    {road: 1, gap: 2},
    draw,
  )
  if (house)
    town.build('public', union(house.at, [[1, 1, 13, 9]]), block, {storeys: 1, roof: 'gabled', year: 1937})
}
