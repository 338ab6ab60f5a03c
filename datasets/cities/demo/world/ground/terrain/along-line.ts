import type {Point} from '../../../tools/space/vector.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {lineField, windowAround} from './line-field.ts'

/** Visits the terrain's cells within so many metres of a line, with their distance and the nearest place along it. */
export function alongLine(
  line: readonly Point[],
  reachMetres: number,
  visit: (cell: number, metres: number, along: number) => void,
): void {
  const window = windowAround(line, reachMetres, {cells: terrainCells, cellMetres})
  const {metres, along} = lineField(line, reachMetres, window)
  for (let row = 0; row < window.rows; row++)
    for (let column = 0; column < window.columns; column++) {
      const at = row * window.columns + column
      if (metres[at]! <= reachMetres)
        visit((row + window.row) * terrainCells + column + window.column, metres[at]!, along[at]!)
    }
}
