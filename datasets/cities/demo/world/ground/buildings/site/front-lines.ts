import {simplifyLine} from '../../../../tools/space/simplify-line.ts'
import {
  cross,
  distance,
  dot,
  heading,
  leftOf,
  minus,
  type Point,
  step,
} from '../../../../tools/space/vector.ts'
import {type LayoutEdge, roadMetres} from '../../layout/layout.ts'
import type {Enclosure} from './blocks.ts'

/** A line along a block's streets, inside them; `isMain` tells of each of its legs whether a main road is beside it. */
export type FrontLine = {line: Point[]; isMain: boolean[]}

type Leg = {from: Point; to: Point; half: number; isMain: boolean}

/**
 * Straight legs beside the streets around a block, so many metres inside their property lines. Legs join where streets
 * meet at an angle a building can turn; elsewhere a new line begins.
 * @param inside metres from a property line, by the road
 */
export function frontLines(
  {ring, edges}: Enclosure,
  counts: (edge: LayoutEdge) => boolean,
  inside: (isMain: boolean) => number,
  bendMetres = 4,
): FrontLine[] {
  const legs = legsOf(ring, edges, counts, bendMetres)
  const lines: FrontLine[] = []
  let open: FrontLine | undefined
  let start: Point | undefined
  legs.forEach((leg, index) => {
    const next = legs[index + 1]
    const along = heading(leg.from, leg.to)
    const offset = leg.half + inside(leg.isMain)
    const from: Point = start ?? step(leg.from, along, 0, offset)
    const joint = next ? jointOf(leg, next, inside) : null
    const to = joint ?? step(leg.to, along, 0, offset)
    start = joint ?? undefined
    // A leg too short for its corners comes out the other way round: the line is cut there.
    if (dot(minus(to, from), along) <= 0) {
      open = undefined
      return
    }
    if (!open) {
      open = {line: [from], isMain: []}
      lines.push(open)
    }
    open.line.push(to)
    open.isMain.push(leg.isMain)
    if (!joint) open = undefined
  })
  return lines
}

/** Where the lines inside two legs meet; null where they do not follow each other or turn too sharply. */
function jointOf(leg: Leg, next: Leg, inside: (isMain: boolean) => number): Point | null {
  if (distance(leg.to, next.from) > 0.01) return null
  const along = heading(leg.from, leg.to)
  const on = heading(next.from, next.to)
  if (dot(along, on) < -0.45) return null
  const turn = cross(along, on)
  const from = step(leg.from, along, 0, leg.half + inside(leg.isMain))
  if (Math.abs(turn) < 0.02) return step(leg.to, leftOf(along), leg.half + inside(leg.isMain))
  const to = step(next.from, on, 0, next.half + inside(next.isMain))
  return step(from, along, cross(minus(to, from), on) / turn)
}

/** Runs of edges that count, straightened, in order around the block. */
function legsOf(
  ring: readonly Point[],
  edges: readonly LayoutEdge[],
  counts: (edge: LayoutEdge) => boolean,
  bend: number,
): Leg[] {
  const count = ring.length
  // Begin where a run begins, or else at the sharpest corner.
  let first = edges.findIndex((edge, index) => counts(edge) && !counts(edges[(index + count - 1) % count]!))
  if (first < 0) first = counts(edges[0]!) ? sharpest(ring) : -1
  if (first < 0) return []
  const legs: Leg[] = []
  for (let index = 0; index < count; ) {
    if (!counts(edges[(first + index) % count]!)) {
      index++
      continue
    }
    let end = index
    while (end < count && counts(edges[(first + end) % count]!)) end++
    const run = Array.from({length: end - index + 1}, (_, step) => ring[(first + index + step) % count]!)
    const runEdges = run.slice(1).map((_, step) => edges[(first + index + step) % count]!)
    legs.push(...straightened(run, runEdges, bend))
    index = end
  }
  return legs
}

function straightened(run: Point[], edges: LayoutEdge[], bend: number): Leg[] {
  // A closed run would collapse onto its one end; its farthest point is kept as well.
  const middle = run[0] === run.at(-1) ? farthest(run) : 0
  const corners =
    middle > 0
      ? [...simplifyLine(run.slice(0, middle + 1), bend), ...simplifyLine(run.slice(middle), bend).slice(1)]
      : simplifyLine(run, bend)
  let at = 0
  return corners.slice(1).map((to, index) => {
    const from = corners[index]!
    let half = 0
    let isMain = false
    for (const start = at; at === start || run[at] !== to; at++) {
      const {class: road} = edges[at]!
      half = Math.max(half, roadMetres[road] / 2)
      isMain ||= road === 'avenue' || road === 'main'
    }
    return {from, to, half, isMain}
  })
}

function farthest(run: readonly Point[]): number {
  let best = 0
  run.forEach((at, index) => {
    if (distance(at, run[0]!) > distance(run[best]!, run[0]!)) best = index
  })
  return best
}

function sharpest(ring: readonly Point[]): number {
  let best = 0
  let least = 2
  ring.forEach((at, index) => {
    const into = heading(ring[(index + ring.length - 1) % ring.length]!, at)
    const out = heading(at, ring[(index + 1) % ring.length]!)
    if (dot(into, out) < least) {
      least = dot(into, out)
      best = index
    }
  })
  return best
}
