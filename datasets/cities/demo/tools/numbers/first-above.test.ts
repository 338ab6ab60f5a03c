import {expect, test} from 'vitest'
import {firstAbove} from './first-above.ts'

test('finds the first that is above, the last where none is, within the bounds given', () => {
  const rising = [1, 1, 2, 5, 5, 9]
  for (const [value, index] of [
    [0, 0],
    [1, 2],
    [1.5, 2],
    [5, 5],
    [9, 5],
    [20, 5],
  ] as const)
    expect(firstAbove(rising, value)).toBe(index)
  expect(firstAbove(rising, 1, 0, 1)).toBe(1)
  expect(firstAbove(rising, 0, 3, 5)).toBe(3)
})
