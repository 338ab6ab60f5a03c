import {type Frame, type Rectangle, type Shape, union} from '../site/shape.ts'

/**
 * A church in plan: a square under the dome, four arms, and a belfry over the west door. The square parts are towers:
 * the first is the tallest.
 * @param at the middle of the dome, the altar ahead
 * @param size 1 for a parish church
 */
export function churchShape(at: Frame, size: number): Shape {
  const half = 5 * size
  const arm = 3.8 * size
  const parts: Rectangle[] = [
    [-half, -half, half, half],
    [-half - 9 * size - 5 * size, -2.5 * size, -half - 9 * size, 2.5 * size],
    [-half - 9 * size, -arm, -half, arm],
    [half, -arm, half + 5.5 * size, arm],
    [-arm, half, arm, half + 4 * size],
    [-arm, -half - 4 * size, arm, -half],
  ]
  return union(at, parts)
}
