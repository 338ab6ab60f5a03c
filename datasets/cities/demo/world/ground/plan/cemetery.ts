import {hash} from '../../../tools/numbers/hash.ts'
import {between, heading, type Point, step} from '../../../tools/space/vector.ts'
import {districtIndex} from '../../districts.ts'
import type {MainLine} from './main-lines.ts'
import type {Warp} from './warp.ts'
import type {ZoneSeed} from './zone-seeds.ts'

/** The cemetery's ground, at the western road outside the town. */
export function cemeteryOf(warp: Warp): Point[] {
  const [middle, from, to] = warp('700,4420 300,4755 1100,4715') as [Point, Point, Point]
  const along = heading(from, to)
  return [
    step(middle, along, -280, -190),
    step(middle, along, 280, -190),
    step(middle, along, 280, 190),
    step(middle, along, -280, 190),
  ]
}

/** The street around it and the way to the western road. */
export const cemeteryLines = ([a, b, c, d]: Point[], warp: Warp): MainLine[] => [
  {class: 'local', points: [a!, b!, c!, d!, a!]},
  {class: 'local', points: [between(c!, d!, 0.5), ...warp('705,4732')]},
]

export const cemeterySeed = (seed: number, [a, , c]: Point[]): ZoneSeed => ({
  at: between(a!, c!, 0.5),
  zone: 'cemetery',
  district: districtIndex.uzberezhnyi,
  key: hash(seed, 'cemetery'),
})
