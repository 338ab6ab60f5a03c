import type {DayConditions} from './day-conditions.ts'
import {problems} from './problems.ts'
import {holidayFactor, weekdayFactor} from './rhythm.ts'
import {seasonFactor} from './seasons.ts'

/** A day as its frequencies need it. `month` and `date` count from 1, `weekday` from Monday, 0. */
export type RateDay = {
  conditions: DayConditions
  month: number
  date: number
  weekday: number
  isHoliday: boolean
  /** Years since the first day. */
  years: number
}

/** Appeals of a whole year at scale 1, before what events add. */
const appealsPerYear = 56_500

/** The city learns to write: six per cent more of the first year's number with every year. */
const growth = (years: number) => 0.85 + 0.06 * years

const weight = (problem: number, {conditions, month, date, weekday, isHoliday, years}: RateDay): number => {
  const {season, week} = problems[problem]!
  return (
    seasonFactor(season, conditions, month, date) *
    (isHoliday ? holidayFactor[week] : 1) *
    weekdayFactor[week][weekday]! *
    growth(years)
  )
}

/**
 * Appeals to be expected of each problem on a day, at scale 1. Seasons and weekdays shape the years; the shares of the
 * problems over `reference`, the first five years, are those configured.
 */
export function dayRates(reference: readonly RateDay[]): (problem: number, day: RateDay) => number {
  const shares = problems.reduce((sum, {share}) => sum + share, 0)
  const appealsPerWeight = problems.map(({share}, problem) => {
    let weights = 0
    for (const day of reference) weights += weight(problem, day)
    return ((share / shares) * appealsPerYear * (reference.length / 365.25)) / weights
  })
  return (problem, day) => appealsPerWeight[problem]! * weight(problem, day)
}
