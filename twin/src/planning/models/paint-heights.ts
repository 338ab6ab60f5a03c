import type {Grid} from '../height-raster.ts'
import type {Mesh} from './mesh.ts'

/**
 * Calls with every cell whose middle lies under a triangle, and the height of the triangle there; a cell under several
 * is called for each. Upright triangles cover no cell.
 */
export function paintHeights(
  {west, south, cellMetres, columns, rows}: Grid,
  {positions, triangles}: Pick<Mesh, 'positions' | 'triangles'>,
  paint: (cell: number, height: number) => void,
): void {
  const columnOf = (corner: number) => (positions[corner]! - west) / cellMetres - 0.5
  const rowOf = (corner: number) => (positions[corner + 1]! - south) / cellMetres - 0.5
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3]
    const [ax, ay, bx, by, cx, cy] = [columnOf(a), rowOf(a), columnOf(b), rowOf(b), columnOf(c), rowOf(c)]
    const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    if (Math.abs(twice) < 1e-9) continue
    const [ha, hb, hc] = [positions[a + 2]!, positions[b + 2]!, positions[c + 2]!]
    const lastRow = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy)))
    const lastColumn = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx)))
    for (let row = Math.max(0, Math.ceil(Math.min(ay, by, cy))); row <= lastRow; row++)
      for (let column = Math.max(0, Math.ceil(Math.min(ax, bx, cx))); column <= lastColumn; column++) {
        const ofB = ((column - ax) * (cy - ay) - (cx - ax) * (row - ay)) / twice
        const ofC = ((bx - ax) * (row - ay) - (column - ax) * (by - ay)) / twice
        if (ofB < -1e-9 || ofC < -1e-9 || ofB + ofC > 1 + 1e-9) continue
        paint(row * columns + column, ha + ofB * (hb - ha) + ofC * (hc - ha))
      }
  }
}
