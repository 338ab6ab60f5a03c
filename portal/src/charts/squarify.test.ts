import {expect, test} from 'vitest'
import {squarify} from './squarify.ts'

const box = {x1: 10, y1: 20, x2: 610, y2: 420}
const area = ({x1, y1, x2, y2}: {x1: number; y1: number; x2: number; y2: number}) => (x2 - x1) * (y2 - y1)

test('areas are proportional, fill the box and do not overlap', () => {
  const values = [34.3, 17.5, 13.1, 9.1, 8.1, 7.9, 5.9, 2.3, 1.8, 0.01]
  const tiles = squarify(values, value => value, box)
  const total = values.reduce((sum, value) => sum + value, 0)
  expect(tiles.map(tile => tile.item)).toEqual(values)
  for (const tile of tiles) {
    expect(area(tile)).toBeCloseTo((tile.item / total) * area(box), 6)
    expect(tile.x1).toBeGreaterThanOrEqual(box.x1 - 1e-9)
    expect(tile.y2).toBeLessThanOrEqual(box.y2 + 1e-9)
  }
  for (const [i, a] of tiles.entries())
    for (const b of tiles.slice(i + 1)) {
      const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)
      const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)
      expect(Math.min(width, height)).toBeLessThan(1e-9)
    }
})

test('the example of the paper: 6, 6, 4, 3, 2, 2, 1 on 6 by 4', () => {
  // Bruls, Huizing, van Wijk 2000, figure 5: the first two share a column of width 3 and height 2 each.
  const tiles = squarify([6, 6, 4, 3, 2, 2, 1], value => value, {x1: 0, y1: 0, x2: 6, y2: 4})
  expect(tiles[0]).toMatchObject({x1: 0, y1: 0, x2: 3, y2: 2})
  expect(tiles[1]).toMatchObject({x1: 0, y1: 2, x2: 3, y2: 4})
  const worst = Math.max(
    ...tiles.map(({x1, y1, x2, y2}) => Math.max((x2 - x1) / (y2 - y1), (y2 - y1) / (x2 - x1))),
  )
  expect(worst).toBeLessThan(2.8)
})

test('what is nothing or less has no rectangle', () => {
  expect(squarify([5, 0, -2], value => value, box).map(tile => tile.item)).toEqual([5])
  expect(squarify([], Number, box)).toEqual([])
})
