import {dayOf, monthEnd, weekdayOf} from '../time/days.ts'
import {isHoliday} from '../time/holidays.ts'

/** Since this day holidays are working days. */
const martialLaw = dayOf(2022, 2, 24)

/** Days on which the treasury pays. A year's first payments wait for the estimates to be approved. */
export function workdays(year: number, month: number): number[] {
  const days: number[] = []
  for (let day = dayOf(year, month, month === 1 ? 10 : 1); day <= monthEnd(year, month); day++)
    if (weekdayOf(day) < 5 && (day >= martialLaw || !isHoliday(day))) days.push(day)
  return days
}
