import {unitOf} from '../../../../tools/numbers/hash.ts'
import type {PanelType} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import {fillRows} from '../recipes/fill-rows.ts'
import {furnishCourts} from '../recipes/furnish-courts.ts'
import type {Block} from '../site/blocks.ts'
import type {Town} from '../site/town.ts'
import type {Estate} from './estate.ts'
import {layCourts} from './lay-courts.ts'
import {layFronts} from './lay-fronts.ts'
import {placeCore} from './place-core.ts'

/** A block of panel slabs of the 1970s and 80s: a school in the middle, slabs beside the streets, courts between. */
export function buildMicrodistrict(town: Town, block: Block, field: SlabField, panels: PanelType): void {
  const draw = town.draw('micro', block)
  const first = 1971 + Math.floor(unitOf(block.quarter.key, 'micro') * 13)
  const estate: Estate = {
    town,
    block,
    field,
    panels,
    manner: draw.chance(0.42) ? 'bends' : draw.chance(0.75) ? 'courts' : 'comb',
    draw,
    snake: but => ({
      panels,
      year: Math.min(1991, first + draw.below(9)),
      storeys: panels.storeys + (draw.chance(0.06) ? 1 : 0),
      clearance: {road: 4, gap: 9},
      fewest: 2,
      most: 7,
      gapMetres: 18,
      ...but,
    }),
  }
  placeCore(estate, first)
  layFronts(estate)
  layCourts(estate)
  fillRows(town, block, field, estate.snake({fewest: 3, most: 5}), draw)
  furnishCourts(town, block, first, draw)
}
