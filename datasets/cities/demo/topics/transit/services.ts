import {dateOf, weekdayOf} from '../../tools/time/days.ts'
import {isDayOff} from '../../tools/time/working-days.ts'

/** Days on which a line runs by one timetable, Monday to Sunday. */
export const weekOf = {
  workdays: [1, 1, 1, 1, 1, 0, 0],
  weekends: [0, 0, 0, 0, 0, 1, 1],
  saturdays: [0, 0, 0, 0, 0, 1, 0],
  daily: [1, 1, 1, 1, 1, 1, 1],
} as const

export type Service = keyof typeof weekOf

const services = Object.keys(weekOf) as Service[]

/** Do all lines run as on a Sunday? On what nobody works, and on New Year's Day whatever the law says. */
function runsAsSunday(day: number): boolean {
  const {month, day: date} = dateOf(day)
  return weekdayOf(day) === 6 || isDayOff(day) || (month === 1 && date === 1)
}

/** The services of a day. */
export function servicesOn(day: number): Service[] {
  const weekday = runsAsSunday(day) ? 6 : weekdayOf(day)
  return services.filter(service => weekOf[service][weekday] === 1)
}
