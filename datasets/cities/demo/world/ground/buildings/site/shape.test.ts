import {describe, expect, test} from 'vitest'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import {frame, ribbon, type Shape, union} from './shape.ts'

const straight = frame([1000, 2000], [1, 0])
const turned = frame([1000, 2000], [0.6, 0.8])

const areas = ({outline, holes, parts}: Shape) => ({
  outline: ringArea(outline),
  holes: holes.map(ringArea),
  parts: parts.reduce((sum, part) => sum + ringArea(part), 0),
})

describe('buildings of rectangles', () => {
  test('a rectangle is its own outline', () => {
    expect(union(straight, [[0, 0, 12.34, 5]]).outline).toEqual([
      [1000, 2000],
      [1012.3, 2000],
      [1012.3, 2005],
      [1000, 2005],
    ])
  })

  test('two that share part of a side have one outline, without the corners that are none', () => {
    const shape = union(straight, [
      [0, 0, 20, 10],
      [0, 10, 6, 18],
    ])
    expect(shape.outline).toHaveLength(6)
    expect(areas(shape)).toEqual({outline: 248, holes: [], parts: 248})
    const flush = union(straight, [
      [0, 0, 20, 10],
      [0, 10, 20, 18],
    ])
    expect(flush.outline).toHaveLength(4)
  })

  test('four around a yard leave a hole that runs clockwise', () => {
    const shape = union(turned, [
      [0, 0, 30, 12],
      [0, 12, 6, 34],
      [24, 12, 30, 34],
      [0, 34, 30, 40],
    ])
    const {outline, holes, parts} = areas(shape)
    expect(outline).toBeCloseTo(1200, 1)
    expect(holes).toHaveLength(1)
    expect(holes[0]).toBeCloseTo(-18 * 22, 1)
    expect(parts).toBeCloseTo(1200 - 18 * 22, 1)
  })
})

test('a ribbon keeps its width around a corner, and its parts share whole sides', () => {
  const line: Point[] = [
    [0, 0],
    [60, 0],
    [100, 30],
  ]
  const shape = ribbon(line, 12)
  expect(areas(shape).outline).toBeCloseTo((60 + 50) * 12, 1)
  expect(areas(shape).parts).toBeCloseTo((60 + 50) * 12, 1)
  expect(shape.parts[0]![1]).toEqual(shape.parts[1]![0])
  expect(shape.parts[0]![2]).toEqual(shape.parts[1]![3])
})
