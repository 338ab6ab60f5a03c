import {expect, test} from 'vitest'
import {scaleBar} from './scale-bar.ts'

test.each([
  [137, 100],
  [200, 200],
  [499, 200],
  [999, 500],
  [0.7, 0.5],
  [12_000, 10_000],
])('no more than %d metres: %d', (most, metres) => {
  expect(scaleBar(most)).toEqual({metres, share: metres / most})
})
