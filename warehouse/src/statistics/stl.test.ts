import {expect, test} from 'vitest'
import {airPassengers} from './air-passengers.fixture.ts'
import {stl} from './stl.ts'

const logs = airPassengers.map(Math.log)

/** By index: seasonal, trend and weight that statsmodels 0.15 (Python) finds for the logarithms with the same settings. */
test.each([
  [
    'a season that changes',
    {seasonalWindow: 7, seasonalDegree: 1, inner: 5, outer: 0},
    [
      [0, -0.0964405030832708, 4.80582221231711, 1],
      [13, -0.0393154623239357, 4.88348199551434, 1],
      [50, 0.0476742393277162, 5.38372661336033, 1],
      [100, -0.0151198782789731, 5.88194793446828, 1],
      [143, -0.122917352426973, 6.19453801302601, 1],
    ],
  ],
  [
    'robustly',
    {seasonalWindow: 7, seasonalDegree: 1, inner: 2, outer: 15},
    [
      [0, -0.0752328664788994, 4.79848630749556, 0.986196558377418],
      [13, -0.0420140471851362, 4.89574885361172, 0.822199219012385],
      [50, 0.0219934014541821, 5.36054101133021, 0],
      [100, -0.00791188705040492, 5.88065946528448, 0.999759241714932],
      [143, -0.116012848144059, 6.19248759928316, 0.960776403096271],
    ],
  ],
  [
    'a season that is the same every year, robustly',
    {seasonalWindow: 1441, seasonalDegree: 0, inner: 2, outer: 5},
    [
      [0, -0.085861369536842, 4.81441562976845, 0.970897217671842],
      [13, -0.133501044802444, 4.88367551151628, 0.13523260408429],
      [50, 0.0258392441881046, 5.38297257427321, 0.503904444336837],
      [100, -0.00778842860121407, 5.88437596821993, 0.996665268619403],
      [143, -0.102235658855774, 6.20380942926334, 0.804422587529818],
    ],
  ],
] as const)('%s', (_, settings, expected) => {
  const {seasonal, trend, remainder, weights} = stl(logs, {period: 12, ...settings})
  for (const [i, season, level, weight] of expected) {
    expect(seasonal[i]).toBeCloseTo(season, 10)
    expect(trend[i]).toBeCloseTo(level, 10)
    expect(weights[i]).toBeCloseTo(weight, 10)
  }
  for (const [i, log] of logs.entries()) expect(seasonal[i]! + trend[i]! + remainder[i]!).toBeCloseTo(log, 12)
})

test('a straight line with a season is taken apart exactly', () => {
  const season = [3, -1, -4, 2]
  const {seasonal, trend} = stl(
    Array.from({length: 40}, (_, i) => 10 + 0.5 * i + season[i % 4]!),
    {period: 4, seasonalWindow: 401, seasonalDegree: 0, inner: 20, outer: 0},
  )
  for (let i = 0; i < 40; i++) {
    expect(seasonal[i]).toBeCloseTo(season[i % 4]!, 6)
    expect(trend[i]).toBeCloseTo(10 + 0.5 * i, 6)
  }
})

test('less than two seasons cannot be taken apart', () => {
  expect(() =>
    stl(logs.slice(0, 23), {period: 12, seasonalWindow: 7, seasonalDegree: 1, inner: 2, outer: 0}),
  ).toThrow('STL takes two periods of 12 values, not 23 values.')
})
