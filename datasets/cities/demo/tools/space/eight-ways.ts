import type {Point} from './vector.ts'

/** Eight directions from east round by north, about as long as each other, to look around by. */
export const eightWays: readonly Point[] = [
  [1, 0],
  [0.7, 0.7],
  [0, 1],
  [-0.7, 0.7],
  [-1, 0],
  [-0.7, -0.7],
  [0, -1],
  [0.7, -0.7],
]
