import {expect, test} from 'vitest'
import type {Point} from '../../tools/space/vector.ts'
import type {Building} from '../../world/ground/ground.ts'
import {chooseSites} from './choose-sites.ts'
import {convexHull, cutNearer} from './write-water-zones.ts'

const home = (centre: Point, dwellings: number) => ({centre, dwellings}) as Building

test('three clusters get a site in the middle of each, by weight', () => {
  const around = ([x, y]: Point) => [home([x - 10, y], 1), home([x + 10, y], 1), home([x, y + 20], 2)]
  const sites = chooseSites([...around([0, 0]), ...around([1000, 0]), ...around([0, 1000])], 3)
  const sorted = sites.map(site => site.map(Math.round)).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
  // Twice the weight at y + 20: the middle is at y + 10.
  expect(sorted).toEqual([
    [0, 10],
    [0, 1010],
    [1000, 10],
  ])
})

test('houses without dwellings weigh nothing', () => {
  expect(chooseSites([home([5, 5], 3), home([900, 900], 0)], 1)).toEqual([[5, 5]])
})

test('a hull goes counter-clockwise round the outer points and leaves the inner ones out', () => {
  expect(
    convexHull([
      [0, 0],
      [4, 0],
      [2, 1],
      [4, 4],
      [2, 0],
      [0, 4],
    ]),
  ).toEqual([
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ])
})

test('a ring is cut where another site is nearer', () => {
  const square: Point[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]
  // Half-way between (1, 2) and (5, 2) is x = 3.
  expect(cutNearer(square, [1, 2], [5, 2])).toEqual([
    [0, 0],
    [3, 0],
    [3, 4],
    [0, 4],
  ])
  expect(cutNearer(square, [1, 2], [100, 2])).toEqual(square)
  expect(cutNearer(square, [100, 2], [1, 2])).toEqual([])
})
