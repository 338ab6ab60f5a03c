import {dayOf, weekdayOf} from '../time/days.ts'
import {isHoliday} from '../time/holidays.ts'

/** While martial law lasts, holidays are worked (Law 2136-IX, article 6). */
const martialLawFrom = dayOf(2022, 2, 24)

/** Does the council work on this day? */
export function isWorkingDay(day: number): boolean {
  const weekday = weekdayOf(day)
  if (weekday > 4) return false
  return day >= martialLawFrom || !(isHoliday(day) || isInsteadOfWeekend(day, weekday))
}

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
