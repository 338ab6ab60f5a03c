import {cos, pi, sin} from '../../../tools/numbers/exact.ts'
import {hash} from '../../../tools/numbers/hash.ts'
import {noise} from '../../../tools/numbers/noise.ts'
import {heading, leftOf, type Point, step} from '../../../tools/space/vector.ts'
import {districtIndex} from '../../districts.ts'
import type {Zone} from '../layout/layout.ts'
import type {MainLine} from './main-lines.ts'
import type {Warp} from './warp.ts'
import type {ZoneSeed} from './zone-seeds.ts'

/** A settlement in the fields on a road: the limit around it, and what it is on both sides of the road. */
export type Hamlet = {limit: MainLine; seeds: ZoneSeed[]}

/** Where, a place further along the road, how far it reaches along it and aside. */
const sketches: {
  at: string
  reach: readonly [number, number]
  zone: Zone
  district: keyof typeof districtIndex
}[] = [
  {at: '2195,7230 2150,7700', reach: [380, 250], zone: 'garden', district: 'stepovyi'},
  {at: '190,4765 620,4730', reach: [330, 210], zone: 'village', district: 'uzberezhnyi'},
  {at: '7690,5140 8050,5200', reach: [360, 220], zone: 'garden', district: 'zarichchianskyi'},
  {at: '6420,7150 6500,8050', reach: [330, 200], zone: 'village', district: 'zarichchianskyi'},
]

export const hamletsOf = (seed: number, warp: Warp): Hamlet[] =>
  sketches.map(({at, reach: [ahead, aside], zone, district}, index) => {
    const [middle, further] = warp(at) as [Point, Point]
    const along = heading(middle, further)
    const key = hash(seed, 'hamlet', index)
    const ring = Array.from({length: 28}, (_, part): Point => {
      const angle = (part * 2 * pi) / 28
      const swell = 1 + 0.3 * noise(key, 1.3 * cos(angle), 1.3 * sin(angle))
      return step(middle, along, ahead * swell * cos(angle), aside * swell * sin(angle))
    })
    const seeds = [-1, 1].map(
      (side): ZoneSeed => ({
        at: step(middle, leftOf(along), side * 70),
        zone,
        district: districtIndex[district],
        key: hash(key, side),
      }),
    )
    return {limit: {class: 'limit', points: [...ring, ring[0]!]}, seeds}
  })
