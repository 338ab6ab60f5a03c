import type {Draw} from '../../../../tools/numbers/draw.ts'
import {between} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {type Frame, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** Farms in some of the fields, near their corners, where the roads are. */
export function buildFarms(town: Town, fields: readonly Block[], most: number): void {
  let built = 0
  for (const block of fields.toSorted((a, b) => a.key - b.key)) {
    if (built >= most) return
    if (block.squareMetres > 60_000 && buildFarm(town, block)) built++
  }
}

function buildFarm(town: Town, block: Block): boolean {
  const draw = town.draw('farm', block)
  const {at: middle} = deepestPlace(town.site, block)
  for (let attempt = 0; attempt < 24; attempt++) {
    const near = between(block.ring[draw.below(block.ring.length)]!, middle, 0.16)
    const room = findRoom(town, block, near, block.quarter.along, [150, 96], {road: 12, gap: 40}, draw)
    if (!room) continue
    farmyard(town, block, room.at, draw)
    town.parcel(room.plot, block)
    return true
  }
  return false
}

/** Long sheds side by side, a barn, garages, and the office at the gate. */
function farmyard(town: Town, block: Block, at: Frame, draw: Draw): void {
  const year = 1961 + draw.below(24)
  const shed = {storeys: 1, roof: 'gabled', year} as const
  for (const front of [6, 30, 54])
    if (draw.chance(0.85)) town.build('warehouse', union(at, [[8, front, 84, front + 14]]), block, shed)
  town.build('warehouse', union(at, [[100, 10, 142, 34]]), block, {...shed, year: year + 6})
  town.build('garage', union(at, [[100, 52, 136, 60]]), block, {storeys: 1, year})
  town.build('office', union(at, [[104, 76, 120, 86]]), block, {storeys: 1, roof: 'hipped', year})
}
