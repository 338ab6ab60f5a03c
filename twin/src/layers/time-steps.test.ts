import {expect, test} from 'vitest'
import {timeSteps} from './time-steps.ts'

const by = (values: (number | null)[]) => new Map(values.map((value, index) => [`k${index}`, value]))

test('hours are those of the city’s clock, in summer and in winter', () => {
  const {unit, steps, stepOf} = timeSteps(
    by([Date.UTC(2026, 0, 1, 21, 59), Date.UTC(2026, 0, 1, 22, 5), Date.UTC(2026, 6, 1, 20, 30), null]),
    'timestamp',
    'Europe/Kyiv',
  )
  expect(unit).toBe('hour')
  // Kyiv is two hours ahead of UTC in January and three in July.
  expect(steps).toEqual(['2026-01-01T23', '2026-01-02T00', '2026-07-01T23'])
  expect([...stepOf.keys()]).toEqual(['k0', 'k1', 'k2'])
})

test('long stretches of time have longer steps', () => {
  const hourly = (count: number) =>
    by(Array.from({length: count}, (_, i) => Date.UTC(2024, 0, 1) + i * 3_600_000))
  expect(timeSteps(hourly(240), 'timestamp', 'UTC').unit).toBe('hour')
  expect(timeSteps(hourly(241), 'timestamp', 'UTC').unit).toBe('day')
  expect(timeSteps(hourly(241), 'timestamp', 'UTC', true).unit).toBe('hour')
  const years = timeSteps(hourly(24 * 400), 'timestamp', 'UTC')
  expect([years.unit, years.steps.length, years.steps[13]]).toEqual(['month', 14, '2025-02'])
})

test('dates keep their day whatever the zone; first days of months are months', () => {
  expect(timeSteps(by([Date.UTC(2026, 2, 2)]), 'date', 'America/New_York').steps).toEqual(['2026-03-02'])
  expect(timeSteps(by([Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1)]), 'date', 'UTC').steps).toEqual([
    '2026-03',
    '2026-04',
  ])
  expect(timeSteps(by([2024, 2026]), 'integer', 'UTC')).toMatchObject({unit: 'year', steps: ['2024', '2026']})
})
