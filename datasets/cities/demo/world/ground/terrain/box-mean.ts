/** Mean of a square grid's values in the box of so many cells to all sides: one pass along rows, one along columns. */
export function boxMean(values: Float32Array, cells: number, reach: number): Float32Array {
  const rows = new Float32Array(values.length)
  const means = new Float32Array(values.length)
  for (let row = 0; row < cells; row++) slide(values, rows, row * cells, 1, cells, reach)
  for (let column = 0; column < cells; column++) slide(rows, means, column, cells, cells, reach)
  return means
}

function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  reach: number,
) {
  const width = 2 * reach + 1
  let sum = 0
  for (let index = 0; index < Math.min(reach, count); index++) sum += from[start + index * stride]!
  for (let index = 0; index < count; index++) {
    if (index + reach < count) sum += from[start + (index + reach) * stride]!
    if (index > reach) sum -= from[start + (index - reach - 1) * stride]!
    to[start + index * stride] = sum / width
  }
}
