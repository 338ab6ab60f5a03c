import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import type {Point} from '../../../../tools/space/vector.ts'

/** Places spread evenly over a ring, about so many; at least one, its first corner if need be. */
export function samplesIn(ring: readonly Point[], count: number): Point[] {
  const [west, south, east, north] = boxOf(ring)
  const spacing = Math.max(1, Math.sqrt(((east - west) * (north - south)) / count))
  const samples: Point[] = []
  for (let y = south + spacing / 2; y < north; y += spacing)
    for (let x = west + spacing / 2; x < east; x += spacing) if (isInside([x, y], ring)) samples.push([x, y])
  return samples.length > 0 ? samples : [ring[0]!]
}
