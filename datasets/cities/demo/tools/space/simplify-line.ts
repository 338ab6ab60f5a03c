import {nearestOnSegment} from './nearest-on-segment.ts'
import type {Point} from './vector.ts'

/** The line without the points that lie within the tolerance of it (Douglas & Peucker 1973). Its ends stay. */
export function simplifyLine(line: readonly Point[], toleranceMetres: number): Point[] {
  if (line.length < 3) return [...line]
  const keeps = new Uint8Array(line.length)
  keeps[0] = 1
  keeps[line.length - 1] = 1
  const waiting: [number, number][] = [[0, line.length - 1]]
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const [from, to] = range
    let farthest = 0
    let at = -1
    for (let index = from + 1; index < to; index++) {
      const {metres} = nearestOnSegment(line[index]!, line[from]!, line[to]!)
      if (metres > farthest) {
        farthest = metres
        at = index
      }
    }
    if (farthest <= toleranceMetres) continue
    keeps[at] = 1
    waiting.push([from, at], [at, to])
  }
  return line.filter((_, index) => keeps[index] === 1)
}
