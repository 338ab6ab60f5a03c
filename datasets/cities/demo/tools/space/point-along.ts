import {distance, heading, type Point, step} from './vector.ts'

/** The place so many metres along a line, and the line's direction there. Beyond its ends the line goes on straight. */
export function pointAlong(line: readonly Point[], metres: number): {at: Point; direction: Point} {
  let left = metres
  for (let index = 0; ; index++) {
    const from = line[index]!
    const to = line[index + 1]!
    const length = distance(from, to)
    if (left <= length || index + 2 >= line.length) {
      const direction = heading(from, to)
      return {at: step(from, direction, left), direction}
    }
    left -= length
  }
}
