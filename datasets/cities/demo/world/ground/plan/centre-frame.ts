import {heading, leftOf, type Point, step} from '../../../tools/space/vector.ts'
import type {Warp} from './warp.ts'

/** The straight frame of the old centre: `along` the coast from its western corner, then inland. */
export type CentreFrame = {
  origin: Point
  /** Unit vector along the coast, towards the river. */
  along: Point
  inland: Point
  place: (along: number, inland: number) => Point
}

/** Metres of the old centre, along the coast and inland. */
export const centreLength = 1800
export const centreDepth = 1300

export function centreFrame(warp: Warp): CentreFrame {
  const [origin, end] = warp('2450,1560 4065,2233') as [Point, Point]
  const along = heading(origin, end)
  return {origin, along, inland: leftOf(along), place: (ahead, inland) => step(origin, along, ahead, inland)}
}
