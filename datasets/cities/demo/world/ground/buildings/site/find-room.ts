import type {Draw} from '../../../../tools/numbers/draw.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {Block} from './blocks.ts'
import {type Frame, frame, rectangle} from './shape.ts'
import type {Clearance} from './site.ts'
import type {Town} from './town.ts'

const tries = 44
const spread = 13

/** A free rectangle as near to a place in a block as one is found: its frame, and its ring. */
export function findRoom(
  {site}: Town,
  block: Block,
  near: Point,
  along: Point,
  [width, depth]: readonly [number, number],
  clearance: Clearance,
  draw: Draw,
): {at: Frame; plot: Point[]; along: Point} | null {
  for (let attempt = 0; attempt < tries; attempt++) {
    const reach = spread * Math.sqrt(attempt)
    const middle = step(near, along, draw.between(-reach, reach), draw.between(-reach, reach))
    if (!isInside(middle, block.ring)) continue
    const forward = attempt % 4 < 2 ? along : leftOf(along)
    const at = frame(step(middle, forward, -width / 2, -depth / 2), forward)
    const plot = rectangle(at, [0, 0, width, depth])
    if (site.isFree([plot], clearance)) return {at, plot, along: forward}
  }
  return null
}
