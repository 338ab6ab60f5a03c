import type {Draw} from '../../../../tools/numbers/draw.ts'
import {cos, pi, sin} from '../../../../tools/numbers/exact.ts'
import {insetRing} from '../../../../tools/space/inset-ring.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {chordOf, type OnRing, staysInside} from '../../../../tools/space/split-ring.ts'
import {between, distance, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {MainLine} from '../../plan/main-lines.ts'

/** Walks of a park: one around some way in, and bent ones across it, more of them the larger it is. */
export function parkPaths(ring: readonly Point[], along: Point, draw: Draw): MainLine[] {
  const area = ringArea(ring)
  if (area < 8000 || area > 600_000) return []
  const paths: MainLine[] = []
  const around = insetRing(ring, Math.min(70, Math.sqrt(area) / 6), 16)
  if (around && area > 25_000) paths.push({class: 'path', points: [...around, around[0]!]})
  const reach = 0.2 * Math.sqrt(area)
  const count = 1 + Math.min(3, Math.floor(area / 60_000)) + draw.below(2)
  const first = draw.between(-1, 1)
  for (let index = 0; index < count; index++) {
    const through = step(ringCentroid(ring), along, draw.between(-reach, reach), draw.between(-reach, reach))
    const angle = pi * (first + (index + draw.between(-0.25, 0.25)) / count)
    const chord = chordOf(ring, through, step([0, 0], along, cos(angle), sin(angle)))
    if (chord) paths.push(...walkAcross(ring, chord, draw.between(-mostBow, mostBow)))
  }
  return paths
}

/** How far a walk bends aside, as a share of its length. */
const mostBow = 0.12

/** A walk from gate to gate; straight where it would leave the park, and none where there is hardly any way to go. */
function walkAcross(ring: readonly Point[], [from, to]: [OnRing, OnRing], bow: number): MainLine[] {
  const metres = distance(from.at, to.at)
  if (metres < 60) return []
  const side = leftOf(heading(from.at, to.at))
  const bent = [0.25, 0.5, 0.75].map(
    (share): Point => step(between(from.at, to.at, share), side, 4 * share * (1 - share) * bow * metres),
  )
  const points = [from.at, ...bent, to.at]
  const isInPark = staysInside(points, ring, from, to)
  return [{class: 'path', points: isInPark ? points : [from.at, to.at]}]
}
