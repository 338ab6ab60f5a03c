import {expect, test} from 'vitest'
import {isoDate, parseDay} from './days.ts'
import {addWorkingDays, isWorkingDay, workingDaysBetween} from './working-days.ts'

const after = (date: string, count: number) => isoDate(addWorkingDays(parseDay(date), count))

test('weekends do not count', () => {
  // Friday 13 March 2026 and the two weeks after it.
  expect(after('2026-03-13', 1)).toBe('2026-03-16')
  expect(after('2026-03-13', 10)).toBe('2026-03-27')
  expect(after('2026-03-14', 1)).toBe('2026-03-16')
  expect(after('2026-03-13', 0)).toBe('2026-03-13')
})

// The calendar of 2021: Easter on 2 May, so that 1 to 4 May and 8 to 10 May were free.
test('holidays of peacetime do not count, nor the days given for those at a weekend', () => {
  expect(after('2021-04-30', 1)).toBe('2021-05-05')
  expect(after('2021-04-30', 5)).toBe('2021-05-12')
  expect(after('2021-06-18', 1)).toBe('2021-06-22')
  expect(after('2021-12-24', 1)).toBe('2021-12-28')
})

test('under martial law holidays are worked', () => {
  expect(isWorkingDay(parseDay('2021-08-24'))).toBe(false)
  expect(isWorkingDay(parseDay('2023-08-24'))).toBe(true)
  expect(after('2023-12-22', 1)).toBe('2023-12-25')
})

test('counting is the inverse of adding', () => {
  expect(workingDaysBetween(parseDay('2021-04-30'), parseDay('2021-05-12'))).toBe(5)
  for (let day = parseDay('2021-11-01'); day < parseDay('2022-06-01'); day++)
    for (const count of [1, 3, 10]) expect(workingDaysBetween(day, addWorkingDays(day, count))).toBe(count)
})
