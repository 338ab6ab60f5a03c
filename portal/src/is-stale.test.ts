import {expect, test} from 'vitest'
import {isStale} from './is-stale.ts'

const now = Date.parse('2026-11-21T08:00:00Z')

test.each([
  ['2026-11-20T09:00:00Z', 'UPDATE_CONT', false],
  ['2024-04-23T00:07:00Z', 'UPDATE_CONT', true],
  ['2026-06-30', 'MONTHLY', false],
  ['2026-04-30', 'MONTHLY', true],
  ['2016-01-12', 'DAILY', true],
  ['1998-01-01', 'IRREG', false],
  ['1998-01-01', undefined, false],
])('data to %s of a source that speaks %s', (newest, cadence, expected) => {
  expect(isStale(newest, cadence, now)).toBe(expected)
})
