import {describe, expect, test} from 'vitest'
import {isUnderCurfew} from './curfew.ts'
import {dayOf, parseDay, weekdayOf} from './days.ts'
import {sundayShare} from './sunday-share.ts'
import {isWorkingDay} from './working-days.ts'

const share = (date: string) => sundayShare(parseDay(date))

describe('how like a Sunday a day is', () => {
  test('in peace a holiday and the day given for it are Sundays, other weekdays are not', () => {
    // Independence Day on a Tuesday; Labour Day on a Saturday, so that the Monday after Easter Sunday was off as well.
    expect(['2021-08-24', '2021-05-03', '2021-05-04'].map(share)).toEqual([1, 1, 1])
    for (let day = dayOf(2021, 1, 1); day < dayOf(2022, 2, 24); day++)
      if (weekdayOf(day) !== 5) expect(sundayShare(day)).toBe(isWorkingDay(day) ? 0 : 1)
  })

  test('under martial law only New Year’s Day is, and 24 August is nearly a working day', () => {
    expect(share('2026-01-01')).toBe(1)
    expect(share('2026-08-24')).toBeGreaterThan(0)
    expect(share('2026-08-24')).toBeLessThan(0.25)
    // The day after Easter: a Monday.
    expect(share('2026-04-13')).toBeGreaterThan(0.25)
    for (let day = dayOf(2022, 2, 24); day < dayOf(2027, 1, 1); day++) {
      if (weekdayOf(day) === 6) expect(sundayShare(day)).toBe(1)
      else if (sundayShare(day) === 1) expect(day).toBe(dayOf(Number(yearOf(day)), 1, 1))
      else expect(sundayShare(day)).toBeLessThan(0.5)
    }
  })

  test('most days of a year are neither holidays nor Sundays', () => {
    // Of twelve dates two are Sundays in 2026, and the Monday after Easter makes eleven.
    const days = Array.from({length: 365}, (_, index) => sundayShare(dayOf(2026, 1, 1) + index))
    expect(days.filter(one => one === 0)).toHaveLength(365 - 52 - 11)
  })
})

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()

test('the curfew lasts from midnight to five on every night of martial law', () => {
  const hours = (date: string) =>
    Array.from({length: 24}, (_, hour) => hour).filter(hour => isUnderCurfew(parseDay(date), hour))
  expect(hours('2022-02-23')).toEqual([])
  expect(hours('2022-02-24')).toEqual([0, 1, 2, 3, 4])
  expect(hours('2026-12-31')).toEqual([0, 1, 2, 3, 4])
})
