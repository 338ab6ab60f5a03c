import {boxOf} from '../../../tools/space/box-of.ts'
import type {Point} from '../../../tools/space/vector.ts'

/** A rectangle of a grid's cells: its south-west cell, its size in cells, and a cell's side. */
export type GridWindow = {column: number; row: number; columns: number; rows: number; cellMetres: number}

/** What the cells of a window know of a line; row by row from the south. */
export type LineField = {
  /** Metres to the line; `far` beyond the reach. */
  metres: Float32Array
  /** Metres along the line to the place nearest to the cell. */
  along: Float32Array
}

/** Stands for a distance beyond the reach. */
const far = 1e6

/** The cells of a grid of so many by so many cells that are within so many metres of some points. */
export function windowAround(
  points: readonly Point[],
  reachMetres: number,
  {cells, cellMetres}: {cells: number; cellMetres: number},
): GridWindow {
  const [west, south, east, north] = boxOf(points, reachMetres)
  const clamp = (metres: number) => Math.min(cells - 1, Math.max(0, Math.floor(metres / cellMetres)))
  const column = clamp(west)
  const row = clamp(south)
  return {
    column,
    row,
    columns: clamp(east) - column + 1,
    rows: clamp(north) - row + 1,
    cellMetres,
  }
}

/** Distances of a window's cell centres to a line, as far as the reach. */
export function lineField(line: readonly Point[], reachMetres: number, window: GridWindow): LineField {
  const {column: west, row: south, columns, rows, cellMetres} = window
  const metres = new Float32Array(columns * rows).fill(far)
  const along = new Float32Array(columns * rows)
  let passed = 0
  for (let index = 0; index + 1 < line.length; index++) {
    const [ax, ay] = line[index]!
    const [bx, by] = line[index + 1]!
    const dx = bx - ax
    const dy = by - ay
    const square = dx * dx + dy * dy
    const length = Math.sqrt(square)
    const first = Math.max(0, Math.floor((Math.min(ax, bx) - reachMetres) / cellMetres) - west)
    const last = Math.min(columns - 1, Math.floor((Math.max(ax, bx) + reachMetres) / cellMetres) - west)
    const bottom = Math.max(0, Math.floor((Math.min(ay, by) - reachMetres) / cellMetres) - south)
    const top = Math.min(rows - 1, Math.floor((Math.max(ay, by) + reachMetres) / cellMetres) - south)
    for (let row = bottom; row <= top; row++) {
      const py = (row + south + 0.5) * cellMetres - ay
      for (let column = first; column <= last; column++) {
        const px = (column + west + 0.5) * cellMetres - ax
        const share = square === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square))
        const x = px - share * dx
        const y = py - share * dy
        const away = Math.sqrt(x * x + y * y)
        const at = row * columns + column
        if (away < metres[at]! && away <= reachMetres) {
          metres[at] = away
          along[at] = passed + share * length
        }
      }
    }
    passed += length
  }
  return {metres, along}
}
