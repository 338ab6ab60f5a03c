import type {LatticeRectangle} from './lattice.ts'

/**
 * Rectangles inside a building of rectangles that cannot be made larger.
 * @param xs all their sides, in order
 * @param ys likewise
 */
export function largestRectangles(
  rectangles: readonly LatticeRectangle[],
  xs: number[],
  ys: number[],
): LatticeRectangle[] {
  if (rectangles.length === 1) return [...rectangles]
  const columns = xs.length - 1
  const isBuilt = (column: number, row: number) =>
    rectangles.some(
      ([left, front, right, back]) =>
        left <= xs[column]! && right >= xs[column + 1]! && front <= ys[row]! && back >= ys[row + 1]!,
    )
  const built: boolean[] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column < columns; column++) built.push(isBuilt(column, row))
  const isFull = (left: number, front: number, right: number, back: number) => {
    if (left < 0 || front < 0 || right > columns || back > ys.length - 1) return false
    for (let row = front; row < back; row++)
      for (let column = left; column < right; column++) if (!built[row * columns + column]) return false
    return true
  }
  const found: LatticeRectangle[] = []
  for (let left = 0; left < columns; left++)
    for (let right = left + 1; right <= columns; right++)
      for (let front = 0; front < ys.length - 1; front++)
        for (let back = front + 1; back < ys.length; back++) {
          if (!isFull(left, front, right, back)) break
          const isLargest =
            !isFull(left - 1, front, right, back) &&
            !isFull(left, front - 1, right, back) &&
            !isFull(left, front, right + 1, back) &&
            !isFull(left, front, right, back + 1)
          if (isLargest) found.push([xs[left]!, ys[front]!, xs[right]!, ys[back]!])
        }
  return found
}
