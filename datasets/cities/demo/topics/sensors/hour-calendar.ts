import {dateOf, dayOfYear, isoDate, two, weekdayOf} from '../../tools/time/days.ts'
import {isHoliday} from '../../tools/time/holidays.ts'
import {dayMinutes, toKyiv} from '../../tools/time/kyiv-clock.ts'
import type {SensorPeriod} from './sensor-period.ts'

/** What calendar and clock say in each hour of the period. */
export type HourCalendar = {
  /** What Kyiv's clocks show, 0 … 23. */
  clock: Uint8Array
  /** 0 Monday … 6 Sunday, by Kyiv's clocks. A holiday is a Sunday. */
  weekday: Uint8Array
  /** 0 is 1 January, by Kyiv's clocks. */
  yearDay: Uint16Array
  /** By Kyiv's clocks, in days since 1970. */
  day: Uint32Array
}

export function hourCalendar({firstHour, hours}: SensorPeriod): HourCalendar {
  const clock = new Uint8Array(hours)
  const weekday = new Uint8Array(hours)
  const yearDay = new Uint16Array(hours)
  const day = new Uint32Array(hours)
  let known = -1
  let knownWeekday = 0
  let knownYearDay = 0
  for (let at = 0; at < hours; at++) {
    const local = toKyiv((firstHour + at) * 60) / 60
    const date = Math.floor(local / 24)
    if (date !== known) {
      known = date
      knownWeekday = isHoliday(date) ? 6 : weekdayOf(date)
      knownYearDay = dayOfYear(date)
    }
    clock[at] = local % 24
    weekday[at] = knownWeekday
    yearDay[at] = knownYearDay
    day[at] = date
  }
  return {clock, weekday, yearDay, day}
}

/** 2026-11-21T10:00:00Z, for hours since 1970. */
export const utcHourText = (hour: number): string =>
  `${isoDate(Math.floor(hour / 24))}T${two(hour % 24)}:00:00Z`

/** 2026-11-21 10:00 as Kyiv's clocks show it, for UTC hours since 1970. */
export function kyivHourText(hour: number): string {
  const local = toKyiv(hour * 60) / 60
  return `${isoDate(Math.floor(local / 24))} ${two(local % 24)}:00`
}

/** The hours of each month, by the clock of the one who files them; the outer ends are those of the period. */
export function monthsOf(
  {firstHour, endHour}: SensorPeriod,
  clock: 'utc' | 'kyiv' = 'utc',
): {month: string; from: number; to: number}[] {
  const months: {month: string; from: number; to: number}[] = []
  for (let hour = firstHour; hour < endHour; hour++) {
    const minute = clock === 'utc' ? hour * 60 : toKyiv(hour * 60)
    const {year, month} = dateOf(Math.floor(minute / dayMinutes))
    const name = `${year}-${two(month)}`
    const last = months.at(-1)
    if (last?.month === name) last.to = hour + 1
    else months.push({month: name, from: hour, to: hour + 1})
  }
  return months
}
