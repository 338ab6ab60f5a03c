import {expect, test} from 'vitest'
import {isoDate} from '../../tools/time/days.ts'
import {workdays} from './workdays.ts'

test('the treasury pays on weekdays, from 10 January, and since the invasion on holidays', () => {
  const days = (year: number, month: number) => workdays(year, month).map(isoDate)
  expect(days(2024, 1)[0]).toBe('2024-01-10')
  // 8 March 2021 was a Monday and a day off, 8 March 2024 a Friday and none.
  expect(days(2021, 3)).not.toContain('2021-03-08')
  expect(days(2024, 3)).toContain('2024-03-08')
  expect(days(2026, 10)).toHaveLength(22)
})
