import {expect, test} from 'vitest'
import {dayOf, isoDate, parseDay} from '../../tools/time/days.ts'
import {fromKyiv, toKyiv} from '../../tools/time/kyiv-clock.ts'
import {Calendar, dotted} from './calendar.ts'

const calendar = new Calendar(dayOf(2023, 1, 1), dayOf(2026, 12, 31))
const at = (date: string, clock: string) => {
  const [hour, minute] = clock.split(':').map(Number) as [number, number]
  return parseDay(date) * 1440 + hour * 60 + minute
}

test('its clock is that of Kyiv, around both changes as well', () => {
  for (const date of [
    '2024-03-30',
    '2024-03-31',
    '2024-04-01',
    '2024-10-26',
    '2024-10-27',
    '2024-10-28',
    '2026-07-01',
  ])
    for (let minute = 0; minute < 1440; minute += 15) {
      const utc = parseDay(date) * 1440 + minute
      expect(calendar.toLocal(utc)).toBe(toKyiv(utc))
      expect(calendar.toUtc(utc)).toBe(fromKyiv(utc))
    }
})

test('nothing is shown in the hour that March leaves out', () => {
  expect(calendar.text(calendar.shown(at('2024-03-31', '03:20')))).toBe('2024-03-31T04:20')
  expect(calendar.text(calendar.shown(at('2024-03-30', '03:20')))).toBe('2024-03-30T03:20')
})

test('work is done on working days, at the nearest hour', () => {
  const working = (date: string, clock: string, from = 0) =>
    calendar.text(calendar.working(at(date, clock), from))
  // 2024-05-15 is a Wednesday, 2024-05-05 was Easter.
  expect(working('2024-05-15', '10:05')).toBe('2024-05-15T10:05')
  expect(working('2024-05-15', '04:00')).toMatch(/^2024-05-15T(08|09):/)
  expect(working('2024-05-15', '22:00')).toMatch(/^2024-05-15T(15|16):/)
  expect(working('2024-05-18', '12:00')).toMatch(/^2024-05-17T(15|16):/)
  expect(working('2024-05-19', '12:00')).toMatch(/^2024-05-20T(08|09):/)
  // Never before what it answers.
  expect(working('2024-05-18', '12:00', at('2024-05-18', '11:00'))).toMatch(/^2024-05-20T(08|09):/)
  expect(working('2024-05-15', '22:00', at('2024-05-15', '21:00'))).toMatch(/^2024-05-16T(08|09):/)
})

test.each([
  ['2024-01-31', '2024-02-29'],
  ['2023-01-30', '2023-02-28'],
  ['2024-03-31', '2024-04-30'],
  ['2024-12-15', '2025-01-15'],
  ['2024-11-30', '2024-12-30'],
])('a month after %s is %s', (date, later) => {
  expect(isoDate(calendar.monthLater(parseDay(date)))).toBe(later)
})

test('dates are written as officials write them', () => {
  expect(dotted('2026-11-21')).toBe('21.11.2026')
})
