import {Draw} from '../../../tools/numbers/draw.ts'
import {distance, type Point, step} from '../../../tools/space/vector.ts'
import type {Plan} from '../plan/plan.ts'
import {alongLine} from './along-line.ts'
import {cellAt} from './cell-at.ts'

/** Where the steppe's burial mounds stand in the planner's template: on the watersheds, in twos and threes. */
const groups = '620,7350 3050,7450 420,3150 7500,7050 7620,6200'

/** Raises the mounds (кургани) of the steppe: 2 to 5 m high, round, on high ground only. */
export function raiseMounds({seed, warp}: Plan, heights: Float32Array): void {
  for (const [index, middle] of warp(groups).entries()) {
    const draw = new Draw(seed, 'mounds', index)
    const count = 1 + draw.below(3)
    for (let mound = 0; mound < count; mound++) {
      const at: Point = [middle[0] + draw.between(-160, 160), middle[1] + draw.between(-160, 160)]
      const metres = draw.between(2, 5)
      const radius = metres * draw.between(5.5, 7.5)
      if (heights[cellAt(at)]! < 8 || distance(at, middle) > 220) continue
      alongLine([at, step(at, [1, 0], 1)], radius, (cell, away) => {
        const share = 1 - (away / radius) * (away / radius)
        heights[cell] = heights[cell]! + metres * share * share
      })
    }
  }
}
