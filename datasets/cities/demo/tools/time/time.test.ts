import {expect, test} from 'vitest'
import {dateOf, dayOf, dayOfYear, dottedDate, isoDate, monthEnd, parseDay, weekdayOf} from './days.ts'
import {easter, isHoliday} from './holidays.ts'
import {clockText, fromKyiv, kyivOffset, toKyiv} from './kyiv-clock.ts'

test('every day from 1890 to 2150 agrees with the language’s own calendar', () => {
  for (let day = dayOf(1890, 1, 1); day < dayOf(2150, 1, 1); day++) {
    const date = new Date(day * 86_400_000)
    expect(isoDate(day)).toBe(date.toISOString().slice(0, 10))
    const {year, month, day: of} = dateOf(day)
    expect(dayOf(year, month, of)).toBe(day)
    expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7)
  }
})

test('texts of days, and back', () => {
  const day = parseDay('2026-11-21')
  expect([isoDate(day), dottedDate(day), dayOfYear(day), isoDate(monthEnd(2024, 2))]).toEqual([
    '2026-11-21',
    '21.11.2026',
    324,
    '2024-02-29',
  ])
  for (const wrong of ['2026-02-30', '21.11.2026', '', '2026-1-1'])
    expect(() => parseDay(wrong)).toThrow(`"${wrong}" is no date`)
})

test('Kyiv’s clock agrees with the zone database, every half hour of six years', () => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Kyiv',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  for (let minute = dayOf(2021, 1, 1) * 1440; minute < dayOf(2027, 1, 1) * 1440; minute += 30) {
    // Most hours are far from a change: an eighth of them will do, and all of the days around one.
    const {month, day} = dateOf(Math.floor(minute / 1440))
    if (!((month === 3 || month === 10) && day > 23) && minute % 240 !== 0) continue
    const local = toKyiv(minute)
    expect(`${isoDate(Math.floor(local / 1440))} ${clockText(local)}`).toBe(format.format(minute * 60_000))
    if (kyivOffset(minute) === 180 || kyivOffset(minute - 60) === 120)
      expect(fromKyiv(toKyiv(minute))).toBe(minute)
  }
})

test('Easter and the holidays that follow it', () => {
  // Published dates of Orthodox Easter.
  const dates = [
    '2021-05-02',
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
  ]
  expect(dates.map((_, index) => isoDate(easter(2021 + index)))).toEqual(dates)
  expect(isHoliday(parseDay('2026-05-31'))).toBe(true)
  expect(isHoliday(parseDay('2023-05-09'))).toBe(true)
  expect(isHoliday(parseDay('2024-05-09'))).toBe(false)
  expect(isHoliday(parseDay('2024-05-08'))).toBe(true)
})
