import {heading, leftOf, millimetres, type Point, step} from '../../../../tools/space/vector.ts'

/** The plan of a building: a counter-clockwise outline, clockwise courtyards, and convex parts that make it up. */
export type Shape = {outline: Point[]; holes: Point[][]; parts: Point[][]}

/** Sides of a rectangle in a frame, metres. */
export type Rectangle = readonly [left: number, front: number, right: number, back: number]

/** From metres along a direction and to its left, to places in the plan. */
export type Frame = (ahead: number, aside: number) => Point

export function frame(origin: Point, along: Point): Frame {
  return (ahead, aside) => {
    const [x, y] = step(origin, along, ahead, aside)
    return [millimetres(x), millimetres(y)]
  }
}

/** Roofs are laid out on whole decimetres: sides in a frame are rounded to them. */
const decimetres = (value: number): number => Math.round(value * 10) / 10

export const rectangle = (at: Frame, [left, front, right, back]: Rectangle): Point[] => [
  at(left, front),
  at(right, front),
  at(right, back),
  at(left, back),
]

/** One building of rectangles that touch and do not overlap. Sides are rounded to decimetres. */
export function union(at: Frame, rectangles: readonly Rectangle[]): Shape {
  const sides = rectangles.map(sides => sides.map(decimetres) as unknown as Rectangle)
  const [first] = sides
  if (sides.length === 1) {
    const outline = rectangle(at, first!)
    return {outline, holes: [], parts: [outline]}
  }
  const rings = outlinesOf(sides).map(ring => ring.map(([x, y]) => at(x, y)))
  return {outline: rings[0]!, holes: rings.slice(1), parts: sides.map(one => rectangle(at, one))}
}

/** Eight sides for a circle. */
export function roundShape(centre: Point, radius: number): Shape {
  const outline = octagon.map(
    ([x, y]): Point => [millimetres(centre[0] + x * radius), millimetres(centre[1] + y * radius)],
  )
  return {outline, holes: [], parts: [outline]}
}

// cos and sin of 22.5°.
const [near, far] = [0.3826834323650898, 0.9238795325112867]
const octagon: Point[] = [
  [far, near],
  [near, far],
  [-near, far],
  [-far, near],
  [-far, -near],
  [-near, -far],
  [near, -far],
  [far, -near],
]

/** A wing of even depth along a line, mitred at its corners; `line` is its middle. */
export function ribbon(line: readonly Point[], depth: number): Shape {
  const half = depth / 2
  const side = (toLeft: number) =>
    line.map((at, index): Point => {
      const into = heading(line[Math.max(0, index - 1)]!, line[Math.max(1, index)]!)
      const out = index + 1 < line.length ? heading(at, line[index + 1]!) : into
      const [x, y] = mitre(at, into, out, toLeft)
      return [millimetres(x), millimetres(y)]
    })
  const right = side(-half)
  const left = side(half)
  const parts = right
    .slice(1)
    .map((at, index): Point[] => [right[index]!, at, left[index + 1]!, left[index]!])
  return {outline: [...right, ...left.toReversed()], holes: [], parts}
}

/** Where the sides of two runs meet that turn at a place, so far to their left. */
function mitre(at: Point, into: Point, out: Point, toLeft: number): Point {
  const [x, y] = leftOf(into)
  const [x2, y2] = leftOf(out)
  const share = toLeft / (1 + x * x2 + y * y2)
  return [at[0] + (x + x2) * share, at[1] + (y + y2) * share]
}

/** Rings around touching rectangles: the outline, then the courtyards. */
function outlinesOf(rectangles: readonly Rectangle[]): Point[][] {
  const xs = steps(rectangles.flatMap(([left, , right]) => [left, right]))
  const ys = steps(rectangles.flatMap(([, front, , back]) => [front, back]))
  const columns = xs.length - 1
  const isBuilt = new Uint8Array(columns * (ys.length - 1))
  for (const [left, front, right, back] of rectangles)
    for (let row = ys.indexOf(front); ys[row]! < back; row++)
      for (let column = xs.indexOf(left); xs[column]! < right; column++) isBuilt[row * columns + column] = 1
  const built = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < columns &&
    row < ys.length - 1 &&
    isBuilt[row * columns + column] === 1

  // Sides of built cells towards unbuilt ones, the building on their left, by the corner they start from.
  const ways = new Map<number, number[]>()
  const corner = (column: number, row: number) => row * (columns + 1) + column
  const add = (from: number, to: number) => {
    const list = ways.get(from)
    if (list) list.push(to)
    else ways.set(from, [to])
  }
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < columns; column++) {
      if (!built(column, row)) continue
      if (!built(column, row - 1)) add(corner(column, row), corner(column + 1, row))
      if (!built(column + 1, row)) add(corner(column + 1, row), corner(column + 1, row + 1))
      if (!built(column, row + 1)) add(corner(column + 1, row + 1), corner(column, row + 1))
      if (!built(column - 1, row)) add(corner(column, row + 1), corner(column, row))
    }

  const rings: Point[][] = []
  for (const start of ways.keys()) {
    const corners: number[] = []
    for (let at = start; ways.get(at)!.length > 0; ) {
      corners.push(at)
      at = ways.get(at)!.pop()!
    }
    if (corners.length === 0) continue
    const places = corners.map((at): Point => [xs[at % (columns + 1)]!, ys[Math.floor(at / (columns + 1))]!])
    rings.push(
      places.filter((at, index) =>
        turns(places[(index + places.length - 1) % places.length]!, at, places[(index + 1) % places.length]!),
      ),
    )
  }
  // The lowest corner of all lies on the outline, and rings are found from the lowest row upward.
  return rings
}

const steps = (values: number[]) => [...new Set(values)].sort((a, b) => a - b)

const turns = (a: Point, b: Point, c: Point) => (a[0] === b[0]) !== (b[0] === c[0])
