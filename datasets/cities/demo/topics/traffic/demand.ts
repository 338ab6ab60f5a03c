import {isUnderCurfew} from '../../tools/time/curfew.ts'
import type {Weather} from '../../world/weather/weather.ts'
import type {HourCalendar} from '../sensors/hour-calendar.ts'

/** Traffic of each hour of Kyiv's day without a curfew, as a factor of a workday's mean hour. A workday's sum is 24. */
const dayCourses = {
  workday: [
    0.24, 0.14, 0.1, 0.09, 0.13, 0.32, 0.78, 1.44, 1.72, 1.42, 1.22, 1.22, 1.27, 1.27, 1.27, 1.37, 1.6, 1.84,
    1.66, 1.28, 0.98, 0.76, 0.55, 0.33,
  ],
  saturday: [
    0.36, 0.24, 0.16, 0.12, 0.12, 0.2, 0.38, 0.64, 0.92, 1.12, 1.26, 1.31, 1.3, 1.25, 1.2, 1.18, 1.18, 1.18,
    1.13, 1, 0.88, 0.8, 0.66, 0.52,
  ],
  sunday: [
    0.42, 0.28, 0.19, 0.14, 0.11, 0.14, 0.24, 0.4, 0.6, 0.84, 1.02, 1.1, 1.1, 1.06, 1.02, 1.02, 1.06, 1.12,
    1.08, 0.96, 0.82, 0.68, 0.5, 0.32,
  ],
} as const

/** The course of a weekday, 0 Monday … 6 Sunday. */
export const courseOf = (weekday: number): readonly number[] =>
  weekday === 6 ? dayCourses.sunday : weekday === 5 ? dayCourses.saturday : dayCourses.workday

/** Fridays and Mondays are fuller than the middle of the week. */
const weekdayFactors = [1.01, 0.99, 0.99, 1, 1.06, 1, 1] as const

/** From a usual day to a Sunday by so much of the way. */
const towards = (usual: number, sunday: number, share: number) => usual + (sunday - usual) * share

/** What a night's curfew leaves: patrols, ambulances, shifts with passes. Most are at home an hour before it begins. */
function curfewFactor(day: number, hour: number): number {
  if (isUnderCurfew(day, hour)) return [0.1, 0.06, 0.06, 0.09, 0.25][hour]!
  if (hour === 23 && isUnderCurfew(day + 1, 0)) return 0.6
  return hour === 5 && isUnderCurfew(day, 4) ? 1.25 : 1
}

/** By month: the city empties in January and fills with visitors in summer. */
const monthFactors = [0.9, 0.95, 0.98, 1, 1.02, 1.04, 1.06, 1.06, 1.03, 1, 0.98, 0.97] as const

/** The month of a day of the year, near enough for traffic. */
const monthOf = (yearDay: number) => Math.min(11, Math.floor(yearDay / 30.5))

/** What weather leaves of the traffic: snow and downpours keep people at home. */
function weatherFactor(rain: number, snow: number, temperature: number): number {
  const wet = rain > 10 ? 0.55 : rain > 3 ? 0.85 : rain > 0.2 ? 0.96 : 1
  const white = snow > 15 && temperature < 1 ? 0.82 : snow > 4 && temperature < 1 ? 0.92 : 1
  return wet * white
}

/** Traffic of the whole city, hour by hour, as a factor of a workday's mean hour. */
export function cityTraffic(
  {clock, day, weekday, sundayShare, yearDay}: HourCalendar,
  weather: Weather,
  firstHour: number,
): Float32Array {
  const offset = firstHour - weather.firstHour
  return Float32Array.from(clock, (hour, at) => {
    const usual = courseOf(weekday[at]!)[hour]! * weekdayFactors[weekday[at]!]!
    return (
      towards(usual, dayCourses.sunday[hour]!, sundayShare[at]!) *
      curfewFactor(day[at]!, hour) *
      monthFactors[monthOf(yearDay[at]!)]! *
      weatherFactor(weather.rain[offset + at]!, weather.snow[offset + at]!, weather.temperature[offset + at]!)
    )
  })
}
