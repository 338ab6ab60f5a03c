import {Draw} from '../../numbers/draw.ts'
import {hash} from '../../numbers/hash.ts'
import {orientedBox} from '../../space/oriented-box.ts'
import {ringArea} from '../../space/ring-area.ts'
import {distance, dot, heading, type Point} from '../../space/vector.ts'
import type {Face} from '../graph/faces.ts'
import type {GraphEdge} from '../graph/plane-graph.ts'
import type {Zone} from '../layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import type {ZoneSeed} from '../plan/zone-seeds.ts'
import {quarterGrain} from './grain.ts'
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

/** Zones without streets of their own. */
const open: ReadonlySet<Zone> = new Set(['field', 'park', 'harbour', 'cemetery', 'centre'])
const smallestSquareMetres = 60_000
const mixedGrain = {
  width: 330,
  length: 420,
  jitter: 0.2,
  bow: 0.04,
  turn: 0.1,
  continues: 0.5,
  classes: ['local', 'local'],
} as const

/**
 * Divides the faces between main lines and rims into quarters of one zone each, by streets. Where zones share a face
 * their limits follow those streets.
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
    const ruler = rulerOf(samples, zones).first
    const isBuildable = !isUnbuildable(
      unbuildable,
      samples,
      ruler.zone === 'village' || ruler.zone === 'harbour',
    )
    if (!isBuildable) {
      const zone = ruler.zone === 'field' || ruler.zone === 'cemetery' ? ruler.zone : 'park'
      quarters.push({
        plot,
        zone,
        district: ruler.district,
        along: [1, 0],
        key: hash(ruler.key, quarters.length),
        isBuildable,
      })
      continue
    }
    const draw = new Draw(ruler.key, 'quarters', Math.round(face.area))
    const waiting: {plot: Plot; along: Point}[] = [{plot, along: mainDirection(plot)}]
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const {first, share} = rulerOf(samplesIn(next.plot.ring, 40), zones)
      const isMixed = share < 0.88 && ringArea(next.plot.ring) > smallestSquareMetres
      const grain = isMixed ? mixedGrain : open.has(first.zone) ? undefined : quarterGrain[first.zone]
      const along = frameOf(next.plot.ring, next.along)
      const cut = grain && cutPlot(next.plot, along, {...grain, classes: [...grain.classes]}, draw, junctions)
      if (!cut) {
        quarters.push({
          plot: next.plot,
          zone: first.zone,
          district: first.district,
          along,
          key: hash(first.key, quarters.length),
          isBuildable,
        })
        continue
      }
      const isTown = cut.plots.some(part =>
        samplesIn(part.ring, 30).some(point => !open.has(zones(point).zone)),
      )
      if (isTown) streets.push({class: cut.class, points: cut.line})
      waiting.push(...cut.plots.map(part => ({plot: part, along})))
    }
  }
  return {quarters, streets}
}

/** The seed that rules most of some places, and its share of them. */
function rulerOf(samples: readonly Point[], zones: ZoneMap): {first: ZoneSeed; share: number} {
  const votes = new Map<ZoneSeed, number>()
  for (const sample of samples) {
    const ruler = zones(sample)
    votes.set(ruler, (votes.get(ruler) ?? 0) + 1)
  }
  let first = zones(samples[0]!)
  for (const [zoneSeed, count] of votes) if (count > votes.get(first)!) first = zoneSeed
  // Seeds of one and the same zone and district are no mixture.
  let same = 0
  for (const [zoneSeed, count] of votes)
    if (zoneSeed.zone === first.zone && zoneSeed.district === first.district) same += count
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
