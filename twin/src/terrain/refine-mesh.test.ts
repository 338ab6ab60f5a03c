import fc from 'fast-check'
import {expect, test} from 'vitest'
import {edgePoints} from './edge-points.ts'
import {type GridMesh, MeshRefiner} from './refine-mesh.ts'

const size = 16
const side = size + 1
const refiner = new MeshRefiner(size)

/** How far each point of the grid is from the triangles over it; what no triangle covers is not in the list. */
function distances({columns, rows, triangles}: GridMesh, heights: number[]): number[] {
  const found = new Map<number, number>()
  const at = (point: number) => heights[rows[point]! * side + columns[point]!]!
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!]
    const [ax, ay] = [columns[a]!, rows[a]!]
    const [ux, uy, vx, vy] = [columns[b]! - ax, rows[b]! - ay, columns[c]! - ax, rows[c]! - ay]
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const ofB = ((column - ax) * vy - (row - ay) * vx) / (ux * vy - uy * vx)
        const ofC = (ux * (row - ay) - uy * (column - ax)) / (ux * vy - uy * vx)
        if (ofB < -1e-9 || ofC < -1e-9 || ofB + ofC > 1 + 1e-9) continue
        const plane = at(a) + ofB * (at(b) - at(a)) + ofC * (at(c) - at(a))
        found.set(row * side + column, Math.abs(plane - heights[row * side + column]!))
      }
  }
  return [...found.values()]
}

const doubleArea = ({columns, rows, triangles}: GridMesh): number[] =>
  Array.from({length: triangles.length / 3}, (_, t) => {
    const [a, b, c] = [triangles[t * 3]!, triangles[t * 3 + 1]!, triangles[t * 3 + 2]!]
    return (
      (columns[b]! - columns[a]!) * (rows[c]! - rows[a]!) -
      (rows[b]! - rows[a]!) * (columns[c]! - columns[a]!)
    )
  })

test('any heights: the square is covered once, and no point is further off than allowed', () => {
  const heights = fc.array(fc.integer({min: -50, max: 50}), {minLength: side * side, maxLength: side * side})
  fc.assert(
    fc.property(heights, fc.integer({min: 0, max: 60}), fc.constantFrom(16, 8, 4), (grid, mostOff, every) => {
      const mesh = refiner.refine(grid, mostOff, every)
      const areas = doubleArea(mesh)
      expect(Math.min(...areas)).toBeGreaterThan(0)
      expect(areas.reduce((sum, area) => sum + area, 0)).toBe(2 * size * size)
      const off = distances(mesh, grid)
      expect(off).toHaveLength(side * side)
      expect(Math.max(...off)).toBeLessThanOrEqual(mostOff + 1e-9)
    }),
    {numRuns: 60},
  )
})

test('level ground is two triangles, one peak takes a few, and a refiner remembers nothing', () => {
  const level = Array(side * side).fill(5)
  const peak = level.map((height, i) => (i === 8 * side + 5 ? 30 : height))
  expect(refiner.refine(level, 0.1, size).triangles).toHaveLength(6)
  const pointed = refiner.refine(peak, 0.1, size)
  expect(pointed.triangles.length).toBeGreaterThan(6)
  expect(pointed.triangles.length).toBeLessThan(3 * 40)
  expect(refiner.refine(level, 0.1, size).triangles).toHaveLength(6)
  // 4 × 4 squares of two triangles where a point at every fourth is kept.
  expect(refiner.refine(level, 0.1, 4).triangles).toHaveLength(3 * 32)
})

test('of an edge the corners of its bends are kept', () => {
  expect(edgePoints([0, 0, 0, 0, 4, 8, 8, 8, 8], 0.5, 8)).toEqual([0, 3, 5, 8])
  expect(edgePoints([0, 1, 2, 3, 4, 5, 6, 7, 8], 0.5, 8)).toEqual([0, 8])
  expect(edgePoints([0, 1, 2, 3, 4, 5, 6, 7, 8], 0.5, 4)).toEqual([0, 4, 8])
})
