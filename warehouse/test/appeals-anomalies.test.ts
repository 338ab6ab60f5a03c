import {expect, test} from 'vitest'
import {type AppealRow, atDay, townOfAppeals} from './appeals.fixture.ts'

/** The first of January 2025 is a Wednesday: week 0 begins on the Monday after. */
const weekDay = (week: number, at: number) => atDay(5 + 7 * week + (at % 7))

const appealsOf = (
  district: string,
  week: number,
  howMany: number,
  subcategory = 'No heating',
): AppealRow[] =>
  Array.from({length: howMany}, (_, at) => ({
    category: 'Heating',
    subcategory,
    district,
    received_at: weekDay(week, at),
    closed_at: weekDay(week, at),
  }))

test('a week unlike the eight before is told of, with its ratio, its interval, and the rest of the city', async () => {
  const north = [4, 6, 5, 3, 7, 5, 4, 6]
  const south = [8, 12, 10, 9, 11, 10, 9, 11]
  const town = await townOfAppeals(
    [
      ...north.flatMap((n, week) => appealsOf('North', week, n)),
      ...south.flatMap((n, week) => appealsOf('South', week, n)),
      // A week without heating in the north, in a frost that the south feels too.
      ...appealsOf('North', 8, 40),
      ...appealsOf('South', 8, 15),
      ...appealsOf('North', 9, 5),
      ...appealsOf('South', 9, 10),
      // Never seen before, so without a usual number; and a crowd in the week that is not over.
      ...appealsOf('North', 9, 30, 'Noise'),
      ...appealsOf('North', 10, 60),
    ],
    'appeals_anomalies',
  )
  const found = await town.rows(
    `select district, from_week, until, weeks, n, round(expected, 9) as expected, ratio, ratio_low, ratio_high, elsewhere_ratio,
       compared_with, is_current from appeals_anomalies where subcategory = 'No heating' and district <> ''`,
  )
  const others = await town.rows(
    `select subcategory from appeals_anomalies where subcategory <> 'No heating'`,
  )
  await town.warehouse.close()
  expect(others).toEqual([])
  const [expected, n] = [5, 40]
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    district: 'North',
    from_week: '2025-03-03',
    until: '2025-03-09',
    weeks: 1,
    n,
    expected,
    compared_with: 'last_weeks',
    is_current: false,
  })
  expect(found[0]!.ratio).toBeCloseTo(n / expected, 12)
  // In the south 10 were usual, and 15 came.
  expect(found[0]!.elsewhere_ratio).toBeCloseTo(15 / 10, 12)
  // Byar's interval with z widened by the root of the dispersion, s²/μ, where that is above one.
  const variance = north.reduce((sum, value) => sum + (value - expected) ** 2, 0) / 7
  const dispersion = Math.max(1, variance / expected)
  const z = 1.959963984540054 * Math.sqrt(dispersion)
  expect(found[0]!.ratio_low).toBeCloseTo((n * (1 - 1 / (9 * n) - z / (3 * Math.sqrt(n))) ** 3) / expected, 9)
  expect(found[0]!.ratio_high).toBeCloseTo(
    ((n + 1) * (1 - 1 / (9 * (n + 1)) + z / (3 * Math.sqrt(n + 1))) ** 3) / expected,
    9,
  )
})

test('of weeks that vary by chance alone hardly any is told of', async () => {
  // A seeded Poisson draw of mean 6 for two years of weeks in five districts (mulberry32, Knuth's product).
  let state = 7
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const poisson = () => {
    let [n, product] = [0, unit()]
    while (product > Math.exp(-6)) {
      n++
      product *= unit()
    }
    return n
  }
  const rows = Array.from({length: 104}, (_, week) =>
    ['A', 'B', 'C', 'D', 'E'].flatMap(district => appealsOf(district, week - 52, poisson())),
  ).flat()
  const town = await townOfAppeals(rows, 'appeals_anomalies')
  const {n} = await town.row<{n: number}>('select count(*) as n from appeals_anomalies')
  const {weeks} = await town.row<{weeks: number}>(
    'select count(*) as weeks from int_appeals_weeks where total > 0',
  )
  await town.warehouse.close()
  expect(weeks).toBeGreaterThan(500)
  expect(n).toBeLessThanOrEqual(2)
})
