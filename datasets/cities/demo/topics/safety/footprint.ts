import type {Point} from '../../tools/space/vector.ts'
import type {Building} from '../../world/ground/ground.ts'

/** Square metres that a building covers, without its courtyards. */
export const footprintOf = ({outline, holes}: Building): number =>
  holes.reduce((area, hole) => area - ringArea(hole), ringArea(outline))

/** Area inside a ring, whichever way round it goes: the shoelace formula. */
function ringArea(ring: readonly Point[]): number {
  let twice = 0
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2
}
