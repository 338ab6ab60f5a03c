import {expect, test} from 'vitest'
import {gridAround, heightRaster} from './height-raster.ts'
import {obstaclesOf, type Prism} from './prisms.ts'
import {skyViewFactor} from './sky-view.ts'
import {windowOf} from './sun-hours.ts'
import {isSeen, viewshed} from './viewshed.ts'

const box = (west: number, south: number, east: number, north: number, topMetres: number): Prism => ({
  key: `${west} ${south}`,
  polygons: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
  baseMetres: 0,
  topMetres,
})
const flat = () => 0

test('the open sky is whole', () => {
  expect(skyViewFactor(heightRaster(gridAround(60, 1), flat, []), 0, 0)).toBe(1)
})

test.each([
  [10, 10],
  [20, 10],
  [10, 20],
])(
  'in the middle of a street between endless walls %d m high, %d m apart, the sky is cos(tan⁻¹(2H/W))',
  (height, width) => {
    // T. R. Oke, Canyon geometry and the nocturnal urban heat island, J. Climatology 1 (1981), eq. 4.
    const raster = heightRaster(gridAround(400, 1), flat, [
      box(-400, width / 2 + 0.5, 400, width / 2 + 10, height),
      box(-400, -width / 2 - 10, 400, -width / 2 - 0.5, height),
    ])
    const wall = Math.atan((2 * height) / (width + 1))
    const factor = skyViewFactor(raster, 0, 0, {directions: 180, reachMetres: 400})
    expect(Math.abs(factor - Math.cos(wall))).toBeLessThan(0.02)
  },
)

test('what is seen on the raster is what straight lines past the walls see', () => {
  let seed = 7
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
  const prisms = Array.from({length: 25}, () => {
    const [west, south] = [Math.round(random() * 160 - 80), Math.round(random() * 160 - 80)]
    return Math.hypot(west, south) < 25
      ? box(90, 90, 91, 91, 3)
      : box(west - 0.5, south - 0.5, west + 7.5 + Math.round(random() * 8), south + 7.5, 4 + random() * 20)
  })
  const raster = heightRaster(gridAround(100, 1), flat, prisms)
  const window = windowOf(raster, 95)
  const from = {at: [0, 0] as [number, number], height: 1.6}
  const seen = viewshed(raster, from, window)
  const obstacles = obstaclesOf(prisms)
  let [asked, alike, seenCells] = [0, 0, 0]
  for (const [i, cell] of window.cells.entries()) {
    const roof = raster.roofs[cell]!
    // A roof's own walls are no part of the raster's question.
    if (roof > 0) continue
    const to = {
      at: [(cell % raster.columns) - 100, Math.floor(cell / raster.columns) - 100] as [number, number],
      height: 0,
    }
    asked++
    seenCells += seen[i]!
    if (isSeen(obstacles, from, to) === (seen[i] === 1)) alike++
  }
  expect(seenCells / asked).toBeGreaterThan(0.1)
  expect(seenCells / asked).toBeLessThan(0.9)
  // Walls lie on the cells' edges: only lines along a wall may differ.
  expect(alike / asked).toBeGreaterThan(0.998)
})

test('over a wall: by similar triangles', () => {
  // Eye at 2 m, wall 10 m off and 7 m high: 40 m off, the line over its edge is 2 + 5 × 40 / 10 = 22 m high.
  const obstacles = obstaclesOf([box(10, -50, 12, 50, 7)])
  const eye = {at: [0, 0] as [number, number], height: 2}
  expect(isSeen(obstacles, eye, {at: [40, 0], height: 22.05})).toBe(true)
  expect(isSeen(obstacles, eye, {at: [40, 0], height: 21.95})).toBe(false)
  expect(isSeen(obstacles, eye, {at: [9.9, 0], height: 0})).toBe(true)
})
