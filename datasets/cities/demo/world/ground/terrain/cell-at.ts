import type {Point} from '../../../tools/space/vector.ts'
import {cellMetres, terrainCells} from '../terrain.ts'

/** Index of the terrain's cell that holds a place; of the nearest one for a place outside the plan. */
export function cellAt([x, y]: Point): number {
  const column = Math.min(terrainCells - 1, Math.max(0, Math.floor(x / cellMetres)))
  const row = Math.min(terrainCells - 1, Math.max(0, Math.floor(y / cellMetres)))
  return row * terrainCells + column
}
