import type {Draw} from '../../../../tools/numbers/draw.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {hasRoom, laySnake, type Snake} from '../panels/lay-snake.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import type {Town} from '../site/town.ts'

const searchStep = 13

/** Straight slabs wherever in a block there is still room for one, most of them in one direction. */
export function fillRows(town: Town, block: Block, field: SlabField, snake: Snake, draw: Draw): void {
  const ahead = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const aside = leftOf(ahead)
  const box = boxAlong(block.ring, ahead)
  const {sectionMetres, depthMetres} = snake.panels
  const length = snake.most * sectionMetres + 1
  for (let y = box.right; y < box.left; y += searchStep)
    for (let x = box.from; x < box.to; x += searchStep) {
      const at: Point = [ahead[0] * x + aside[0] * y, ahead[1] * x + aside[1] * y]
      if (!town.site.isFirmAt(at[0], at[1], 0)) continue
      for (const along of [ahead, aside]) {
        const first = {from: at, along, lengthMetres: sectionMetres, depthMetres}
        if (!hasRoom(town, block, field, first, snake)) continue
        if (laySnake(town, block, field, [at, step(at, along, length)], snake) > 0) break
      }
    }
}
