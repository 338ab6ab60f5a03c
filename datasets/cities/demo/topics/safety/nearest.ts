import {distance, type Point} from '../../tools/space/vector.ts'

/** The nearest of a list. Of equally near ones the first. @throws RangeError for an empty list */
export function nearest<T>(list: readonly T[], at: Point, pointOf: (one: T) => Point): T {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of list) {
    const metres = distance(at, pointOf(one))
    if (metres < least) [best, least] = [one, metres]
  }
  if (best === undefined) throw new RangeError('The nearest of nothing.')
  return best
}
