import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {cos, pi, sin} from '../numbers/exact.ts'
import {areConvexApart} from './are-convex-apart.ts'
import {boxOf} from './box-of.ts'
import {insetRing} from './inset-ring.ts'
import {isInside} from './is-inside.ts'
import {NearIndex} from './near-index.ts'
import {nearestOnSegment} from './nearest-on-segment.ts'
import {orientedBox} from './oriented-box.ts'
import {ringArea} from './ring-area.ts'
import {ringCentroid} from './ring-centroid.ts'
import {segmentDistance} from './segment-distance.ts'
import {chordOf, staysInside} from './split-ring.ts'
import {type Box, distance, heading, type Point, step} from './vector.ts'

const circle = (middle: Point, radius: number, corners: number): Point[] =>
  Array.from({length: corners}, (_, corner) => {
    const angle = (2 * pi * corner) / corners
    return step(middle, [1, 0], radius * cos(angle), radius * sin(angle))
  })
const ell: Point[] = [
  [0, 0],
  [20, 0],
  [20, 8],
  [8, 8],
  [8, 20],
  [0, 20],
]

test('area and centre of gravity of rings that are known', () => {
  expect(ringArea(ell)).toBe(20 * 8 + 8 * 12)
  expect(ringArea([...ell].reverse())).toBe(-ringArea(ell))
  // Two rectangles: (160·(10, 4) + 96·(4, 14)) / 256.
  expect(ringCentroid(ell)).toEqual([7.75, 7.75])
  expect(ringArea(circle([5, 5], 10, 360))).toBeCloseTo(pi * 100, 1)
})

test('inside and outside of a ring with a bay', () => {
  expect(isInside([4, 15], ell)).toBe(true)
  expect(isInside([15, 15], ell)).toBe(false)
  const ring = circle([0, 0], 10, 24)
  const draw = new Draw(2, 'rings')
  for (let round = 0; round < 300; round++) {
    const point: Point = [draw.between(-12, 12), draw.between(-12, 12)]
    const metres = distance(point, [0, 0])
    if (metres < 9.8) expect(isInside(point, ring)).toBe(true)
    if (metres > 10) expect(isInside(point, ring)).toBe(false)
  }
})

test('the smallest box of a turned rectangle is the rectangle', () => {
  const along = heading([0, 0], [3, 1])
  const ring = [
    step([7, 3], along, 0),
    step([7, 3], along, 30),
    step([7, 3], along, 30, 12),
    step([7, 3], along, 0, 12),
  ]
  const box = orientedBox(ring)
  expect([box.lengthMetres, box.widthMetres]).toEqual([expect.closeTo(30, 9), expect.closeTo(12, 9)])
  expect(Math.abs(box.along[0] * along[0] + box.along[1] * along[1])).toBeCloseTo(1, 9)
})

test('convex rings are apart when their sides are', () => {
  const draw = new Draw(3, 'apart')
  let apart = 0
  for (let round = 0; round < 300; round++) {
    const a = circle([draw.between(0, 30), draw.between(0, 30)], draw.between(2, 9), 3 + draw.below(6))
    const b = circle([draw.between(0, 30), draw.between(0, 30)], draw.between(2, 9), 3 + draw.below(6))
    const gap = Math.min(
      ...a.flatMap((corner, i) =>
        b.map((other, j) => segmentDistance(corner, a[(i + 1) % a.length]!, other, b[(j + 1) % b.length]!)),
      ),
    )
    const isNested = isInside(a[0]!, b) || isInside(b[0]!, a)
    const isApart = areConvexApart(a, b)
    expect(isApart).toBe(gap > 0 && !isNested)
    if (isApart) apart++
    // A gap is never promised where there is none.
    if (areConvexApart(a, b, 3)) expect(gap).toBeGreaterThanOrEqual(3 - 1e-6)
  }
  expect(apart).toBeGreaterThan(100)
})

test('an inset ring keeps its distance from every side', () => {
  for (const ring of [circle([0, 0], 100, 7), ell.map(([x, y]): Point => [x * 10, y * 10])]) {
    const inset = insetRing(ring, 15, 1)!
    expect(ringArea(inset)).toBeGreaterThan(0)
    for (const corner of inset)
      for (const [side, start] of ring.entries())
        expect(nearestOnSegment(corner, start, ring[(side + 1) % ring.length]!).metres).toBeGreaterThan(
          15 - 1e-6,
        )
  }
  expect(insetRing(circle([0, 0], 20, 7), 30, 1)).toBeUndefined()
})

test('a chord is the longest stretch inside, and a way through a bay does not stay inside', () => {
  const [from, to] = chordOf(ell, [0, 15], [1, 0])!
  expect([from.at, to.at]).toEqual([
    [0, 15],
    [8, 15],
  ])
  expect(chordOf(ell, [0, 30], [1, 0])).toBeUndefined()
  const end = {side: 1, share: 0.5, at: [20, 4] as Point}
  const start = {side: 4, share: 0.5, at: [4, 20] as Point}
  expect(staysInside([start.at, end.at], ell, start, end)).toBe(false)
  expect(staysInside([start.at, [4, 4], end.at], ell, start, end)).toBe(true)
})

test('the index finds what a look at everything finds', () => {
  const draw = new Draw(4, 'near')
  const boxes = Array.from({length: 300}, (): Box => {
    const at: Point = [draw.between(-500, 500), draw.between(-500, 500)]
    return boxOf([at, step(at, [1, 0], draw.between(0, 90), draw.between(0, 60))])
  })
  const index = new NearIndex<number>(40)
  for (const [thing, box] of boxes.entries()) index.add(thing, box)
  for (let round = 0; round < 50; round++) {
    const at: Point = [draw.between(-500, 500), draw.between(-500, 500)]
    const [west, south, east, north] = boxOf([at], 55)
    const expected = boxes.flatMap((box, thing) =>
      box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south ? [thing] : [],
    )
    expect(index.near(at, 55)).toEqual(expected)
  }
})
