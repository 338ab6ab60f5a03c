import {expect, test} from 'vitest'
import {layeredNoise} from '../../../tools/numbers/noise.ts'
import {simplifySurface} from './simplify-surface.ts'

const side = 64
const width = side + 1
const hills = Float32Array.from(
  {length: width * width},
  (_, index) => 20 * layeredNoise(5, (index % width) / 23, Math.floor(index / width) / 23, 3),
)

/** Height of the triangles at a grid point, and how many of them hold it inside or on an edge. */
function surfaceAt(heights: Float32Array, corners: Uint32Array, x: number, y: number) {
  const found: number[] = []
  for (let t = 0; t < corners.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map(k => {
      const index = corners[t + k]!
      return {x: index % width, y: Math.floor(index / width), z: heights[index]!}
    }) as [Corner, Corner, Corner]
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    const u = ((b.x - x) * (c.y - y) - (c.x - x) * (b.y - y)) / area
    const v = ((c.x - x) * (a.y - y) - (a.x - x) * (c.y - y)) / area
    if (u >= 0 && v >= 0 && u + v <= 1) found.push(u * a.z + v * b.z + (1 - u - v) * c.z)
  }
  return found
}
type Corner = {x: number; y: number; z: number}

test.each([0.1, 0.5, 2])(
  'every grid point is within %d m of the surface, and it has no cracks',
  tolerance => {
    const {corners, count} = simplifySurface(hills, side, tolerance)
    expect(count).toBeLessThan(2 * side * side)
    for (let y = 0; y <= side; y++)
      for (let x = 0; x <= side; x++) {
        const found = surfaceAt(hills, corners, x, y)
        expect(found.length).toBeGreaterThan(0)
        for (const z of found)
          expect(Math.abs(z - hills[y * width + x]!)).toBeLessThanOrEqual(tolerance + 1e-4)
        // Triangles that meet in a point agree about it.
        expect(Math.max(...found) - Math.min(...found)).toBeLessThan(1e-4)
      }
  },
)

test('triangles turn left, cover the square once, and a plane needs two', () => {
  const plane = Float32Array.from({length: width * width}, (_, index) => (index % width) * 0.5)
  expect(simplifySurface(plane, side, 0.01).count).toBe(2)
  const {corners} = simplifySurface(hills, side, 0.2)
  let area = 0
  for (let t = 0; t < corners.length; t += 3) {
    const [a, b, c] = [corners[t]!, corners[t + 1]!, corners[t + 2]!]
    const cross =
      ((b % width) - (a % width)) * (Math.floor(c / width) - Math.floor(a / width)) -
      ((c % width) - (a % width)) * (Math.floor(b / width) - Math.floor(a / width))
    expect(cross).toBeGreaterThan(0)
    area += cross / 2
  }
  expect(area).toBe(side * side)
})

test('a smaller tolerance takes more triangles; a side that is no power of two is refused', () => {
  const counts = [4, 1, 0.3, 0].map(tolerance => simplifySurface(hills, side, tolerance).count)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts.at(-1)).toBe(2 * side * side)
  expect(() => simplifySurface(hills, 60, 1)).toThrow('a power of two')
})
