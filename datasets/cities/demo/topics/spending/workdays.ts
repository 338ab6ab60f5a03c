import {dayOf, monthEnd} from '../../tools/time/days.ts'
import {isWorkingDay} from '../../tools/time/working-days.ts'

/** Days on which the treasury pays. A year's first payments wait for the estimates to be approved. */
export function workdays(year: number, month: number): number[] {
  const days: number[] = []
  for (let day = dayOf(year, month, month === 1 ? 10 : 1); day <= monthEnd(year, month); day++)
    if (isWorkingDay(day)) days.push(day)
  return days
}
