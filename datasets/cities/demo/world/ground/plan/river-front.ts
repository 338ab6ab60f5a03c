import {hash} from '../../../tools/numbers/hash.ts'
import {evenSteps} from '../../../tools/space/even-steps.ts'
import {lineBetween} from '../../../tools/space/line-between.ts'
import {metresAlong} from '../../../tools/space/metres-along.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import {between, heading, leftOf, type Point, step} from '../../../tools/space/vector.ts'
import {districtIndex} from '../../districts.ts'
import type {Zone} from '../layout/layout.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {MainLine} from './main-lines.ts'
import {riverHalfWidth} from './river-profile.ts'
import type {Warp} from './warp.ts'
import type {Waters} from './waters.ts'
import type {ZoneSeed} from './zone-seeds.ts'

/** Built-up ground on the right bank between the southern bridge and the mouth. */
export type RiverFront = {
  /** The platform it stands on, raised above most floods. */
  platform: Point[]
  /** Where ships and boats berth along it. */
  quay: Point[]
  lines: MainLine[]
  seeds: ZoneSeed[]
}

const platformMetres = 185

/** An embankment along the water, a street behind the blocks on it, and its way down to the port. */
export function riverFrontOf(
  seed: number,
  warp: Warp,
  {place}: CentreFrame,
  {river, course}: Waters,
  roads: readonly MainLine[],
): RiverFront {
  const [bridge] = warp('5280,3150') as [Point]
  const from = metresAlong(river, bridge) - 60
  const to = course.mouthMetres - 40
  /** A line along the right bank, so many metres in from the water's edge. */
  const bank = (inMetres: number, start = from, end = to) => {
    const line = evenSteps(lineBetween(river, start, end), 40)
    return line.map((point, index) => {
      const ahead = heading(line[Math.max(0, index - 1)]!, line[Math.min(line.length - 1, index + 1)]!)
      const half = riverHalfWidth(course, metresAlong(river, point))
      return step(point, leftOf(ahead), -(half + inMetres))
    })
  }
  const embankment = belowCrossing(bank(26), roads)
  const middle = bank(platformMetres / 2, from + 130)
  const zoneAt = (share: number, zone: Zone, key: number): ZoneSeed => ({
    at: middle[Math.floor(share * middle.length)]!,
    zone,
    district: districtIndex.havanskyi,
    key: hash(seed, 'river-front', key),
  })
  const back = belowCrossing(bank(platformMetres - 14), roads)
  const last = embankment.length - 1
  return {
    platform: [...bank(3), ...bank(platformMetres).reverse()],
    quay: bank(4),
    seeds: [zoneAt(0.15, 'old', 0), zoneAt(0.45, 'old', 1), zoneAt(0.85, 'industry', 2)],
    lines: [
      {class: 'street', points: embankment},
      {class: 'street', points: back},
      {class: 'local', points: [embankment[last]!, back[back.length - 1]!]},
      {class: 'street', points: [back[back.length - 1]!, place(2160, -180)]},
    ],
  }
}

/** A line from where it first crosses an avenue on. */
function belowCrossing(line: Point[], roads: readonly MainLine[]): Point[] {
  for (let index = 0; index + 1 < line.length; index++)
    for (const {class: roadClass, points} of roads)
      for (let side = 0; roadClass === 'avenue' && side + 1 < points.length; side++) {
        const crossing = segmentCrossing(line[index]!, line[index + 1]!, points[side]!, points[side + 1]!)
        if (crossing) return [between(line[index]!, line[index + 1]!, crossing[0]), ...line.slice(index + 1)]
      }
  return line
}
