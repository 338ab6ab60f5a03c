import {unitOf} from '../../numbers/hash.ts'
import {distance, type Point} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'

/**
 * Goes through blocks in an order of their own and tries those that are far enough from what there is already.
 * @param there places to keep away from; those that are used join them
 * @param use true where something was built
 */
export function spread(
  blocks: readonly Block[],
  topic: string,
  apartMetres: number,
  there: Point[],
  use: (block: Block) => boolean,
  most = Infinity,
): number {
  let count = 0
  const order = blocks.map(block => ({block, rank: unitOf(block.key, topic)})).sort((a, b) => a.rank - b.rank)
  for (const {block} of order) {
    if (count >= most) break
    if (there.some(place => distance(place, block.centroid) < apartMetres)) continue
    if (!use(block)) continue
    there.push(block.centroid)
    count++
  }
  return count
}
