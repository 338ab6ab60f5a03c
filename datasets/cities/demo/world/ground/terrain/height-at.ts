import type {Point} from '../../../tools/space/vector.ts'
import {cellMetres, terrainCells} from '../terrain.ts'

/** Height of the ground at a place, between the four cell centres around it. */
export function heightAt(heights: Float32Array, [x, y]: Point): number {
  const acrossCells = Math.min(terrainCells - 1.001, Math.max(0, x / cellMetres - 0.5))
  const upCells = Math.min(terrainCells - 1.001, Math.max(0, y / cellMetres - 0.5))
  const column = Math.floor(acrossCells)
  const row = Math.floor(upCells)
  const across = acrossCells - column
  const up = upCells - row
  const at = row * terrainCells + column
  const low = heights[at]! * (1 - across) + heights[at + 1]! * across
  const high = heights[at + terrainCells]! * (1 - across) + heights[at + terrainCells + 1]! * across
  return low * (1 - up) + high * up
}
