import {type HeightField, heightAt, type Triangles} from '../layers/height-field.ts'
import {MeshRefiner} from './refine-mesh.ts'

/** Cells on a side of a block that is refined at once, and of them all on a side at most. */
const [blockCells, mostCells] = [128, 1152]
/** How far the ground may be from the triangles, metres; doubled until there are no more than that of them. */
const [finestMetres, mostTriangles] = [0.2, 150_000]

/**
 * A height field as triangles, counter-clockwise seen from above, that share their corners: large ones where the ground
 * is plain. It is cut into blocks, whose common sides have the same points.
 */
export function fieldMesh(field: HeightField): Triangles {
  const blocks = (points: number) => Math.max(1, Math.round(Math.min(points - 1, mostCells) / blockCells))
  const [across, up] = [blocks(field.columns), blocks(field.rows)]
  for (let mostOff = finestMetres; ; mostOff *= 2) {
    const mesh = refined(field, across, up, mostOff)
    if (mesh.triangles.length / 3 <= mostTriangles) return mesh
  }
}

function refined(field: HeightField, across: number, up: number, mostOff: number): Triangles {
  const {west, south, east, north} = field
  const [cellsAcross, cellsUp] = [across * blockCells, up * blockCells]
  const lonOf = (column: number) => west + (column / cellsAcross) * (east - west)
  const latOf = (row: number) => south + (row / cellsUp) * (north - south)
  const refiner = new MeshRefiner(blockCells)
  const side = blockCells + 1
  const heights = new Float64Array(side * side)
  const numbers = new Int32Array((cellsAcross + 1) * (cellsUp + 1)).fill(-1)
  const [corners, triangles]: [number[], number[]] = [[], []]

  for (let top = 0; top < cellsUp; top += blockCells)
    for (let left = 0; left < cellsAcross; left += blockCells) {
      for (let row = 0; row < side; row++)
        for (let column = 0; column < side; column++)
          heights[row * side + column] = heightAt(field, lonOf(left + column), latOf(top + row))
      const {columns, rows, triangles: inside} = refiner.refine(heights, mostOff, blockCells)
      for (const point of inside) {
        const [column, row] = [left + columns[point]!, top + rows[point]!]
        const at = row * (cellsAcross + 1) + column
        if (numbers[at]! < 0) {
          numbers[at] = corners.length / 3
          corners.push(lonOf(column), latOf(row), heights[rows[point]! * side + columns[point]!]!)
        }
        triangles.push(numbers[at]!)
      }
    }
  return {corners: Float64Array.from(corners), triangles}
}
