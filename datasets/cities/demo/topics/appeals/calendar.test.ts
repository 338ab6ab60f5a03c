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

test('work rests at night and on free days', () => {
  const after = (date: string, clock: string, minutes: number) =>
    calendar.text(calendar.afterWork(at(date, clock), minutes))
  // 2024-05-15 is a Wednesday.
  expect(after('2024-05-15', '10:05', 0)).toBe('2024-05-15T10:05')
  expect(after('2024-05-15', '04:00', 0)).toBe('2024-05-15T08:00')
  expect(after('2024-05-15', '22:00', 0)).toBe('2024-05-16T08:00')
  expect(after('2024-05-18', '12:00', 0)).toBe('2024-05-20T08:00')
  // A whole day's work leads to the same hour of the next working day, five to the next week's.
  expect(after('2024-05-15', '11:00', 540)).toBe('2024-05-16T11:00')
  expect(after('2024-05-15', '11:00', 5 * 540)).toBe('2024-05-22T11:00')
  expect(after('2024-05-15', '11:00', -540)).toBe('2024-05-14T11:00')
  // Less is done over lunch: 33 of the hour's 60.
  expect(after('2024-05-15', '12:00', 33)).toBe('2024-05-15T13:00')
  // Easter, 5 May 2024, and Independence Day on a Saturday give nobody a Monday off while the war lasts.
  expect(after('2024-05-04', '12:00', 0)).toBe('2024-05-06T08:00')
  expect(after('2024-08-23', '16:59', 60)).toMatch(/^2024-08-26T09:/)
})

test('work goes on and never back, whenever it begins', () => {
  for (let minute = 0; minute < 10 * 1440; minute += 47) {
    const from = at('2024-05-10', '00:00') + minute
    let last = from
    for (const minutes of [0, 1, 30, 200, 700, 3000]) {
      const done = calendar.afterWork(from, minutes)
      expect(done).toBeGreaterThanOrEqual(last)
      expect(calendar.isOpen(Math.floor(done / 1440))).toBe(true)
      expect(done % 1440).toBeGreaterThanOrEqual(480)
      expect(done % 1440).toBeLessThan(1020)
      last = done
    }
  }
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
