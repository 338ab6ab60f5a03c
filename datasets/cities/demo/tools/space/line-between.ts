import {pointAlong} from './point-along.ts'
import {distance, type Point} from './vector.ts'

/** The stretch of a line between two places along it, in metres from its start. */
export function lineBetween(line: readonly Point[], from: number, to: number): Point[] {
  const stretch: Point[] = [pointAlong(line, from).at]
  let passed = 0
  for (let index = 1; index < line.length; index++) {
    passed += distance(line[index - 1]!, line[index]!)
    if (passed > from + 0.01 && passed < to - 0.01) stretch.push(line[index]!)
  }
  stretch.push(pointAlong(line, to).at)
  return stretch
}
