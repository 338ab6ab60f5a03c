import {dayOfYear, isoDate, two, weekdayOf} from '../../tools/time/days.ts'
import {toKyiv} from '../../tools/time/kyiv-clock.ts'
import {sundayShare} from '../../tools/time/sunday-share.ts'
import type {SensorPeriod} from './sensor-period.ts'

/** What calendar and clock say in each hour of the period, by Kyiv's clocks. */
export type HourCalendar = {
  /** 0 … 23. */
  clock: Uint8Array
  /** In days since 1970. */
  day: Uint32Array
  /** 0 Monday … 6 Sunday. */
  weekday: Uint8Array
  /** How like a Sunday the day is, 0 … 1. */
  sundayShare: Float32Array
  /** 0 is 1 January. */
  yearDay: Uint16Array
}

export function hourCalendar({firstHour, hours}: SensorPeriod): HourCalendar {
  const calendar: HourCalendar = {
    clock: new Uint8Array(hours),
    day: new Uint32Array(hours),
    weekday: new Uint8Array(hours),
    sundayShare: new Float32Array(hours),
    yearDay: new Uint16Array(hours),
  }
  let known = {day: -1, weekday: 0, sundayShare: 0, yearDay: 0}
  for (let at = 0; at < hours; at++) {
    const local = toKyiv((firstHour + at) * 60) / 60
    const day = Math.floor(local / 24)
    if (day !== known.day)
      known = {day, weekday: weekdayOf(day), sundayShare: sundayShare(day), yearDay: dayOfYear(day)}
    calendar.clock[at] = local % 24
    calendar.day[at] = day
    calendar.weekday[at] = known.weekday
    calendar.sundayShare[at] = known.sundayShare
    calendar.yearDay[at] = known.yearDay
  }
  return calendar
}

/** 2026-11-21T10:00:00Z, for hours since 1970. */
export const utcHourText = (hour: number): string =>
  `${isoDate(Math.floor(hour / 24))}T${two(hour % 24)}:00:00Z`

/** 2026-11-21 10:00 as Kyiv's clocks show it, for UTC hours since 1970. */
export function kyivHourText(hour: number): string {
  const local = toKyiv(hour * 60) / 60
  return `${isoDate(Math.floor(local / 24))} ${two(local % 24)}:00`
}
