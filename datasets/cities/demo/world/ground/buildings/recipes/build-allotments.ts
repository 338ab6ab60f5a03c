import type {Block} from '../site/blocks.ts'
import {cutParcels} from '../site/cut-parcels.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {isDrivable} from './is-street.ts'

/** Allotments of a garden association: plots of one size, small summer houses, many still empty. */
export function buildAllotments(town: Town, block: Block): void {
  const draw = town.draw('dacha', block)
  const cut = {width: () => draw.between(18, 24), deepest: 30, shallowest: 15}
  cutParcels(town, block, cut, isDrivable, plot => {
    if (draw.chance(0.42)) return
    const width = draw.between(4.4, 7)
    const depth = draw.between(4.8, 7.6)
    const left = draw.between(1.5, Math.max(1.6, plot.width - width - 1.5))
    const front = draw.between(2.5, Math.max(2.6, plot.depth - depth - 3))
    const shape = union(plot.at, [[left, front, left + width, front + depth]])
    const isNew = draw.chance(0.2)
    town.build('dacha', shape, block, {
      storeys: isNew && draw.chance(0.5) ? 2 : 1,
      year: isNew ? 1999 + draw.below(25) : 1966 + draw.below(27),
      roof: draw.chance(0.8) ? 'gabled' : 'hipped',
    })
    if (draw.chance(0.1)) {
      const shed = union(plot.at, [[0.7, plot.depth - 3.4, 3.6, plot.depth - 0.7]])
      town.build('shed', shed, block, {storeys: 1, year: 1970 + draw.below(40), roof: 'flat'})
    }
  })
}
