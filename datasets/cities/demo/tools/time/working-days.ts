import {dayOf, weekdayOf} from './days.ts'
import {isHoliday} from './holidays.ts'

/** While martial law lasts, holidays are worked (Law 2136-IX, article 6). */
export const martialLawFrom = dayOf(2022, 2, 24)

/** Is this a day on which nobody works because of its date? Since 24 February 2022 there is none. */
export const isDayOff = (day: number): boolean =>
  day < martialLawFrom && (isHoliday(day) || isInsteadOfWeekend(day, weekdayOf(day)))

/** Do offices work on this day? */
export const isWorkingDay = (day: number): boolean => weekdayOf(day) < 5 && !isDayOff(day)

/** A holiday on a Saturday or Sunday gives the next Monday off, two of them Tuesday as well (Labour Code, article 67). */
function isInsteadOfWeekend(day: number, weekday: number): boolean {
  const sunday = day - weekday - 1
  const holidays = Number(isHoliday(sunday - 1)) + Number(isHoliday(sunday))
  return weekday < holidays
}

/** The working day that many after this one; of 0, the day itself. */
export function addWorkingDays(day: number, count: number): number {
  let at = day
  for (let left = count; left > 0; ) if (isWorkingDay(++at)) left--
  return at
}

/** How many working days come after `from`, up to and with `to`. */
export function workingDaysBetween(from: number, to: number): number {
  let count = 0
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day)) count++
  return count
}

/** The day itself, where it is a working day, or the last before it. */
export const workingDayUntil = (day: number): number => (isWorkingDay(day) ? day : workingDayUntil(day - 1))
