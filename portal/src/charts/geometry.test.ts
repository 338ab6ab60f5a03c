import {expect, test} from 'vitest'
import {type Point, polygonsOf, simplify} from './geometry.ts'

test('simplifying keeps corners, drops what lies on a line, and leaves rings closed', () => {
  const square: Point[] = [
    [0, 0],
    [5, 0.1],
    [10, 0],
    [10, 10],
    [5, 9.95],
    [0, 10],
    [0, 0],
  ]
  expect(simplify(square, 0.5)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ])
  expect(simplify(square, 0.01)).toEqual(square)
})

test('polygons come out of every kind of geometry that has any', () => {
  const ring: Point[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ]
  const polygon = {type: 'Polygon' as const, coordinates: [ring]}
  expect(polygonsOf(polygon)).toEqual([[ring]])
  expect(
    polygonsOf({
      type: 'GeometryCollection',
      geometries: [polygon, {type: 'MultiPolygon', coordinates: [[ring]]}],
    }),
  ).toEqual([[ring], [ring]])
})
