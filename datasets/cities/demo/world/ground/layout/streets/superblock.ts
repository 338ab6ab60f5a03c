import type {Draw} from '../../../../tools/numbers/draw.ts'
import {insetRing} from '../../../../tools/space/inset-ring.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {chordOf} from '../../../../tools/space/split-ring.ts'
import {
  between,
  distance,
  dot,
  heading,
  leftOf,
  minus,
  type Point,
  step,
} from '../../../../tools/space/vector.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import type {Plot} from '../quarters/plot.ts'

/** How a superblock is opened up. */
export type SuperblockStyle = {
  /** From the streets around to the drive inside. */
  insetMetres: number
  /** Length of the dead ends; 0 for none. */
  deadEndMetres: number
  /** Metres of ground in the middle from the drive on that stay free; 0 for none. */
  coreInsetMetres: number
  hasFootway: boolean
}

export type Superblock = {
  streets: MainLine[]
  /** Ground in the middle that is kept free for a school and kindergartens. */
  core: Point[] | undefined
  /** Where the dead ends widen. */
  parkings: Point[][]
}

const shortestSide = 60

/**
 * The inside of a block of free-standing houses: a drive some way in from the streets, closed to a loop or open at one
 * side with both ends on a street, entries to it, dead ends that end in parking, a footway across, and a free core.
 */
export function superblock(
  {ring, sides}: Plot,
  along: Point,
  style: SuperblockStyle,
  draw: Draw,
): Superblock {
  const streets: MainLine[] = []
  const parkings: Point[][] = []
  const loop = driveAround(ring, style.insetMetres)
  if (!loop) return deadEndsInto({ring, sides}, style)

  const byLength = loop
    .map((corner, side) => ({side, metres: distance(corner, loop[(side + 1) % loop.length]!)}))
    .sort((a, b) => b.metres - a.metres || a.side - b.side)
  const gateFrom = (from: Point, outward: Point): Point | undefined => {
    const chord = chordOf(ring, from, outward)
    const ahead = chord?.find(({at}) => dot(minus(at, from), outward) > 0)
    if (!ahead || distance(ahead.at, from) > style.insetMetres * 1.7) return undefined
    const beyond = sides[ahead.side]!
    return beyond === 'rail' || beyond === 'limit' || beyond === 'path' ? undefined : ahead.at
  }
  const outwardOf = (side: number) => leftOf(heading(loop[(side + 1) % loop.length]!, loop[side]!))

  // The drive: three sides of the loop, its ends led out to the street before the fourth, or all of it.
  const open = byLength[draw.below(Math.min(3, byLength.length))]!.side
  const first = loop[(open + 1) % loop.length]!
  const last = loop[open]!
  const ends = draw.chance(0.4) ? [first, last].map(end => gateFrom(end, outwardOf(open))) : []
  const isOpen = ends.length === 2 && ends.every(Boolean)
  if (isOpen) {
    const drive = loop.map((_, index) => loop[(open + 1 + index) % loop.length]!)
    streets.push({class: 'lane', points: [ends[0]!, ...drive, ends[1]!]})
  } else streets.push({class: 'lane', points: [...loop, loop[0]!]})

  // Entries: from the longer sides straight out to the street beyond.
  let entries = 0
  for (const {side, metres} of byLength) {
    if (entries === (isOpen ? 1 : 2 + draw.below(2)) || metres < shortestSide) break
    if (isOpen && side === open) continue
    const from = between(loop[side]!, loop[(side + 1) % loop.length]!, draw.between(0.3, 0.7))
    const gate = gateFrom(from, outwardOf(side))
    if (!gate) continue
    streets.push({class: 'lane', points: [from, gate]})
    entries++
  }

  const core = style.coreInsetMetres > 0 ? insetRing(loop, style.coreInsetMetres, 14) : undefined

  // Dead ends: from the drive inwards, clear of its other sides and of one another.
  const heads: Point[] = []
  for (const {side, metres} of style.deadEndMetres > 0 ? byLength.slice(0, 4) : []) {
    if (metres < 100 || (isOpen && side === open)) continue
    const [a, b] = [loop[side]!, loop[(side + 1) % loop.length]!]
    const share = draw.between(0.3, 0.7)
    const from = between(a, b, share)
    const inward = leftOf(heading(a, b))
    const end = step(from, inward, style.deadEndMetres * draw.between(0.8, 1.15))
    const isClear =
      isInside(end, loop) &&
      heads.every(head => distance(head, end) > 50) &&
      loop.every(
        (corner, other) =>
          other === side || nearestOnSegment(end, corner, loop[(other + 1) % loop.length]!).metres > 40,
      )
    if (!isClear || !draw.chance(0.7)) continue
    heads.push(end)
    streets.push({class: 'lane', points: [from, end]})
    parkings.push(parkingAt(end, inward))
  }

  // The footway crosses from street to street beside the core.
  if (style.hasFootway) {
    const frame = boxAlong(ring, along)
    const aside = draw.chance(0.5) ? draw.between(0.34, 0.4) : draw.between(0.6, 0.66)
    const through = step([0, 0], along, (frame.from + frame.to) / 2, frame.right + aside * frame.widthMetres)
    const axis = chordOf(ring, through, along)
    if (axis) streets.push({class: 'path', points: [axis[0].at, axis[1].at]})
  }
  return {streets, core, parkings}
}

/** The drive's course: rougher or nearer to the streets where the block is of no simple shape. */
const driveAround = (ring: readonly Point[], metres: number): Point[] | undefined =>
  bevelled(insetRing(ring, metres, 14) ?? insetRing(ring, metres, 30) ?? insetRing(ring, metres * 0.7, 30))

/** The ring with its sharp corners cut off, where nobody could turn. */
function bevelled(ring: readonly Point[] | undefined): Point[] | undefined {
  return ring?.flatMap((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!
    const after = ring[(index + 1) % ring.length]!
    const reach = Math.min(22, distance(before, corner) / 3, distance(corner, after) / 3)
    const isSharp = dot(heading(before, corner), heading(corner, after)) < -0.35
    return isSharp
      ? [step(corner, heading(corner, before), reach), step(corner, heading(corner, after), reach)]
      : [corner]
  })
}

/** Where no drive fits: ways in from the longest street, each to parking as deep in the block as it goes. */
function deadEndsInto({ring, sides}: Plot, {insetMetres}: SuperblockStyle): Superblock {
  const streets: MainLine[] = []
  const parkings: Point[][] = []
  const longest = ring
    .map((corner, side) => ({side, metres: distance(corner, ring[(side + 1) % ring.length]!)}))
    .filter(({side}) => !['rail', 'limit', 'path'].includes(sides[side]!))
    .sort((a, b) => b.metres - a.metres || a.side - b.side)[0]
  const count = longest ? Math.min(3, Math.floor(longest.metres / 90)) : 0
  for (let way = 0; way < count; way++) {
    const [a, b] = [ring[longest!.side]!, ring[(longest!.side + 1) % ring.length]!]
    const from = between(a, b, (way + 0.5) / count)
    const inward = leftOf(heading(a, b))
    const end = step(from, inward, insetMetres * 1.4)
    const isClear = ring.every(
      (corner, side) =>
        side === longest!.side || nearestOnSegment(end, corner, ring[(side + 1) % ring.length]!).metres > 30,
    )
    if (!isClear || !isInside(end, ring)) continue
    streets.push({class: 'lane', points: [from, end]})
    parkings.push(parkingAt(end, inward))
  }
  return {streets, core: undefined, parkings}
}

const parkingAt = (end: Point, inward: Point): Point[] => [
  step(end, inward, -9, -15),
  step(end, inward, 9, -15),
  step(end, inward, 9, 15),
  step(end, inward, -9, 15),
]
