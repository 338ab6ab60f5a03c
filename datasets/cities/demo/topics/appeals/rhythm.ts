import {easter} from '../../tools/time/holidays.ts'
import {isDayOff} from '../../tools/time/working-days.ts'

/** How appeals spread over a week: calls about matters, emergencies, letters, and what free days bring. */
export type Week = 'service' | 'emergency' | 'desk' | 'leisure'

/** Monday to Sunday, 1 on average. */
export const weekdayFactor: Record<Week, readonly number[]> = {
  service: [1.28, 1.2, 1.15, 1.12, 1.1, 0.66, 0.49],
  emergency: [1.07, 1.04, 1.02, 1.01, 1.02, 0.95, 0.89],
  desk: [1.42, 1.36, 1.3, 1.25, 1.22, 0.27, 0.18],
  leisure: [0.72, 0.7, 0.74, 0.82, 1.12, 1.52, 1.38],
}

/** A day that is like the rest of its week, one that is free, or a feast on which offices work all the same. */
export type DayKind = 'usual' | 'free' | 'feast'

/** As a share of the same day of an ordinary week. */
export const dayKindFactor: Record<DayKind, Record<Week, number>> = {
  usual: {service: 1, emergency: 1, desk: 1, leisure: 1},
  free: {service: 0.5, emergency: 0.92, desk: 0.25, leisure: 1.2},
  feast: {service: 0.72, emergency: 0.94, desk: 0.62, leisure: 1.1},
}

/** Months and dates of feasts that people keep although it is a working day; Easter besides. */
const fixedFeasts = new Set(['1 1', '12 25'])

/** @param month and date count from 1 */
export function dayKind(day: number, year: number, month: number, date: number): DayKind {
  if (isDayOff(day)) return 'free'
  return fixedFeasts.has(`${month} ${date}`) || day - easter(year) === 0 || day - easter(year) === 1
    ? 'feast'
    : 'usual'
}

/** Which hours of the day: of a call, of a screen, of a counter, of a noise. */
export type Hours = 'phone' | 'screen' | 'counter' | 'night'

/** Weights of the hours from 0 to 23, by the city's clock. People ring when they get up and when they are home again. */
export const hourWeight: Record<Hours, readonly number[]> = {
  phone: [8, 5, 4, 3, 4, 8, 20, 46, 82, 100, 95, 84, 68, 62, 64, 62, 60, 68, 82, 84, 66, 46, 27, 14],
  screen: [14, 8, 5, 4, 4, 7, 18, 40, 62, 74, 75, 70, 62, 58, 57, 56, 58, 66, 76, 86, 92, 86, 58, 32],
  counter: [0, 0, 0, 0, 0, 0, 0, 0, 46, 100, 112, 98, 46, 58, 94, 90, 62, 0, 0, 0, 0, 0, 0, 0],
  night: [92, 70, 42, 22, 10, 8, 10, 12, 14, 16, 16, 15, 14, 14, 14, 14, 16, 20, 26, 34, 48, 82, 122, 120],
}
