import {dayOf, weekdayOf} from '../time/days.ts'
import {isHoliday} from '../time/holidays.ts'

/** While martial law lasts, holidays are worked (Law 2136-IX, article 6). */
const martialLawFrom = dayOf(2022, 2, 24)

/** Does the council work on this day? */
export const isWorkingDay = (day: number): boolean =>
  weekdayOf(day) < 5 && (day >= martialLawFrom || !isHoliday(day))

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
