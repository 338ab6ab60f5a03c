import type {Point} from './vector.ts'

/**
 * Where the segments a–b and c–d cross, as shares of the way along each; undefined where they do not, or run parallel.
 */
export function segmentCrossing(
  a: Point,
  b: Point,
  c: Point,
  d: Point,
): [onFirst: number, onSecond: number] | undefined {
  const abX = b[0] - a[0]
  const abY = b[1] - a[1]
  const cdX = d[0] - c[0]
  const cdY = d[1] - c[1]
  const across = abX * cdY - abY * cdX
  if (across === 0) return undefined
  const acX = c[0] - a[0]
  const acY = c[1] - a[1]
  const onFirst = (acX * cdY - acY * cdX) / across
  if (onFirst < 0 || onFirst > 1) return undefined
  const onSecond = (acX * abY - acY * abX) / across
  return onSecond < 0 || onSecond > 1 ? undefined : [onFirst, onSecond]
}
