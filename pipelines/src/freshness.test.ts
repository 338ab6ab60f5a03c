import {expect, test} from 'vitest'
import {freshnessOf} from './freshness.ts'

const now = new Date('2026-11-21T08:00:00Z')

test.each([
  ['2026-11-21T07:30:00Z', 'HOURLY', 'fresh'],
  ['2026-11-21T06:30:00Z', 'HOURLY', 'due'],
  ['2026-11-21T05:30:00Z', 'HOURLY', 'overdue'],
  ['2026-10-22T08:00:00Z', 'MONTHLY', 'fresh'],
  ['2026-10-01T08:00:00Z', 'MONTHLY', 'due'],
  ['2024-11-21T08:00:00Z', 'ANNUAL', 'due'],
  ['2024-11-01T08:00:00Z', 'ANNUAL', 'overdue'],
  ['2001-01-01T00:00:00Z', 'IRREG', 'irregular'],
  [null, 'DAILY', 'never'],
] as const)('fetched %s, promised %s: %s', (fetchedAt, cadence, state) => {
  expect(freshnessOf(fetchedAt, cadence, now).state).toBe(state)
})

test('a clock that goes ahead makes nothing older than new', () => {
  expect(freshnessOf('2026-11-22T08:00:00Z', 'DAILY', now)).toEqual({
    state: 'fresh',
    ageDays: 0,
    everyDays: 1,
  })
})
