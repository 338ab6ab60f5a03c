import {Draw} from '../../../../tools/numbers/draw.ts'
import {clipLine} from '../../../../tools/space/clip-line.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import {centreDepth, centreLength} from '../../plan/centre-frame.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import type {Plan} from '../../plan/plan.ts'
import type {SiteKind} from '../layout.ts'

/** A rectangle of the centre's frame. */
type Span = {along: [number, number]; inland: [number, number]}

/** Where the old centre's streets lie in its frame, besides its main lines, and which of its blocks are one. */
export type CentreGrid = {
  /** Streets from the sea inland: below the main street and above it, where the town came later. */
  lower: number[]
  upper: number[]
  /** Streets along the coast. */
  inland: number[]
  squares: (Span & {kind: SiteKind})[]
}

const mainStreet = 560

/** Squares and gardens, each over the blocks that hold these two places. */
const wantedSquares: {kind: SiteKind; from: [number, number]; to: [number, number]}[] = [
  {kind: 'square', from: [690, 620], to: [840, 700]},
  {kind: 'garden', from: [1040, 400], to: [1040, 500]},
  {kind: 'square', from: [1180, 60], to: [1180, 60]},
  {kind: 'market', from: [130, 1220], to: [280, 1220]},
  {kind: 'bus-station', from: [390, 1220], to: [390, 1220]},
  {kind: 'square', from: [1560, 1000], to: [1560, 1000]},
]

/** Streets at the widths and depths of the seed's blocks, each a little out of place, between the centre's main lines. */
export function centreGrid({seed, character: {centreBlock}}: Plan): CentreGrid {
  const draw = new Draw(seed, 'centre-grid')
  const fill = (from: number, to: number, block: number): number[] => {
    const count = Math.max(1, Math.round((to - from) / block))
    return Array.from({length: count - 1}, (_, index) =>
      Math.round(
        from + ((index + 1) * (to - from)) / count + draw.between(-centreBlock.spread, centreBlock.spread),
      ),
    )
  }
  const {width, depth} = centreBlock
  const lower = [
    ...fill(0, 450, width),
    450,
    ...fill(450, 900, width),
    900,
    ...fill(900, centreLength, width),
  ]
  const wider = width * draw.between(1.05, 1.3)
  const upper = [
    ...fill(0, 450, wider),
    450,
    ...fill(450, 900, wider),
    900,
    ...fill(900, 1340, wider),
    1340,
    ...fill(1340, centreLength, wider),
  ]
  const inland = [...fill(0, mainStreet, depth), mainStreet, ...fill(mainStreet, centreDepth, depth * 1.08)]
  const squares = wantedSquares.map(({kind, from, to}) => {
    const across = from[1] < mainStreet ? lower : upper
    const first = spanOf(across, from[0], centreLength)
    const last = spanOf(across, to[0], centreLength)
    const near = spanOf(inland, from[1], centreDepth)
    const far = spanOf(inland, to[1], centreDepth)
    return {
      kind,
      along: [first[0], last[1]],
      inland: [near[0], far[1]],
    } satisfies CentreGrid['squares'][number]
  })
  return {lower, upper, inland, squares}
}

/** The streets to both sides of a place. */
function spanOf(streets: readonly number[], at: number, end: number): [number, number] {
  const after = [...streets, end].find(street => street > at) ?? end
  return [streets.findLast(street => street <= at) ?? 0, after]
}

/** The grid's streets within one quarter of the centre; they leave out the squares. */
export function centreStreets(
  {lower, upper, inland, squares}: CentreGrid,
  {centre: {place}}: Plan,
  ring: readonly Point[],
): MainLine[] {
  const streets: {class: MainLine['class']; points: Point[]}[] = []
  const cross = (street: number, from: number, to: number) => {
    const closed = squares
      .filter(({along}) => along[0] < street && street < along[1])
      .map(square => square.inland)
    const isBoulevard = street === 450 && from === mainStreet
    for (const [start, end] of without([from, to], closed))
      streets.push({
        class: isBoulevard ? 'main' : 'street',
        points: [place(street, start), place(street, end)],
      })
  }
  for (const street of lower) cross(street, 0, mainStreet)
  for (const street of upper) cross(street, mainStreet, centreDepth)
  for (const street of inland) {
    const closed = squares
      .filter(square => square.inland[0] < street && street < square.inland[1])
      .map(({along}) => along)
    for (const [start, end] of without([0, centreLength], closed))
      streets.push({class: 'street', points: [place(start, street), place(end, street)]})
  }
  return streets.flatMap(({class: lineClass, points}) =>
    clipLine(points, ring).map(piece => ({class: lineClass, points: piece})),
  )
}

/** What is left of a span without others. */
function without(span: [number, number], gaps: [number, number][]): [number, number][] {
  let left = [span]
  for (const [from, to] of gaps)
    left = left.flatMap(([start, end]): [number, number][] =>
      [
        [start, Math.min(end, from)] as [number, number],
        [Math.max(start, to), end] as [number, number],
      ].filter(([a, b]) => b - a > 1),
    )
  return left
}

/** A square's corners, counter-clockwise. */
export const squareRing = ({along, inland}: Span, {centre: {place}}: Plan): Point[] => [
  place(along[0], inland[0]),
  place(along[1], inland[0]),
  place(along[1], inland[1]),
  place(along[0], inland[1]),
]
