import type {Scope} from '../../chapter.ts'

/** Whole hours for which sensors report, in hours since 1970; the end is the first hour after. */
export type SensorPeriod = {firstHour: number; endHour: number; hours: number}

/** Sensors report for this many days up to the end of the day before today. */
const sensorDays = 730

/** The two years of readings. They begin later where the city is told from later on. */
export function sensorPeriod({today, firstDay}: Pick<Scope, 'today' | 'firstDay'>): SensorPeriod {
  const firstHour = Math.max(firstDay, today - sensorDays) * 24
  return {firstHour, endHour: today * 24, hours: today * 24 - firstHour}
}
