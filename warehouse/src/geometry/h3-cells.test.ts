import {expect, test} from 'vitest'
import {h3Cell, h3Centre, h3Disk} from './h3-cells.ts'

// uber/h3, tests/inputfiles; longitudes there run from 0 to 360.
const eastOf = (lon: number) => (lon > 180 ? lon - 360 : lon)

// rand08centers.txt and rand09centers.txt: points anywhere in a cell.
test.each([
  ['882da9a013fffff', 38.211769, 38.813474],
  ['881f42a5e7fffff', 54.074847, 24.475938],
  ['8815991b27fffff', 49.793912, 122.185146],
  ['88f23472d1fffff', -79.133655, 199.153891],
  ['892d66c2d67ffff', 47.529838, 35.926653],
  ['89088e96e4fffff', 61.223685, 20.312671],
  ['89814906517ffff', -5.411212, 307.601416],
  ['89f291b8b0fffff', -88.813378, 232.180252],
  ['89032621587ffff', 89.983671, 257.681108],
] as const)('the published point of %s lies in it', (cell, lat, lon) => {
  expect(h3Cell(lat, eastOf(lon), Number.parseInt(cell[1]!, 16))).toBe(cell)
})

// bc14r09centers.txt: middles of cells about a pentagon, the first is the pentagon itself.
test.each([
  ['891c0000003ffff', 50.103201, 216.52151],
  ['891c000000bffff', 50.102098, 216.518466],
  ['891c000001bffff', 50.104717, 216.518933],
] as const)('%s has its published middle', (cell, lat, lon) => {
  const middle = h3Centre(cell)!
  expect(middle.lat).toBeCloseTo(lat, 5)
  expect(middle.lon).toBeCloseTo(eastOf(lon), 5)
  expect(h3Cell(middle.lat, middle.lon, 9)).toBe(cell)
})

test('the cells around one are those of H3’s own tests', () => {
  // uber/h3-js, test/h3core.spec.js, gridDisk.
  expect(h3Disk('8928308280fffff', 1)).toEqual(
    [
      '8928308280fffff',
      '8928308280bffff',
      '89283082807ffff',
      '89283082877ffff',
      '89283082803ffff',
      '89283082873ffff',
      '8928308283bffff',
    ].sort(),
  )
  expect(h3Disk('8928308280fffff', 2)).toHaveLength(19)
})

test('a pentagon has five neighbours and not six', () => {
  // The pentagon of base cell 14; h3-py 4.5.0, grid_disk.
  expect(h3Disk('891c0000003ffff', 1)).toHaveLength(6)
  expect(h3Disk('891c0000003ffff', 2)).toHaveLength(16)
})

test('what is no point and no cell has none', () => {
  expect(h3Cell(95, 31, 9)).toBe(null)
  expect(h3Cell(45, 200, 9)).toBe(null)
  expect(h3Cell(Number.NaN, 31, 9)).toBe(null)
  expect(h3Disk('square 7', 1)).toBe(null)
  expect(h3Centre('')).toBe(null)
})
