import {planMetres} from '../../tools/space/plan-frame.ts'
import type {Point} from '../../tools/space/vector.ts'
import {characterOf} from '../../world/ground/plan/character.ts'
import {warpOf} from '../../world/ground/plan/warp.ts'

/** From a place of the planner's template to where it lies in this seed's city. Costs nothing: no ground is made. */
export function placeInPlan(seed: number): (spot: Point) => Point {
  const character = characterOf(seed)
  const warp = warpOf(seed, character)
  return ([x, y]) => {
    const [east, north] = warp(`${x},${y}`)[0]!
    return [character.isMirrored ? planMetres - east : east, north]
  }
}
