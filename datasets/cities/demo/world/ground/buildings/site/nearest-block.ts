import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Block} from './blocks.ts'

/** The block whose centre of gravity is nearest to a place. */
export function nearestBlock(all: readonly Block[], at: Point): Block | undefined {
  let best: Block | undefined
  for (const block of all)
    if (!best || distance(block.centroid, at) < distance(best.centroid, at)) best = block
  return best
}
