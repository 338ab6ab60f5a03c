import {boxOf} from '../../../tools/space/box-of.ts'
import {NearIndex} from '../../../tools/space/near-index.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import type {Point} from '../../../tools/space/vector.ts'

/** Do two sides of a ring cross anywhere but at a corner they share? */
export function crossesItself(ring: readonly Point[]): boolean {
  const sides = new NearIndex<number>(80)
  const last = ring.length - 1
  return ring.some((from, side) => {
    const to = ring[side === last ? 0 : side + 1]!
    const box = boxOf([from, to])
    const doesCross = sides.touching(box).some(other => {
      if (other === side - 1 || (other === 0 && side === last)) return false
      return segmentCrossing(from, to, ring[other]!, ring[other + 1]!) !== undefined
    })
    sides.add(side, box)
    return doesCross
  })
}
