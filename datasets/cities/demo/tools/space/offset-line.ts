import {dot, heading, leftOf, type Point, step} from './vector.ts'

/** A line that runs beside another, so many metres to its left; corners are mitred, sharp ones less far than they should be. */
export function offsetLine(line: readonly Point[], metresToLeft: number): Point[] {
  return line.map((point, index) => {
    const into = heading(line[Math.max(0, index - 1)]!, index === 0 ? line[1]! : point)
    const out = index + 1 < line.length ? heading(point, line[index + 1]!) : into
    const middle = leftOf(heading([0, 0], [into[0] + out[0], into[1] + out[1]]))
    return step(point, middle, metresToLeft / Math.max(0.4, dot(middle, leftOf(into))))
  })
}
