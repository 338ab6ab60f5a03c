import {characterOf} from '../ground/plan/character.ts'
import {warpOf} from '../ground/plan/warp.ts'
import {planMetres} from '../space/plan-frame.ts'
import type {Point} from '../space/vector.ts'

/** From a place of the planner's template to where it lies in this seed's city. Costs nothing: no ground is made. */
export function placeInPlan(seed: number): (spot: Point) => Point {
  const character = characterOf(seed)
  const warp = warpOf(seed, character)
  return ([x, y]) => {
    const [east, north] = warp(`${x},${y}`)[0]!
    return [character.isMirrored ? planMetres - east : east, north]
  }
}
