import {expect, test} from 'vitest'
import {horizonShare} from './horizon.ts'

test('level eyes on the ground have the horizon in the middle of the picture', () => {
  expect(horizonShare(0, 0, 56)).toBeCloseTo(0.5, 12)
})

test('looking down by half of the field of view puts it on the upper edge, up by half on the lower one', () => {
  expect(horizonShare(-28, 0, 56)).toBeCloseTo(0, 12)
  expect(horizonShare(28, 0, 56)).toBeCloseTo(1, 12)
})

test('from a height it is lower by its dip: 1.93 minutes of arc times the root of the metres', () => {
  // Bowditch, American Practical Navigator (2002), table 14: the geometric dip is 1.93' √h, without refraction.
  const dip = (1.926 * Math.sqrt(5000)) / 60
  expect(horizonShare(-dip, 5000, 56)).toBeCloseTo(0.5, 3)
  expect(horizonShare(-10, 5000, 56)).toBeGreaterThan(horizonShare(-10, 0, 56))
})

test('straight down there is none on the picture', () => {
  expect(horizonShare(-90, 2000, 56)).toBeLessThan(-1)
})
