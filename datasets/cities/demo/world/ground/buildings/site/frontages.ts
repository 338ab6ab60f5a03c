import {distance, dot, heading, type Point} from '../../../../tools/space/vector.ts'
import {type LayoutEdge, roadMetres} from '../../layout/layout.ts'
import type {Enclosure} from './blocks.ts'

/** A stretch of a block's border along roads, without a sharp bend; the block lies to its left. */
export type Frontage = {
  line: Point[]
  lengthMetres: number
  /** From the line to the property line, where the road is widest. */
  halfRoadMetres: number
  class: LayoutEdge['class']
}

const sharpest = 0.97

/** Stretches along roads that count, the longest first. */
export function frontages({ring, edges}: Enclosure, counts: (edge: LayoutEdge) => boolean): Frontage[] {
  const found: Frontage[] = []
  let current: Frontage | undefined
  // Starting behind a corner keeps a stretch across the ring's seam whole.
  const first = firstCorner(ring)
  for (let index = 0; index < ring.length; index++) {
    const from = ring[(first + index) % ring.length]!
    const to = ring[(first + index + 1) % ring.length]!
    const edge = edges[(first + index) % ring.length]!
    if (!counts(edge) || edge.isBridge) {
      current = undefined
      continue
    }
    const half = roadMetres[edge.class] / 2
    const goesOn =
      current &&
      Math.abs(current.halfRoadMetres - half) < 4 &&
      dot(heading(current.line.at(-2)!, current.line.at(-1)!), heading(from, to)) > sharpest
    if (!current || !goesOn) {
      current = {line: [from], lengthMetres: 0, halfRoadMetres: half, class: edge.class}
      found.push(current)
    }
    current.line.push(to)
    current.lengthMetres += distance(from, to)
    if (half > current.halfRoadMetres) {
      current.halfRoadMetres = half
      current.class = edge.class
    }
  }
  return found.sort((a, b) => b.lengthMetres - a.lengthMetres)
}

function firstCorner(ring: readonly Point[]): number {
  for (let index = 0; index < ring.length; index++) {
    const before = ring[(index + ring.length - 1) % ring.length]!
    const after = ring[(index + 1) % ring.length]!
    if (dot(heading(before, ring[index]!), heading(ring[index]!, after)) <= sharpest) return index
  }
  return 0
}
