/** The marked cells of a square grid and all that are so many cells or fewer from one, along rows and along columns. */
export function widenCells(marks: Uint8Array, cells: number, reach: number): Uint8Array {
  const wide = new Uint8Array(marks.length)
  for (let row = 0; row < cells; row++) {
    const start = row * cells
    for (let column = 0, last = -Infinity; column < cells; column++) {
      if (marks[start + column]) last = column
      if (column - last <= reach) wide[start + column] = 1
    }
    for (let column = cells - 1, last = Infinity; column >= 0; column--) {
      if (marks[start + column]) last = column
      if (last - column <= reach) wide[start + column] = 1
    }
  }
  // Row by row again, with the last marked row of every column: memory is read in order.
  const high = new Uint8Array(marks.length)
  const lastRow = new Int32Array(cells).fill(-cells - reach)
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const cell = row * cells + column
      if (wide[cell]) lastRow[column] = row
      if (row - lastRow[column]! <= reach) high[cell] = 1
    }
  lastRow.fill(2 * cells + reach)
  for (let row = cells - 1; row >= 0; row--)
    for (let column = 0; column < cells; column++) {
      const cell = row * cells + column
      if (wide[cell]) lastRow[column] = row
      if (lastRow[column]! - row <= reach) high[cell] = 1
    }
  return high
}
