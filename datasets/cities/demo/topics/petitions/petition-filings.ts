import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, weekdayOf} from '../../tools/time/days.ts'
import {dayMinutes, fromKyiv, toKyiv} from '../../tools/time/kyiv-clock.ts'
import {martialLawFrom} from '../../tools/time/working-days.ts'

/** Petitions are written at home in winter rather than in summer; January is 0. */
const monthShare = [1.15, 1.15, 1.15, 1.05, 0.95, 0.85, 0.75, 0.8, 1, 1.1, 1.1, 0.95]

/** The invasion stopped them for weeks; by the summer of 2023 there were as many as before. */
export function warShare(day: number): number {
  const months = (day - martialLawFrom) / 30
  if (months < 0) return 1
  return months < 1.2 ? 0.05 : Math.min(1, 0.1 + 0.07 * months)
}

/** How many petitions are submitted on a day, without the planted ones: some 1,700 in six years at scale 1. */
export function filingsOn(day: number, firstDay: number, seed: number, scale: number): number {
  const growth = 0.8 + (0.09 * (day - firstDay)) / 365
  const weekday = weekdayOf(day) < 5 ? 1.12 : 0.7
  const mean = 0.83 * growth * warShare(day) * weekday * monthShare[dateOf(day).month - 1]!
  return new Draw(seed, 'petitions', day).poisson(mean * scale)
}

/** When in the day petitions are submitted, by the hour of the city’s clock: before noon, and most after supper. */
const weekdayHours = [
  16, 8, 4, 2, 2, 3, 7, 16, 30, 45, 52, 50, 44, 42, 42, 40, 40, 42, 48, 60, 74, 80, 64, 36,
]
const weekendHours = [
  22, 14, 7, 4, 2, 2, 4, 8, 18, 32, 46, 52, 50, 46, 44, 42, 42, 44, 50, 58, 68, 72, 58, 38,
]
const byHour = (weights: number[]) => chooser(weights.map((weight, hour) => [hour, weight] as const))
const onWeekday = byHour(weekdayHours)
const onWeekend = byHour(weekendHours)

/** Minutes of the day at which so many petitions came, in order; none in the hour that is left out in March. */
export function filingMinutes(day: number, count: number, seed: number): number[] {
  const draw = new Draw(seed, 'petition minutes', day)
  const hours = weekdayOf(day) < 5 ? onWeekday : onWeekend
  return Array.from({length: count}, () => {
    const minute = day * dayMinutes + 60 * hours(draw) + draw.below(60)
    return toKyiv(fromKyiv(minute)) - day * dayMinutes
  }).sort((a, b) => a - b)
}
