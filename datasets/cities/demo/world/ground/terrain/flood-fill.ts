import {terrainCells} from '../terrain.ts'

/**
 * The cells that water fills to a level from one cell on, side by side, below that level.
 * @returns their indices, or undefined where there are more than `most`: then the water is not held
 */
export function floodFill(
  heights: Float32Array,
  from: number,
  level: number,
  most = heights.length,
): number[] | undefined {
  const isWet = new Uint8Array(heights.length)
  const wet: number[] = []
  const waiting = [from]
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (isWet[cell] || heights[cell]! >= level) continue
    isWet[cell] = 1
    if (wet.push(cell) > most) return undefined
    const column = cell % terrainCells
    if (column > 0) waiting.push(cell - 1)
    if (column < terrainCells - 1) waiting.push(cell + 1)
    if (cell >= terrainCells) waiting.push(cell - terrainCells)
    if (cell < terrainCells * (terrainCells - 1)) waiting.push(cell + terrainCells)
  }
  return wet
}
