import type {Metres} from '../../site-frame.ts'
import type {Corners} from './corners.ts'
import {isOn} from './on-line.ts'

/** Directed edges as rings; where several go on from a corner, the one that turns left the most: rings that touch stay apart. */
export function ringsOf(border: [number, number][], corners: Corners): Metres[][] {
  const from = new Map<number, number[]>()
  for (const [i, [a]] of border.entries()) from.set(a, [...(from.get(a) ?? []), i])
  const isUsed = new Uint8Array(border.length)
  const rings: Metres[][] = []
  for (let start = 0; start < border.length; start++) {
    if (isUsed[start]) continue
    const ring: number[] = []
    let at: number | undefined = start
    let isOpen = true
    while (at !== undefined) {
      isUsed[at] = 1
      ring.push(at)
      at = onwards(at, start)
      // Along a seam finer than the grid one may come to an end: then back to where another way was open.
      while (at === undefined && ring.length > 1) {
        ring.pop()
        at = onwards(ring.at(-1)!, start)
      }
      if (at === start) isOpen = false
      if (!isOpen) break
    }
    if (!isOpen && ring.length >= 3) rings.push(straightened(ring.map(edge => corners.at(border[edge]![0]))))
  }
  return rings

  function onwards(edge: number, start: number): number | undefined {
    const [a, b] = border[edge]!
    const [[ax, ay], [bx, by]] = [corners.at(a), corners.at(b)]
    const turn = (next: number) => {
      const [cx, cy] = corners.at(border[next]![1])
      return Math.atan2(
        (bx - ax) * (cy - by) - (by - ay) * (cx - bx),
        (bx - ax) * (cx - bx) + (by - ay) * (cy - by),
      )
    }
    return (from.get(b) ?? [])
      .filter(next => next === start || !isUsed[next])
      .reduce<number | undefined>(
        (best, one) => (best === undefined || turn(one) > turn(best) ? one : best),
        undefined,
      )
  }
}

/** Without the corners on straight walls. */
function straightened(ring: Metres[]): Metres[] {
  const kept: Metres[] = []
  for (const [i, corner] of ring.entries()) {
    const [before, after] = [kept.at(-1) ?? ring.at(-1)!, ring[(i + 1) % ring.length]!]
    if (!isOn(...corner, ...before, ...after)) kept.push(corner)
  }
  return kept
}
