import {distance, type Point} from './vector.ts'

/** Metres along a line. */
export function lineLength(line: readonly Point[]): number {
  let metres = 0
  for (let index = 1; index < line.length; index++) metres += distance(line[index - 1]!, line[index]!)
  return metres
}
