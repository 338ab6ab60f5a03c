import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Calendar} from './calendar.ts'

/** How long there is for an appeal, as an ISO 8601 duration: the service's norm in hours, or what the law gives. */
export type DueTerm = `PT${number}H` | 'P1M' | 'P15D' | ''

/** The most that the law gives with an extension: 45 days (Law on Citizens' Appeals, article 20). */
const mostDays = 45

/**
 * When an appeal is due, as a UTC minute; NaN where it has no term. A norm of hours runs by the clock; days and the
 * month run by the calendar, to the end of the last day (Civil Code, article 255); where that is free, to the end of the
 * next working day (article 254).
 */
export function dueAt(receivedUtc: number, term: DueTerm, calendar: Calendar): number {
  if (term === '') return Number.NaN
  if (term.startsWith('PT')) return receivedUtc + Number(term.slice(2, -1)) * 60
  const day = Math.floor(calendar.toLocal(receivedUtc) / dayMinutes)
  return endOf(term === 'P1M' ? calendar.monthLater(day) : day + 15, calendar)
}

/** The last minute of an extension. */
export const extendedTo = (receivedUtc: number, calendar: Calendar): number =>
  endOf(Math.floor(calendar.toLocal(receivedUtc) / dayMinutes) + mostDays, calendar)

/** 23:59 of this day or, where it is free, of the next working day, as a UTC minute. */
const endOf = (day: number, calendar: Calendar) =>
  calendar.toUtc((calendar.openFrom(day) + 1) * dayMinutes - 1)
