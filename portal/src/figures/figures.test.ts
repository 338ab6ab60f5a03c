import {expect, test} from 'vitest'
import {airYears} from './air.ts'
import {mainMonths} from './appeal-flow.ts'
import {residentsOf} from './city-budgets.ts'
import {type Definition, indicatorsBefore} from './kpis.ts'

const months = (received: Record<string, number>) =>
  Object.entries(received).map(([month, count]) => ({month, received: count}))

test('the months that count are the longest run in which appeals really came in', () => {
  const found = mainMonths(
    months({
      '2011-07-01': 1,
      '2015-01-01': 7528,
      '2015-02-01': 9052,
      '2015-03-01': 10_208,
      '2015-05-01': 9000,
      '2016-01-01': 8,
    }),
  )
  expect(found.map(({month}) => month)).toEqual(['2015-01-01', '2015-02-01', '2015-03-01'])
  expect(mainMonths([])).toEqual([])
})

test('a run goes over the end of a year', () => {
  expect(mainMonths(months({'2015-11-01': 5, '2015-12-01': 6, '2016-01-01': 7}))).toHaveLength(3)
})

test('the population nearest to a year is taken, the earlier of two as near', () => {
  const estimates = [
    {year: 2020, residents: 20},
    {year: 2022, residents: 22},
  ]
  expect(residentsOf(estimates, 2025)?.year).toBe(2022)
  expect(residentsOf(estimates, 2021)?.year).toBe(2020)
  expect(residentsOf([], 2021)).toBeNull()
})

test('a year of air is the mean of its days, with how many there were', () => {
  const day = (date: string, median: number) => ({date, median})
  expect(airYears([day('2004-01-01', 40), day('2004-01-02', 60), day('2005-01-01', 10)])).toEqual([
    {year: 2004, mean: 50, days: 2, high: 60},
    {year: 2005, mean: 10, days: 1, high: 10},
  ])
})

test('an indicator stands at its last month that is over, against the year before and among its districts', () => {
  const definition = {kpi: 'on_time', better: 'more', unit: '1'} as Definition
  const row = (month: string, district: string, value: number | null, base = 100) => ({
    kpi: 'on_time',
    month,
    district,
    value,
    base,
  })
  const [found, ...none] = indicatorsBefore(
    '2026-11-01',
    [definition, {...definition, kpi: 'unheard of'}],
    [
      row('2025-10-01', '', 0.75),
      row('2026-09-01', '', 0.5),
      row('2026-10-01', '', 0.8),
      row('2026-10-01', 'A', 0.7),
      row('2026-10-01', 'B', 0.9),
      // Too few to tell, without a value, and a month that goes on.
      row('2026-10-01', 'C', 0.1, 14),
      row('2026-10-01', 'D', null),
      row('2026-11-01', '', 0.2),
    ],
  )
  expect(none).toEqual([])
  expect(found!.now).toMatchObject({month: '2026-10-01', value: 0.8})
  expect(found!.change).toBeCloseTo(0.05, 12)
  expect(found!.districts).toEqual({low: 0.7, high: 0.9, lowest: 'A', highest: 'B'})
  expect(indicatorsBefore('2025-01-01', [definition], [row('2026-10-01', '', 1)])).toEqual([])
})
