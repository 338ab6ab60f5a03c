import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {calmedLine} from './calmed-line.ts'
import {clipLine} from './clip-line.ts'
import {evenSteps} from './even-steps.ts'
import {lineBetween} from './line-between.ts'
import {lineLength} from './line-length.ts'
import {metresAlong} from './metres-along.ts'
import {nearestOnSegment} from './nearest-on-segment.ts'
import {offsetLine} from './offset-line.ts'
import {pointAlong} from './point-along.ts'
import {segmentCrossing} from './segment-crossing.ts'
import {segmentDistance} from './segment-distance.ts'
import {simplifyLine} from './simplify-line.ts'
import {smoothLine} from './smooth-line.ts'
import {between, distance, type Point} from './vector.ts'

const draw = new Draw(1, 'lines')
const anywhere = (): Point => [draw.between(0, 100), draw.between(0, 100)]
const anyLine = (count: number) => Array.from({length: count}, anywhere)
/** Distance of a point to a line, by looking at every segment. */
const away = (point: Point, line: readonly Point[]) =>
  Math.min(...line.slice(1).map((end, index) => nearestOnSegment(point, line[index]!, end).metres))

test('segments cross where their lines do', () => {
  expect(segmentCrossing([0, 0], [4, 4], [0, 4], [4, 0])).toEqual([0.5, 0.5])
  expect(segmentCrossing([0, 0], [1, 1], [0, 4], [4, 0])).toBeUndefined()
  expect(segmentCrossing([0, 0], [4, 0], [0, 1], [4, 1])).toBeUndefined()
  for (let round = 0; round < 200; round++) {
    const [a, b, c, d] = anyLine(4) as [Point, Point, Point, Point]
    const crossing = segmentCrossing(a, b, c, d)
    if (crossing) expect(distance(between(a, b, crossing[0]), between(c, d, crossing[1]))).toBeLessThan(1e-9)
    expect(segmentDistance(a, b, c, d) === 0).toBe(crossing !== undefined)
  }
})

test('the distance to a segment is the least of those to its points', () => {
  for (let round = 0; round < 50; round++) {
    const [point, a, b] = anyLine(3) as [Point, Point, Point]
    const {metres, share} = nearestOnSegment(point, a, b)
    expect(metres).toBeCloseTo(distance(point, between(a, b, share)), 9)
    for (let part = 0; part <= 20; part++)
      expect(metres).toBeLessThanOrEqual(distance(point, between(a, b, part / 20)) + 1e-9)
  }
})

test('a simplified line stays within its tolerance and keeps its ends', () => {
  for (let round = 0; round < 20; round++) {
    const line = smoothLine(anyLine(8), 2)
    const simple = simplifyLine(line, 1.5)
    expect(simple.length).toBeLessThan(line.length)
    expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)])
    for (const point of line) expect(away(point, simple)).toBeLessThanOrEqual(1.5 + 1e-9)
  }
})

test('a smooth line passes its control points, and even steps are no longer than asked for', () => {
  const controls = anyLine(6)
  const line = smoothLine(controls, 5)
  for (const control of controls) expect(away(control, line)).toBeLessThan(1e-9)
  const steps = evenSteps(line, 3)
  for (const [index, point] of steps.slice(1).entries())
    expect(distance(point, steps[index]!)).toBeLessThanOrEqual(3 + 1e-9)
  expect(lineLength(steps)).toBeCloseTo(lineLength(line), 6)
})

test('places along a line and back again', () => {
  const line: Point[] = [
    [0, 0],
    [30, 0],
    [30, 40],
  ]
  expect(lineLength(line)).toBe(70)
  expect(pointAlong(line, 50)).toEqual({at: [30, 20], direction: [0, 1]})
  expect(metresAlong(line, [33, 20])).toBe(50)
  expect(lineBetween(line, 10, 50)).toEqual([
    [10, 0],
    [30, 0],
    [30, 20],
  ])
})

test('an offset line runs at its distance on the left', () => {
  expect(
    offsetLine(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      2,
    ),
  ).toEqual([
    [0, 2],
    [expect.closeTo(8, 9), expect.closeTo(2, 9)],
    [8, 10],
  ])
})

test('a calmed line keeps its ends and loses its bends', () => {
  const zigzag = Array.from({length: 41}, (_, index): Point => [index * 10, index % 2 ? 8 : -8])
  const calm = calmedLine(zigzag, 100, 5)
  expect(calm[0]).toEqual(zigzag[0])
  for (const [x, y] of calm) if (x > 110 && x < 290) expect(Math.abs(y)).toBeLessThan(1.5)
})

test('a line clipped to a ring loses what is outside', () => {
  const square: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]
  const line: Point[] = [
    [-5, 5],
    [5, 5],
    [5, 15],
    [8, 15],
    [8, -5],
  ]
  expect(clipLine(line, square)).toEqual([
    [
      [0, 5],
      [5, 5],
      [5, 10],
    ],
    [
      [8, 10],
      [8, 0],
    ],
  ])
})
