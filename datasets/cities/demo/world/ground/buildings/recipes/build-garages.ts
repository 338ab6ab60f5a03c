import {isInside} from '../../../../tools/space/is-inside.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {leftOf, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {frame, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A row of garages and the way between it and the next. */
const rowMetres = 13

/** A garage co-operative: long rows over the whole block, doors to doors. */
export function buildGarages(town: Town, block: Block): void {
  const draw = town.draw('garages', block)
  const along = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const box = boxAlong(block.ring, along)
  const origin = step(step([0, 0], along, box.from), leftOf(along), box.right)
  const at = frame(origin, along)
  const year = 1967 + draw.below(15)
  for (let aside = 12; aside < box.widthMetres; aside += rowMetres) {
    for (let ahead = 12; ahead < box.lengthMetres - 20; ) {
      const length = 3.5 * (10 + draw.below(9))
      const shape = union(at, [[ahead, aside, ahead + length, aside + 6]])
      const inBlock =
        isInside(at(ahead, aside), block.ring) && isInside(at(ahead + length, aside), block.ring)
      const plan = {storeys: 1, year: year + draw.below(16), clearance: {road: 5, gap: 5}}
      ahead += inBlock && town.build('garage', shape, block, plan) ? length + 7 : 12
    }
  }
}
