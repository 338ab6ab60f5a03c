import type {Point} from '../../../../tools/space/vector.ts'
import type {LatticeRectangle} from './lattice.ts'

/** Where gables stand: sides between two outward corners that are shorter than what they end. */
export function gableEnds(ring: readonly Point[]): LatticeRectangle[] {
  const count = ring.length
  const ends: LatticeRectangle[] = []
  const lengthOf = (index: number) => {
    const [x, y] = ring[index % count]!
    const [nextX, nextY] = ring[(index + 1) % count]!
    return Math.abs(nextX - x) + Math.abs(nextY - y)
  }
  const turnsLeft = (index: number) => {
    const [ax, ay] = ring[(index + count - 1) % count]!
    const [bx, by] = ring[index % count]!
    const [cx, cy] = ring[(index + 1) % count]!
    return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0
  }
  for (let index = 0; index < count; index++) {
    if (!turnsLeft(index) || !turnsLeft(index + 1)) continue
    const length = lengthOf(index)
    const beside = Math.min(lengthOf(index + count - 1), lengthOf(index + 1))
    const [x, y] = ring[index]!
    const [nextX, nextY] = ring[(index + 1) % count]!
    // Of a square, two sides that face each other.
    if (length < beside || (length === beside && y === nextY))
      ends.push([Math.min(x, nextX), Math.min(y, nextY), Math.max(x, nextX), Math.max(y, nextY)])
  }
  return ends
}
