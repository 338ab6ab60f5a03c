import {expect, test} from 'vitest'
import {middleOf} from './middle-of.ts'
import {shapeOf} from './outlines.ts'

const middle = (geometry: object) => middleOf(shapeOf(JSON.stringify(geometry)))

test('of an area its centre of mass: an L of three unit squares, whichever way round', () => {
  // Squares centred at (0.5, 0.5), (1.5, 0.5), (0.5, 1.5): their mean is 5/6.
  const ring = [
    [0, 0],
    [2, 0],
    [2, 1],
    [1, 1],
    [1, 2],
    [0, 2],
    [0, 0],
  ]
  for (const coordinates of [[ring], [ring.toReversed()]])
    expect(middle({type: 'Polygon', coordinates})).toMatchObject({
      lon: expect.closeTo(5 / 6, 12),
      lat: expect.closeTo(5 / 6, 12),
    })
})

test('of several parts the largest counts', () => {
  const square = (x: number, size: number) => [
    [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
      [x, 0],
    ],
  ]
  expect(middle({type: 'MultiPolygon', coordinates: [square(0, 1), square(10, 2)]})).toMatchObject({
    lon: 11,
    lat: 1,
  })
})

test('of a line the point halfway along it, of a point itself, of nothing null', () => {
  expect(
    middle({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
        [1, 3],
      ],
    }),
  ).toEqual({lon: 1, lat: 1})
  expect(middle({type: 'Point', coordinates: [30.5, 50.4]})).toEqual({lon: 30.5, lat: 50.4})
  expect(middleOf(shapeOf(null))).toBeNull()
  expect(middleOf(shapeOf('{'))).toBeNull()
  expect(middle({type: 'Polygon', coordinates: [[]]})).toBeNull()
})
