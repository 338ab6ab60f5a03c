import {cellMetres, terrainCells} from '../terrain.ts'

/** Cells a side and metres a cell of the coarse grid, on which slow things are worked out. */
export const coarse = {cells: 500, cellMetres: 16} as const

const ratio = coarse.cellMetres / cellMetres

/** Values of the coarse grid, at the centres of its cells. */
export function coarseField(valueAt: (x: number, y: number) => number): Float32Array {
  const values = new Float32Array(coarse.cells * coarse.cells)
  for (let row = 0; row < coarse.cells; row++)
    for (let column = 0; column < coarse.cells; column++)
      values[row * coarse.cells + column] = valueAt(
        (column + 0.5) * coarse.cellMetres,
        (row + 0.5) * coarse.cellMetres,
      )
  return values
}

/** One row of the terrain's cells, between the coarse values around them. */
export function fineRow(field: Float32Array, row: number, out: Float32Array): void {
  const up = Math.min(coarse.cells - 1, Math.max(0, (row + 0.5) / ratio - 0.5))
  const low = Math.min(coarse.cells - 2, Math.floor(up))
  const shareUp = up - low
  const start = low * coarse.cells
  for (let column = 0; column < terrainCells; column++) {
    const across = Math.min(coarse.cells - 1, Math.max(0, (column + 0.5) / ratio - 0.5))
    const left = Math.min(coarse.cells - 2, Math.floor(across))
    const share = across - left
    const at = start + left
    const below = field[at]! + (field[at + 1]! - field[at]!) * share
    const above =
      field[at + coarse.cells]! + (field[at + coarse.cells + 1]! - field[at + coarse.cells]!) * share
    out[column] = below + (above - below) * shareUp
  }
}
