import type {Plan} from '../plan/plan.ts'
import {reservoirMetres, terrainCells, waterKinds} from '../terrain.ts'
import type {Pond} from './carve-ravines.ts'
import {cellAt} from './cell-at.ts'
import {floodFill} from './flood-fill.ts'

/** What water stands in each cell: sea and river below 0, the reservoir as high as its dam holds it, and the ponds. */
export function fillWaters(
  {waters: {river, dam}}: Plan,
  heights: Float32Array,
  isSea: Uint8Array,
  ponds: Pond[],
): Uint8Array {
  const water = new Uint8Array(heights.length)
  const kind = (name: (typeof waterKinds)[number]) => waterKinds.indexOf(name)
  for (let cell = 0; cell < water.length; cell++)
    if (heights[cell]! < 0) water[cell] = isSea[cell] ? kind('sea') : kind('river')
  const damNorth = Math.max(dam[0][1], dam[1][1])
  const above = river.findLast(([, y]) => y > damNorth + 250 && y < terrainCells * 4)
  const reservoir = above && floodFill(heights, cellAt(above), reservoirMetres, 1_500_000)
  if (!reservoir) throw new Error('The dam does not hold the reservoir.')
  for (const cell of reservoir) water[cell] = kind('reservoir')
  for (const {cells} of ponds) for (const cell of cells) water[cell] = kind('pond')
  return water
}
