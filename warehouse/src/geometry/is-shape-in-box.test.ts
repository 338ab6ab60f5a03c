import {expect, test} from 'vitest'
import {isShapeInBox} from './is-shape-in-box.ts'

const lies = (shape: unknown) => isShapeInBox(JSON.stringify(shape), [30, 50, 31, 51])

test('every corner counts, in every kind of geometry', () => {
  expect(lies({type: 'Point', coordinates: [30, 51, 120]})).toBe(true)
  expect(lies({type: 'Point', coordinates: [50, 30]})).toBe(false)
  expect(
    lies({
      type: 'MultiLineString',
      coordinates: [
        [
          [30.1, 50.1],
          [30.2, 50.2],
        ],
        [[30.3, 50.3]],
      ],
    }),
  ).toBe(true)
  expect(
    lies({
      type: 'MultiLineString',
      coordinates: [
        [
          [30.1, 50.1],
          [30.2, 50.2],
        ],
        [[31.3, 50.3]],
      ],
    }),
  ).toBe(false)
  const inside = {type: 'Point', coordinates: [30.5, 50.5]}
  expect(lies({type: 'GeometryCollection', geometries: [inside, inside]})).toBe(true)
  expect(lies({type: 'GeometryCollection', geometries: [inside, {type: 'Point', coordinates: [0, 0]}]})).toBe(
    false,
  )
})

test('what is no geometry lies nowhere', () => {
  for (const shape of [{}, null, 7, {coordinates: 'here'}, {type: 'Point', coordinates: [null, 50]}])
    expect(lies(shape)).toBe(false)
})
