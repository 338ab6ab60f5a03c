import type {Draw} from '../../../tools/numbers/draw.ts'
import {insetRing} from '../../../tools/space/inset-ring.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {ringCentroid} from '../../../tools/space/ring-centroid.ts'
import {chordOf, type OnRing} from '../../../tools/space/split-ring.ts'
import {distance, heading, leftOf, type Point, step} from '../../../tools/space/vector.ts'
import type {MainLine} from '../plan/main-lines.ts'

/** Walks of a park: one around some way in, and straight ones through its middle. */
export function parkPaths(ring: readonly Point[], along: Point, draw: Draw): MainLine[] {
  const area = ringArea(ring)
  if (area < 8000 || area > 600_000) return []
  const paths: MainLine[] = []
  const around = insetRing(ring, Math.min(70, Math.sqrt(area) / 6), 16)
  if (around && area > 25_000) paths.push({class: 'path', points: [...around, around[0]!]})
  const middle = ringCentroid(ring)
  const tilt = draw.between(0.6, 1.3)
  const directions = [
    heading([0, 0], step(along, leftOf(along), tilt)),
    heading([0, 0], step(along, leftOf(along), -tilt)),
  ]
  for (const direction of directions) {
    const chord: [OnRing, OnRing] | undefined = chordOf(ring, middle, direction)
    if (chord && distance(chord[0].at, chord[1].at) > 60)
      paths.push({class: 'path', points: [chord[0].at, chord[1].at]})
  }
  return paths
}
