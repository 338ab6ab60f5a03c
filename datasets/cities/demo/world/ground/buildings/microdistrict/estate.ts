import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Snake} from '../panels/lay-snake.ts'
import type {PanelType} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import type {Town} from '../site/town.ts'

/** How slabs stand: in long bends along the streets, around courts, or with their ends to the street. */
export type Manner = 'bends' | 'courts' | 'comb'

/** A block of slabs while it is being laid out. */
export type Estate = {
  town: Town
  block: Block
  field: SlabField
  panels: PanelType
  manner: Manner
  draw: Draw
  /** How its slabs are usually laid, but for what is said. */
  snake: (but: Partial<Snake>) => Snake
}
