/** Values at points that are equally far apart in a map's frame of metres, row 0 in the south. */
export type Grid = {
  west: number
  south: number
  stepX: number
  stepY: number
  columns: number
  rows: number
  values: Float32Array
}

/** Value at a place, bilinear between points; outside, that of the edge. */
export function sample(
  {west, south, stepX, stepY, columns, rows, values}: Grid,
  x: number,
  y: number,
): number {
  const column = Math.max(0, Math.min(columns - 1.001, (x - west) / stepX))
  const row = Math.max(0, Math.min(rows - 1.001, (y - south) / stepY))
  const at = Math.floor(row) * columns + Math.floor(column)
  const [fx, fy] = [column - Math.floor(column), row - Math.floor(row)]
  const below = values[at]! * (1 - fx) + values[at + 1]! * fx
  const above = values[at + columns]! * (1 - fx) + values[at + columns + 1]! * fx
  return below * (1 - fy) + above * fy
}

/** Each value the mean of those within some points of it, three times over: nearly a bell curve. */
export function blurred(grid: Grid, radius: number): Grid {
  const {columns, rows} = grid
  const values = Float32Array.from(grid.values)
  for (let round = 0; round < 3; round++) {
    for (let row = 0; row < rows; row++) means(values, row * columns, 1, columns, radius)
    for (let column = 0; column < columns; column++) means(values, column, columns, rows, radius)
  }
  return {...grid, values}
}

function means(values: Float32Array, start: number, step: number, count: number, radius: number): void {
  const line = new Float64Array(count)
  for (let i = 0; i < count; i++) line[i] = values[start + i * step]!
  const at = (i: number) => line[i < 0 ? 0 : i >= count ? count - 1 : i]!
  let sum = 0
  for (let i = -radius; i <= radius; i++) sum += at(i)
  for (let i = 0; i < count; i++) {
    values[start + i * step] = sum / (2 * radius + 1)
    sum += at(i + radius + 1) - at(i - radius)
  }
}
