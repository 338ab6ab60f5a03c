import {distance, type Point} from './vector.ts'

/** A smooth line through control points (uniform Catmull & Rom 1974) with a point about every so many metres. */
export function smoothLine(controls: readonly Point[], stepMetres: number): Point[] {
  const line: Point[] = []
  for (let index = 0; index + 1 < controls.length; index++) {
    const from = controls[index]!
    const to = controls[index + 1]!
    const before = controls[Math.max(0, index - 1)]!
    const after = controls[Math.min(controls.length - 1, index + 2)]!
    const count = Math.max(1, Math.round(distance(from, to) / stepMetres))
    for (let part = 0; part < count; part++) {
      const t = part / count
      line.push([bend(before[0], from[0], to[0], after[0], t), bend(before[1], from[1], to[1], after[1], t)])
    }
  }
  line.push(controls[controls.length - 1]!)
  return line
}

const bend = (before: number, from: number, to: number, after: number, t: number) =>
  from +
  0.5 *
    t *
    (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
