import {expect, test} from 'vitest'
import {Coverage} from './coverage.ts'

/** Coverages of every pixel after adding rings. */
function covered(width: number, height: number, rings: number[][]): number[][] {
  const coverage = new Coverage(width, height)
  for (const ring of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      coverage.edge(ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!)
  const rows = Array.from({length: height}, () => new Array<number>(width).fill(0))
  coverage.flush((pixel, share) => {
    rows[Math.floor(pixel / width)]![pixel % width] = Math.round(share * 1000) / 1000
  })
  return rows
}

test('a pixel is covered by the area that lies in it', () => {
  // From (0.5, 1) to (2.25, 2.5): a half, a whole and a quarter across; a whole and a half down.
  expect(covered(4, 4, [[0.5, 1, 2.25, 1, 2.25, 2.5, 0.5, 2.5]])).toEqual([
    [0, 0, 0, 0],
    [0.5, 1, 0.25, 0],
    [0.25, 0.5, 0.125, 0],
    [0, 0, 0, 0],
  ])
})

test('a triangle has half of its box, wherever its edges run', () => {
  const rows = covered(40, 20, [[1, 1, 37, 1, 37, 19]])
  const area = rows.flat().reduce((sum, share) => sum + share, 0)
  expect(area).toBeCloseTo((36 * 18) / 2, 0)
})

test('what lies outside the picture does no harm, and what reaches into it is cut', () => {
  const inside = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]
  expect(covered(3, 3, [[-1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6]])).toEqual(inside)
  expect(covered(3, 3, [[-50, -7, 90, -3, 60, 70, -30, 41]])).toEqual(inside)
  expect(
    covered(3, 3, [[4, 0, 9, 0, 9, 3, 4, 3]])
      .flat()
      .every(share => share === 0),
  ).toBe(true)
  expect(covered(3, 1, [[-5, 0, 1.5, 0, 1.5, 1, -5, 1]])).toEqual([[1, 0.5, 0]])
})

test('shapes that turn alike join, a hole turned round is cut out', () => {
  const square = [0, 0, 4, 0, 4, 4, 0, 4]
  expect(covered(4, 4, [square, [2, 0, 4, 0, 4, 4, 2, 4]])[2]).toEqual([1, 1, 1, 1])
  expect(covered(4, 4, [square, [1, 1, 1, 3, 3, 3, 3, 1]])[2]).toEqual([1, 0, 0, 1])
})

test('thousands of random shapes leave nothing behind in rows they do not touch', () => {
  let seed = 7
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const coverage = new Coverage(64, 64)
  for (let round = 0; round < 2000; round++) {
    const ring = Array.from({length: 6}, () => (random() - 0.4) * 200)
    for (let i = 0, j = 4; i < 6; j = i, i += 2) coverage.edge(ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!)
    coverage.flush(() => {})
  }
  let left = 0
  coverage.edge(10, 10, 10, 11)
  coverage.edge(11, 11, 11, 10)
  coverage.flush((_, share) => {
    left += share
  })
  expect(left).toBeCloseTo(1, 5)
})
