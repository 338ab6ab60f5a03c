import {expect, test} from 'vitest'
import {airPassengers} from './air-passengers.fixture.ts'
import {forecastCounts} from './forecast-counts.ts'

/**
 * The same forecast written in Python over statsmodels 0.15 (STL with seasonal=10n+1, seasonal_deg=0, trend=19,
 * inner_iter=1, outer_iter=5): origins, errors, skill of all, earlier and later, coverage; then value, low and high.
 */
test.each([
  [
    144,
    [24, 31.37385505616574, 46.541666666666664, 0.3258974741736994, 0.3109523406040223, 0.33834902692349034],
    0.8333333333333334,
    [
      [428.4371558257664, 390.8083334299837, 469.6798071120629],
      [404.7812819086684, 366.8330434168995, 446.64452703293284],
      [454.0314256030041, 408.71945516904816, 504.3545680443048],
    ],
  ],
  [
    60,
    [22, 17.02254572187738, 28.333333333333332, 0.399204268639622, 0.37024754476114696, 0.42499888313601863],
    0.7878787878787878,
    [
      [199.57980116789432, 177.23576962411073, 224.72493008221414],
      [203.06271565075588, 179.65543153260663, 229.50285045675656],
      [236.04817051156215, 208.2520687428256, 267.53658116966756],
    ],
  ],
])('%i months of passengers', (months, [origins, error, naive, skill, earlier, later], coverage, ahead) => {
  const {backTest, expected} = forecastCounts(airPassengers.slice(0, months))!
  expect(backTest.origins).toBe(origins)
  expect(backTest.meanError).toBeCloseTo(error!, 9)
  expect(backTest.naiveError).toBeCloseTo(naive!, 9)
  expect(backTest.skill).toBeCloseTo(skill!, 9)
  expect(backTest.skillEarlier).toBeCloseTo(earlier!, 9)
  expect(backTest.skillLater).toBeCloseTo(later!, 9)
  expect(backTest.coverage).toBeCloseTo(coverage, 12)
  expect(expected.map(({step}) => step)).toEqual([1, 2, 3])
  for (const [index, {value, low, high}] of expected.entries())
    for (const [i, one] of [value, low, high].entries()) expect(one).toBeCloseTo(ahead[index]![i]!, 8)
})

test('nobody does better than last year’s number where every year is the same', () => {
  const year = [30, 28, 25, 12, 6, 2, 0, 0, 4, 15, 22, 29]
  const {backTest} = forecastCounts(Array.from({length: 60}, (_, i) => year[i % 12]!))!
  expect(backTest.naiveError).toBe(0)
  expect(backTest.skill).toBeNull()
})

test('what is known later changes no test made from an earlier origin', () => {
  const known = airPassengers.slice(0, 100)
  const errors = (last: number) => {
    const {backTest} = forecastCounts([...known.slice(0, 99), last])!
    return backTest.meanError * backTest.origins * 3
  }
  // Only the last origin’s third step meets it: the errors grow by what it changed, and by nothing that saw it before.
  expect(Math.abs(errors(100_000) - errors(known[99]!))).toBeLessThanOrEqual(100_000)
  expect(errors(100_000)).toBeGreaterThan(99_000)
})

test('less than four years are not forecast', () => {
  expect(forecastCounts(airPassengers.slice(0, 47))).toBeNull()
  expect(forecastCounts([])).toBeNull()
})
