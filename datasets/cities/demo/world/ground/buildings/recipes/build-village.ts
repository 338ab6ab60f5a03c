import type {Block} from '../site/blocks.ts'
import {cutParcels} from '../site/cut-parcels.ts'
import type {Town} from '../site/town.ts'
import {homestead} from './build-garden-suburb.ts'
import {isDrivable} from './is-street.ts'

/** An old village by the river: wide plots, deep gardens, and houses that do not stand in line. */
export function buildVillage(town: Town, block: Block): void {
  const draw = town.draw('village', block)
  const cut = {width: () => draw.between(17, 34), deepest: 62, shallowest: 18, ground: 1}
  cutParcels(town, block, cut, isDrivable, plot => {
    if (draw.chance(0.08)) return
    const setBack = draw.between(1.2, 9)
    homestead(town, block, plot, draw, {first: 1902, last: 1979, setBack, ground: 1})
  })
}
