import {unitOf} from '../../../../tools/numbers/hash.ts'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {BuildingKind} from '../../ground.ts'
import type {Zone} from '../../layout/layout.ts'
import type {Block} from '../site/blocks.ts'
import type {Town} from '../site/town.ts'

export type Spread = {
  topic: string
  zones: readonly Zone[]
  /** From one to the next. */
  apartMetres: number
  /** Of a block that can hold one. */
  leastSquareMetres: number
  mostSquareMetres?: number
  /** Buildings of this kind that are there already count. */
  kind?: BuildingKind
  most?: number
}

/** Goes through blocks in an order of the topic's own and tries those far enough from what there is of it already. */
export function spread(
  town: Town,
  blocks: readonly Block[],
  {topic, zones, apartMetres, leastSquareMetres, mostSquareMetres = Infinity, kind, most = Infinity}: Spread,
  build: (block: Block) => boolean,
): void {
  const there: Point[] = town.drafts.filter(draft => draft.kind === kind).map(({shape}) => shape.outline[0]!)
  const order = blocks
    .filter(({quarter, squareMetres}) => {
      const isRoomy = squareMetres > leastSquareMetres && squareMetres < mostSquareMetres
      return isRoomy && zones.includes(quarter.zone)
    })
    .map(block => ({block, rank: unitOf(block.key, topic)}))
    .sort((a, b) => a.rank - b.rank)
  let built = 0
  for (const {block} of order) {
    if (built >= most) return
    if (there.some(place => distance(place, block.centroid) < apartMetres)) continue
    if (!build(block)) continue
    there.push(block.centroid)
    built++
  }
}
