/** A place or a direction in the plan: metres east and north of its south-west corner. */
export type Point = readonly [x: number, y: number]

/** West, south, east, north. */
export type Box = [number, number, number, number]

/** Rounded to the millimetre. */
export const millimetres = (value: number): number => Math.round(value * 1000) / 1000

export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1]
/** Above 0 where b points to the left of a. */
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0]

export function distance(a: Point, b: Point): number {
  const x = b[0] - a[0]
  const y = b[1] - a[1]
  return Math.sqrt(x * x + y * y)
}

/** The unit vector from a to b; of no direction, [0, 0], where they are one. */
export function heading(a: Point, b: Point): Point {
  const x = b[0] - a[0]
  const y = b[1] - a[1]
  const length = Math.sqrt(x * x + y * y) || 1
  return [x / length, y / length]
}

/** A direction turned left by a right angle. */
export const leftOf = (direction: Point): Point => [-direction[1], direction[0]]

/** Where one comes from a place by so many metres ahead in a direction, and to its left. */
export const step = (from: Point, [x, y]: Point, ahead: number, toLeft = 0): Point => [
  from[0] + x * ahead - y * toLeft,
  from[1] + y * ahead + x * toLeft,
]

/** The place at a share of the way from a to b. */
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]
