import {Draw} from '../../numbers/draw.ts'
import {clipLine} from '../../space/clip-line.ts'
import type {Point} from '../../space/vector.ts'
import {centreDepth, centreLength} from '../plan/centre-frame.ts'
import type {MainLine} from '../plan/main-lines.ts'
import type {Plan} from '../plan.ts'

/** Where the old centre's streets lie in its frame, besides its main lines. */
export type CentreGrid = {along: number[]; inland: number[]}

/** Streets at the widths and depths of the seed's blocks, each a little out of place, between the centre's main lines. */
export function centreGrid({seed, character: {centreBlock}}: Plan): CentreGrid {
  const draw = new Draw(seed, 'centre-grid')
  const between = (from: number, to: number, block: number): number[] => {
    const count = Math.max(1, Math.round((to - from) / block))
    return Array.from({length: count - 1}, (_, index) =>
      Math.round(
        from + ((index + 1) * (to - from)) / count + draw.between(-centreBlock.spread, centreBlock.spread),
      ),
    )
  }
  const {width, depth} = centreBlock
  return {
    along: [
      ...between(0, 450, width),
      450,
      ...between(450, 900, width),
      ...between(900, 1340, width),
      1340,
      ...between(1340, centreLength, width),
    ],
    inland: [...between(0, 560, depth), ...between(560, centreDepth, depth)],
  }
}

/** The grid's streets within one quarter of the centre. */
export function centreStreets(
  {along, inland}: CentreGrid,
  {centre: {place}}: Plan,
  ring: readonly Point[],
): MainLine[] {
  const lines = [
    ...along.map(ahead => [place(ahead, -10), place(ahead, centreDepth + 10)]),
    ...inland.map(depth => [place(-10, depth), place(centreLength + 10, depth)]),
  ]
  return lines.flatMap(line => clipLine(line, ring).map(points => ({class: 'street' as const, points})))
}
