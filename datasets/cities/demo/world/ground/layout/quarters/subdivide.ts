import type {Draw} from '../../../../tools/numbers/draw.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {NearIndex} from '../../../../tools/space/near-index.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {boxAlong, orientedBox} from '../../../../tools/space/oriented-box.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import {chordOf, type OnRing, staysInside} from '../../../../tools/space/split-ring.ts'
import {between, distance, dot, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {LayoutEdge} from '../layout.ts'
import type {Grain} from './grain.ts'
import {type Plot, splitPlot} from './plot.ts'

/** A street that divides a plot, and the two plots that it makes. */
export type Cut = {line: Point[]; class: LayoutEdge['class']; plots: [Plot, Plot]}

/** Places where streets meet others, so that the next ones can go on there. */
export class Junctions {
  #index = new NearIndex<Point>(60)

  add(point: Point): void {
    this.#index.add(point, boxOf([point]))
  }

  /** The nearest one within so many metres. */
  nearest(point: Point, metres: number): Point | undefined {
    let best: Point | undefined
    let shortest = metres
    for (const junction of this.#index.near(point, metres)) {
      const away = distance(junction, point)
      if (away < shortest) {
        shortest = away
        best = junction
      }
    }
    return best
  }
}

/** The direction of a plot's streets: that of the box around it which is nearest to its quarter's. */
export function frameOf(ring: readonly Point[], along: Point): Point {
  const own = orientedBox(ring).along
  const turned = Math.abs(dot(own, along)) >= Math.abs(dot(leftOf(own), along)) ? own : leftOf(own)
  const same = dot(turned, along) < 0 ? ([-turned[0], -turned[1]] as const) : turned
  // A plot that lies askew to its quarter, a triangle mostly, keeps to the quarter.
  return dot(same, along) > 0.93 ? same : along
}

/**
 * One street through a plot, about midway, where the plot is too long or too wide for its grain; undefined where it is
 * neither, or where no street fits.
 */
export function cutPlot(
  plot: Plot,
  along: Point,
  grain: Grain,
  draw: Draw,
  junctions: Junctions,
): Cut | undefined {
  const frame = boxAlong(plot.ring, along)
  const lengths = frame.lengthMetres / grain.length
  const widths = frame.widthMetres / grain.width
  if (Math.max(lengths, widths) < longest) return undefined
  if (ringArea(plot.ring) < 0.9 * Math.min(grain.width, frame.widthMetres) * grain.length) return undefined
  const isCross = lengths > widths
  const count = Math.max(2, Math.round(isCross ? lengths : widths))
  const first = count % 2 === 0 || draw.chance(0.5) ? Math.floor(count / 2) : Math.ceil(count / 2)
  for (let attempt = 0; attempt < 4; attempt++) {
    const share = (first + draw.between(-grain.jitter, grain.jitter) * (attempt + 1)) / count
    const turn = draw.between(-grain.turn, grain.turn)
    const direction = isCross ? turned(leftOf(along), turn) : turned(along, turn)
    const through = isCross
      ? step([0, 0], along, frame.from + share * frame.lengthMetres, (frame.right + frame.left) / 2)
      : step([0, 0], along, (frame.from + frame.to) / 2, frame.right + share * frame.widthMetres)
    const chord = chordOf(plot.ring, through, direction)
    if (!chord || distance(chord[0].at, chord[1].at) < 30) continue
    const reach = 0.3 * (isCross ? grain.length : grain.width)
    const [from, to] = chord.map(end =>
      snapped(plot, end, junctions, draw.chance(grain.continues) ? reach : 14),
    ) as [OnRing, OnRing]
    if (distance(from.at, to.at) < 30) continue
    const bow = draw.between(-grain.bow, grain.bow)
    const line = [bowed(from.at, to.at, bow), [from.at, to.at]].find(way =>
      staysInside(way, plot.ring, from, to),
    )
    if (!line) continue
    const lineClass = grain.classes[isCross ? 1 : 0]
    const plots = splitPlot(plot, from, to, line, lineClass)
    if (plots.some(({ring}) => isSliver(ring, grain, frame.widthMetres))) continue
    junctions.add(from.at)
    junctions.add(to.at)
    return {line, class: lineClass, plots}
  }
  return undefined
}

/** A plot is divided from so many times its grain on. */
const longest = 1.42

/** Is a plot too small or too narrow, for its grain and for the width of what it was cut from? */
function isSliver(ring: readonly Point[], {width, length}: Grain, wholeWidth: number): boolean {
  const area = ringArea(ring)
  const box = orientedBox(ring)
  return (
    area < 0.3 * Math.min(width, wholeWidth) * length ||
    area / box.lengthMetres < 0.4 * Math.min(width, length, wholeWidth)
  )
}

const turned = (direction: Point, tangent: number): Point =>
  heading([0, 0], step(direction, leftOf(direction), tangent))

/** A line between two places that bows out to one side by a share of its length. */
function bowed(from: Point, to: Point, share: number): Point[] {
  const length = distance(from, to)
  if (Math.abs(share) * length < 2) return [from, to]
  const side = leftOf(heading(from, to))
  const count = Math.max(2, Math.min(8, Math.round(length / 45)))
  const line: Point[] = []
  for (let part = 0; part <= count; part++) {
    const t = part / count
    line.push(step(between(from, to, t), side, 4 * t * (1 - t) * share * length))
  }
  return line
}

/** The end of a cut, moved to a junction or a corner of the plot nearby. */
function snapped({ring}: Plot, end: OnRing, junctions: Junctions, reach: number): OnRing {
  const junction = junctions.nearest(end.at, reach)
  const onJunction = junction && onRing(ring, junction)
  if (onJunction) return onJunction
  const next = (end.side + 1) % ring.length
  const corner = distance(ring[end.side]!, end.at) < distance(ring[next]!, end.at) ? end.side : next
  return distance(ring[corner]!, end.at) < 9 ? {side: corner, share: 0, at: ring[corner]!} : end
}

/** Where on a ring a place lies; undefined where it is off it. */
function onRing(ring: readonly Point[], point: Point): OnRing | undefined {
  for (let side = 0; side < ring.length; side++) {
    const {metres, share} = nearestOnSegment(point, ring[side]!, ring[(side + 1) % ring.length]!)
    if (metres < 0.05 && share < 1) return {side, share, at: point}
  }
  return undefined
}
