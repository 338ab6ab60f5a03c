import {Draw} from '../../../../tools/numbers/draw.ts'
import {hash, unitOf} from '../../../../tools/numbers/hash.ts'
import {boxAlong, orientedBox} from '../../../../tools/space/oriented-box.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import {distance, dot, heading, leftOf, type Point} from '../../../../tools/space/vector.ts'
import type {Face} from '../../graph/faces.ts'
import type {GraphEdge} from '../../graph/plane-graph.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import type {ZoneSeed} from '../../plan/zone-seeds.ts'
import type {Zone} from '../layout.ts'
import {type Grain, quarterGrain} from './grain.ts'
import type {Plot} from './plot.ts'
import {isUnbuildable} from './rims.ts'
import {samplesIn} from './samples-in.ts'
import {cutPlot, frameOf, type Junctions} from './subdivide.ts'
import type {ZoneMap} from './zone-map.ts'

/** A plot with its use, before blocks are cut. */
export type RoughQuarter = {
  plot: Plot
  zone: Zone
  district: number
  along: Point
  key: number
  isBuildable: boolean
}

/** Zones without streets of their own kind between quarters. */
export const openZones: ReadonlySet<Zone> = new Set(['field', 'park', 'harbour', 'cemetery', 'centre'])

/** Below this, a quarter of two zones goes to the larger part. */
const smallestSquareMetres = 45_000
const mixedGrain: Grain = {
  width: 330,
  length: 420,
  jitter: 0.2,
  bow: 0.04,
  turn: 0.1,
  continues: 0.5,
  classes: ['local', 'local'],
}

/**
 * Divides the faces between main lines and rims into quarters of one zone each, by streets. Where zones share a face
 * their limits follow those streets. Ground that cannot be built on is left whole.
 */
export function makeQuarters(
  faces: readonly Face[],
  edges: readonly GraphEdge[],
  zones: ZoneMap,
  unbuildable: Uint8Array,
  junctions: Junctions,
): {quarters: RoughQuarter[]; streets: MainLine[]} {
  const quarters: RoughQuarter[] = []
  const streets: MainLine[] = []
  for (const face of [...faces].sort((a, b) => b.area - a.area)) {
    const plot: Plot = {ring: face.ring, sides: face.edges.map(edge => edges[edge]!.class)}
    const samples = samplesIn(face.ring, 60)
    const {first} = rulerOf(samples, zones)
    const isWet = first.zone === 'village' || first.zone === 'harbour'
    if (isUnbuildable(unbuildable, samples, isWet)) {
      quarters.push({
        ...greenOf(first),
        plot,
        along: [1, 0],
        key: hash(first.key, 'green'),
        isBuildable: false,
      })
      continue
    }
    const draw = new Draw(first.key, 'quarters', Math.round(face.area))
    const waiting: {plot: Plot; along: Point}[] = [{plot, along: mainDirection(plot)}]
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const ruler = rulerOf(samplesIn(next.plot.ring, 40), zones)
      const {zone, district, key} = ruler.first
      const isMixed = ruler.share < 0.88 && ringArea(next.plot.ring) > smallestSquareMetres
      const grain = isMixed ? mixedGrain : openZones.has(zone) ? undefined : quarterGrain[zone]
      const along = frameOf(next.plot.ring, next.along)
      const cut = grain && cutPlot(next.plot, along, grain, draw, junctions)
      if (cut) {
        streets.push({class: cut.class, points: cut.line})
        waiting.push(...cut.plots.map(part => ({plot: part, along})))
      } else {
        const own = hash(key, quarters.length)
        quarters.push({
          plot: next.plot,
          zone,
          district,
          along: isLaidAcross(next.plot, along, zone, own) ? leftOf(along) : along,
          key: own,
          isBuildable: true,
        })
      }
    }
  }
  return {quarters, streets}
}

/** Garden suburbs were laid out one by one: about a third of those that are not long and narrow across the others. */
function isLaidAcross({ring}: Plot, along: Point, zone: Zone, key: number): boolean {
  if (zone !== 'garden' || unitOf(key, 'across') >= acrossShare) return false
  const {lengthMetres, widthMetres} = boxAlong(ring, along)
  return Math.max(lengthMetres, widthMetres) < 1.5 * Math.min(lengthMetres, widthMetres)
}

const acrossShare = 0.36

/** What ground that cannot be built on is, where a seed rules. */
export const greenOf = ({zone, district}: ZoneSeed): {zone: Zone; district: number} => ({
  zone: zone === 'field' || zone === 'cemetery' ? zone : 'park',
  district,
})

/** The seed that rules most of some places, and the share of them that is of its zone and district. */
function rulerOf(samples: readonly Point[], zones: ZoneMap): {first: ZoneSeed; share: number} {
  const votes = new Map<ZoneSeed, number>()
  for (const sample of samples) {
    const ruler = zones(sample)
    votes.set(ruler, (votes.get(ruler) ?? 0) + 1)
  }
  let first = zones(samples[0]!)
  for (const [zoneSeed, count] of votes) if (count > votes.get(first)!) first = zoneSeed
  let same = 0
  for (const [{zone, district}, count] of votes)
    if (zone === first.zone && district === first.district) same += count
  return {first, share: same / samples.length}
}

/** The direction of the longest straight run of a plot's sides that are roads; its box's where there is none. */
function mainDirection({ring, sides}: Plot): Point {
  let longest = 60
  let best: Point | undefined
  for (let side = 0; side < ring.length; side++) {
    if (sides[side] === 'limit' || sides[side] === 'path') continue
    const direction = heading(ring[side]!, ring[(side + 1) % ring.length]!)
    let run = 0
    for (let next = side; next < side + ring.length; next++) {
      const a = ring[next % ring.length]!
      const b = ring[(next + 1) % ring.length]!
      if (dot(heading(a, b), direction) < 0.99) break
      run += distance(a, b)
    }
    if (run > longest) {
      longest = run
      best = direction
    }
  }
  return best ?? orientedBox(ring).along
}
