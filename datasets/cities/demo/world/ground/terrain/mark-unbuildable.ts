import type {Plan} from '../plan/plan.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {boxMean} from './box-mean.ts'
import {cellsInRing} from './cells-in-ring.ts'

export const unbuildableKinds = {none: 0, low: 1, steep: 2, water: 3} as const

const steepest = 0.135
const deepestRavineMetres = 3.5

/** By cell: free to build on, flood plain or beach, too steep or a ravine, water. Ragged edges are smoothed. */
export function markUnbuildable(
  {port, riverFront}: Plan,
  {
    heights,
    isLow,
    ravineDepth,
    water,
  }: {heights: Float32Array; isLow: Uint8Array; ravineDepth: Float32Array; water: Uint8Array},
): Uint8Array {
  const steep = new Float32Array(heights.length)
  for (let row = 2; row < terrainCells - 2; row++)
    for (let column = 2; column < terrainCells - 2; column++) {
      const cell = row * terrainCells + column
      const east = (heights[cell + 2]! - heights[cell - 2]!) / (4 * cellMetres)
      const north = (heights[cell + 2 * terrainCells]! - heights[cell - 2 * terrainCells]!) / (4 * cellMetres)
      if (east * east + north * north > steepest * steepest || ravineDepth[cell]! > deepestRavineMetres)
        steep[cell] = 1
    }
  const share = boxMean(steep, terrainCells, 5)
  const marks = Uint8Array.from(isLow)
  for (let cell = 0; cell < marks.length; cell++) if (share[cell]! > 0.4) marks[cell] = unbuildableKinds.steep
  for (const ring of [...port.fills, ...port.marina.fills, riverFront.platform])
    cellsInRing(ring, {cells: terrainCells, cellMetres}, cell => {
      marks[cell] = unbuildableKinds.none
    })
  for (let cell = 0; cell < marks.length; cell++) if (water[cell]) marks[cell] = unbuildableKinds.water
  return marks
}
