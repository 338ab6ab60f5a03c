import type {Point} from '../../../../tools/space/vector.ts'
import {gableEnds} from './gable-ends.ts'
import {largestRectangles} from './largest-rectangles.ts'
import type {LatticeRectangle} from './lattice.ts'
import {clipped, difference, hasArea, higher, type Piece, type Plane} from './roof-piece.ts'

/**
 * The roof over rectangles that make up one building: from every eave it rises inward at one pitch, and where two such
 * planes meet the roof goes on with the higher in a valley, the lower in a ridge or a hip (a straight skeleton; for
 * right angles that is the distance to the nearest side, by the larger of its two coordinates). Where there are gables
 * the short ends are left out.
 * @returns pieces that cover the building, each height in units of run
 */
export function rectilinearRoof(
  rectangles: readonly LatticeRectangle[],
  rings: readonly (readonly Point[])[],
  isGabled: boolean,
): Piece[] {
  const xs = steps(rectangles.flatMap(([left, , right]) => [left, right]))
  const ys = steps(rectangles.flatMap(([, front, , back]) => [front, back]))
  const gables = isGabled ? rings.flatMap(gableEnds) : []
  const wings = largestRectangles(rectangles, xs, ys).map(wing => wingPieces(wing, gables))
  const pieces: Piece[] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column + 1 < xs.length; column++) {
      const [left, right, front, back] = [xs[column]!, xs[column + 1]!, ys[row]!, ys[row + 1]!]
      const over = wings.filter(
        ({wing}) => wing[0] <= left && wing[2] >= right && wing[1] <= front && wing[3] >= back,
      )
      if (over.length === 0) continue
      const cell: Point[] = [
        [left, front],
        [right, front],
        [right, back],
        [left, back],
      ]
      const layers = over.map(({pieces: its}) => within(its, cell))
      pieces.push(...layers.reduce(higher))
    }
  return pieces
}

/** A rectangle's own hipped or gabled roof. */
function wingPieces(
  wing: LatticeRectangle,
  gables: readonly LatticeRectangle[],
): {wing: LatticeRectangle; pieces: Piece[]} {
  const [left, front, right, back] = wing
  const sides: {side: LatticeRectangle; plane: Plane}[] = [
    {side: [left, front, left, back], plane: {a: 1, b: 0, c: -left}},
    {side: [right, front, right, back], plane: {a: -1, b: 0, c: right}},
    {side: [left, front, right, front], plane: {a: 0, b: 1, c: -front}},
    {side: [left, back, right, back], plane: {a: 0, b: -1, c: back}},
  ]
  const isGable = ([x0, y0, x1, y1]: LatticeRectangle) =>
    gables.some(([a0, b0, a1, b1]) => a0 <= x0 && b0 <= y0 && a1 >= x1 && b1 >= y1)
  const planes = sides.filter(({side}) => !isGable(side)).map(({plane}) => plane)
  const ring: Point[] = [
    [left, front],
    [right, front],
    [right, back],
    [left, back],
  ]
  const pieces = planes.map(plane => ({
    ring: planes.reduce(
      (rest, other) => (other === plane ? rest : clipped(rest, difference(other, plane))),
      ring,
    ),
    plane,
  }))
  return {wing, pieces: pieces.filter(hasArea)}
}

/** Pieces as far as they lie in a convex cell. */
function within(pieces: readonly Piece[], cell: readonly Point[]): Piece[] {
  const [[left, front], , [right, back]] = cell as [Point, Point, Point, Point]
  const limits: Plane[] = [
    {a: 1, b: 0, c: -left},
    {a: -1, b: 0, c: right},
    {a: 0, b: 1, c: -front},
    {a: 0, b: -1, c: back},
  ]
  return pieces.map(({ring, plane}) => ({ring: limits.reduce(clipped, ring), plane})).filter(hasArea)
}

const steps = (values: number[]) => [...new Set(values)].sort((a, b) => a - b)
