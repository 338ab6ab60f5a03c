import {isInside} from './is-inside.ts'
import {segmentCrossing} from './segment-crossing.ts'
import {between, type Point} from './vector.ts'

/** The pieces of a line that lie in a ring, cut where it crosses the ring's sides. */
export function clipLine(line: readonly Point[], ring: readonly Point[]): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] | undefined
  for (let index = 0; index + 1 < line.length; index++) {
    const a = line[index]!
    const b = line[index + 1]!
    const shares = [0, 1]
    for (let side = 0, before = ring.length - 1; side < ring.length; before = side++) {
      const crossing = segmentCrossing(a, b, ring[before]!, ring[side]!)
      if (crossing) shares.push(crossing[0])
    }
    shares.sort((first, second) => first - second)
    for (let part = 0; part + 1 < shares.length; part++) {
      const from = shares[part]!
      const to = shares[part + 1]!
      if (to - from < 1e-9) continue
      if (isInside(between(a, b, (from + to) / 2), ring)) {
        if (piece) piece.push(between(a, b, to))
        else {
          piece = [between(a, b, from), between(a, b, to)]
          pieces.push(piece)
        }
      } else piece = undefined
    }
  }
  return pieces
}
