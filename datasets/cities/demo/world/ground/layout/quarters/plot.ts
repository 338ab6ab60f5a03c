import type {OnRing} from '../../../../tools/space/split-ring.ts'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {LayoutEdge} from '../layout.ts'

/** A piece of ground and what runs along it: `sides[i]` lies between `ring[i]` and the next corner. Counter-clockwise. */
export type Plot = {ring: Point[]; sides: LayoutEdge['class'][]}

/** The two plots that a line from one place on the ring to another makes of a plot. */
export function splitPlot(
  {ring, sides}: Plot,
  from: OnRing,
  to: OnRing,
  line: readonly Point[],
  lineClass: LayoutEdge['class'],
): [Plot, Plot] {
  const inner = line.slice(1, -1)
  const half = (start: OnRing, end: OnRing, way: readonly Point[]): Plot => {
    const plot: Plot = {ring: [start.at], sides: [sides[start.side]!]}
    const count = ring.length
    let side = start.side
    // Once around to the other place; on one and the same side the whole way round or nothing of it.
    let left = (end.side - start.side + count) % count
    if (left === 0 && end.share < start.share) left = count
    for (; left > 0; left--) {
      side = (side + 1) % count
      plot.ring.push(ring[side]!)
      plot.sides.push(sides[side]!)
    }
    plot.ring.push(end.at)
    plot.sides.push(lineClass)
    for (const point of way) {
      plot.ring.push(point)
      plot.sides.push(lineClass)
    }
    return withoutDoubles(plot)
  }
  return [half(from, to, [...inner].reverse()), half(to, from, inner)]
}

/** The plot without sides shorter than a millimetre. */
function withoutDoubles({ring, sides}: Plot): Plot {
  const keeps = ring.map((point, index) => distance(point, ring[(index + 1) % ring.length]!) > 0.001)
  return {ring: ring.filter((_, index) => keeps[index]), sides: sides.filter((_, index) => keeps[index])}
}
