import {lineLength} from './line-length.ts'
import {pointAlong} from './point-along.ts'
import type {Point} from './vector.ts'

/** The line without its bends shorter than twice the reach: at every step the mean of the line so far to both sides. */
export function calmedLine(line: readonly Point[], reachMetres: number, stepMetres: number): Point[] {
  const count = Math.floor(lineLength(line) / stepMetres)
  const points = Array.from({length: count + 1}, (_, index) => pointAlong(line, index * stepMetres).at)
  const reach = Math.round(reachMetres / stepMetres)
  return points.map((_, middle) => {
    // The same reach to both sides, so that the ends stay.
    const half = Math.min(reach, middle, count - middle)
    let x = 0
    let y = 0
    for (let index = middle - half; index <= middle + half; index++) {
      x += points[index]![0]
      y += points[index]![1]
    }
    return [x / (2 * half + 1), y / (2 * half + 1)]
  })
}
