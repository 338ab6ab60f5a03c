import fc from 'fast-check'
import {expect, test} from 'vitest'
import {classBreaks, classOf, quantile} from './class-breaks.ts'

test('quantiles are those of R', () => {
  // quantile(c(1, 2, 4, 8, 16, 32, 64), c(.1, .25, .5, .9)) in R 4.
  const values = [1, 2, 4, 8, 16, 32, 64]
  expect([0.1, 0.25, 0.5, 0.9].map(share => quantile(values, share))).toEqual([
    expect.closeTo(1.6, 10),
    3,
    8,
    expect.closeTo(44.8, 10),
  ])
})

test('limits at a third and two thirds part nine numbers into threes', () => {
  expect(classBreaks([9, 1, 8, 2, 7, 3, 6, 4, 5], 3, 'quantiles')).toEqual([3.67, 6.33])
  expect([1, 3, 4, 6, 6.33, 9].map(value => classOf([3.67, 6.33], value))).toEqual([0, 0, 1, 1, 2, 2])
})

test('even steps are round', () => {
  expect(classBreaks([3, 97], 5, 'even')).toEqual([20, 40, 60, 80])
  expect(classBreaks([0.013, 0.097], 5, 'even')).toEqual([0.02, 0.04, 0.06, 0.08])
  expect(classBreaks([-7, 12], 4, 'even')).toEqual([-5, 0, 5])
})

test('values that do not differ make one class', () => {
  expect(classBreaks([4, 4, 4], 5, 'quantiles')).toEqual([])
  expect(classBreaks([], 5, 'even')).toEqual([])
})

test('limits ascend, lie within the values and are no more than asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 60}),
      fc.integer({min: 2, max: 6}),
      fc.constantFrom('quantiles' as const, 'even' as const),
      (values, classes, method) => {
        const breaks = classBreaks(values, classes, method)
        expect(breaks.length).toBeLessThan(classes)
        expect(breaks.toSorted((a, b) => a - b)).toEqual(breaks)
        for (const limit of breaks) {
          expect(limit).toBeGreaterThan(Math.min(...values))
          expect(limit).toBeLessThanOrEqual(Math.max(...values))
        }
      },
    ),
    {numRuns: 200},
  )
})
