import type {Draw} from '../../numbers/draw.ts'
import {insetRing} from '../../space/inset-ring.ts'
import {nearestOnSegment} from '../../space/nearest-on-segment.ts'
import {boxAlong} from '../../space/oriented-box.ts'
import {ringCentroid} from '../../space/ring-centroid.ts'
import {chordOf} from '../../space/split-ring.ts'
import {between, distance, heading, leftOf, type Point, step} from '../../space/vector.ts'
import type {MainLine} from '../plan/main-lines.ts'
import type {Plot} from '../quarters/plot.ts'

export type Superblock = {
  streets: MainLine[]
  /** Ground in the middle that is kept free for a school and kindergartens. */
  core: Point[] | undefined
  /** Where the dead ends widen. */
  parkings: Point[][]
}

/**
 * The inside of a microdistrict's block: a drive all around some way in, entries to it from opposite streets, dead ends
 * that end in parking, a footway across, and a free core.
 */
export function superblock({ring, sides}: Plot, along: Point, insetMetres: number, draw: Draw): Superblock {
  const streets: MainLine[] = []
  const parkings: Point[][] = []
  const loop = insetRing(ring, insetMetres, 14)
  if (!loop) return {streets, core: undefined, parkings}
  streets.push({class: 'lane', points: [...loop, loop[0]!]})

  // Entries: from the middle of each of the loop's longer sides straight out to the street beyond it.
  const longSides = loop
    .map((corner, side) => ({side, metres: distance(corner, loop[(side + 1) % loop.length]!)}))
    .sort((a, b) => b.metres - a.metres || a.side - b.side)
    .slice(0, 4)
  let entries = 0
  for (const {side, metres} of longSides) {
    if (entries === 3 || metres < 60) break
    const from = between(loop[side]!, loop[(side + 1) % loop.length]!, draw.between(0.3, 0.7))
    const outward = leftOf(heading(loop[(side + 1) % loop.length]!, loop[side]!))
    const gate = firstSide(ring, sides, from, outward, insetMetres * 1.6)
    if (!gate || gate.class === 'rail' || gate.class === 'limit' || gate.class === 'path') continue
    streets.push({class: 'lane', points: [from, gate.at]})
    entries++
  }

  // Dead ends run from the loop inwards, off the core.
  for (const {side, metres} of longSides) {
    if (metres < 120) continue
    for (const share of [0.16, 0.84]) {
      if (!draw.chance(0.6)) continue
      const a = loop[side]!
      const b = loop[(side + 1) % loop.length]!
      const from = between(a, b, share)
      const inward = leftOf(heading(a, b))
      const end = step(from, inward, draw.between(42, 58))
      const clear = loop.every(
        (corner, other) =>
          other === side || nearestOnSegment(end, corner, loop[(other + 1) % loop.length]!).metres > 26,
      )
      if (!clear) continue
      streets.push({class: 'lane', points: [from, end]})
      parkings.push(parkingAt(end, inward))
    }
  }

  // The footway crosses from street to street beside the core.
  const frame = boxAlong(ring, along)
  const aside = draw.chance(0.5) ? 0.36 : 0.64
  const through = step([0, 0], along, (frame.from + frame.to) / 2, frame.right + aside * frame.widthMetres)
  const axis = chordOf(ring, through, along)
  if (axis) streets.push({class: 'path', points: [axis[0].at, axis[1].at]})
  return {streets, core: insetRing(loop, 50, 14) ?? [ringCentroid(loop)], parkings}
}

/** The first side of a ring that a ray meets within so many metres. */
function firstSide(
  ring: readonly Point[],
  sides: Plot['sides'],
  from: Point,
  direction: Point,
  metres: number,
) {
  const chord = chordOf(ring, from, direction)
  if (!chord) return undefined
  const ahead = chord.find(({at}) => (at[0] - from[0]) * direction[0] + (at[1] - from[1]) * direction[1] > 0)
  if (!ahead || distance(ahead.at, from) > metres) return undefined
  return {at: ahead.at, class: sides[ahead.side]!}
}

const parkingAt = (end: Point, inward: Point): Point[] => [
  step(end, inward, -9, -14),
  step(end, inward, 9, -14),
  step(end, inward, 9, 14),
  step(end, inward, -9, 14),
]
