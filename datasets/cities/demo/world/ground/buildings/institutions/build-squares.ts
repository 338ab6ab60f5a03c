import type {Block} from '../site/blocks.ts'
import {findRoom} from '../site/find-room.ts'
import {propertyRing} from '../site/property-ring.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {spread} from './spread.ts'

/** What stands at the sides of a local square, as widths along the street and depths, in metres. */
const shops: [width: number, depth: number][] = [
  [24, 14],
  [16, 11],
  [13, 10],
]

/**
 * Green squares with a few shops in the garden suburbs, each a small block that never was given out as plots.
 * @returns the blocks that are theirs
 */
export function buildSquares(town: Town, blocks: readonly Block[]): Set<Block> {
  const taken = new Set<Block>()
  const where = {
    zones: ['garden'] as const,
    apartMetres: 640,
    leastSquareMetres: 4500,
    mostSquareMetres: 17_000,
  }
  spread(town, blocks, {topic: 'local-square', ...where}, block => {
    const ring = propertyRing(block)
    if (ring.length > 9) return false
    build(town, block)
    town.note('park', [ring])
    town.parcel(ring, block)
    taken.add(block)
    return true
  })
  return taken
}

function build(town: Town, block: Block): void {
  const draw = town.draw('local-square', block)
  for (const [width, depth] of shops) {
    const near = block.ring[draw.below(block.ring.length)]!
    const room = findRoom(
      town,
      block,
      near,
      block.quarter.along,
      [width + 4, depth + 4],
      {road: 2, gap: 12},
      draw,
    )
    if (!room) continue
    const shape = union(room.at, [[2, 2, 2 + width, 2 + depth]])
    const year = draw.chance(0.5) ? 1961 + draw.below(26) : 1997 + draw.below(25)
    town.build('shop', shape, block, {storeys: draw.chance(0.2) ? 2 : 1, year})
  }
}
