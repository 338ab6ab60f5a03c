import type {Spot} from './map-shape.ts'

const nameOf = ([x, y]: Spot) => `${x}/${y}`

/**
 * Lines that meet end to end joined into as few as there can be without a choice: where three or more meet, all end. The
 * same lines in the same order give the same result.
 */
export function joinLines(lines: readonly Spot[][]): Spot[][] {
  const meeting = new Map<string, number[]>()
  lines.forEach((line, index) => {
    for (const end of [line[0]!, line[line.length - 1]!]) {
      const known = meeting.get(nameOf(end))
      if (known) known.push(index)
      else meeting.set(nameOf(end), [index])
    }
  })
  const isUsed = new Uint8Array(lines.length)

  /** What goes on from the end of a line that is being joined, from there; null where it ends. */
  const next = (end: Spot): Spot[] | null => {
    const here = meeting.get(nameOf(end))!
    const index = here.find(each => isUsed[each] === 0)
    if (here.length !== 2 || index === undefined) return null
    isUsed[index] = 1
    const line = lines[index]!
    return nameOf(line[0]!) === nameOf(end) ? line : line.toReversed()
  }
  const follow = (line: Spot[]): Spot[] => {
    const joined = [...line]
    for (let more = next(line[line.length - 1]!); more; more = next(more[more.length - 1]!))
      for (const spot of more.slice(1)) joined.push(spot)
    return joined
  }

  const joined: Spot[][] = []
  lines.forEach((line, index) => {
    if (isUsed[index] === 1) return
    isUsed[index] = 1
    const onwards = follow(line)
    joined.push(follow(onwards.toReversed()).toReversed())
  })
  return joined
}
