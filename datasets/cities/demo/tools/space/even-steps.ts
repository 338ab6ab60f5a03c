import {between, distance, type Point} from './vector.ts'

/** The line with points added so that none of its pieces is longer than the step; its own points stay. */
export function evenSteps(line: readonly Point[], stepMetres: number): Point[] {
  const points: Point[] = []
  for (let index = 0; index + 1 < line.length; index++) {
    const from = line[index]!
    const to = line[index + 1]!
    const count = Math.max(1, Math.ceil(distance(from, to) / stepMetres))
    for (let part = 0; part < count; part++) points.push(between(from, to, part / count))
  }
  if (line.length > 0) points.push(line[line.length - 1]!)
  return points
}
