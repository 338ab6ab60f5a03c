import type {DayConditions} from './day-conditions.ts'
import {problems} from './problems.ts'
import {type DayKind, dayKindFactor, weekdayFactor} from './rhythm.ts'
import {seasonFactor} from './seasons.ts'
import {type Wartime, wartimeFactor} from './wartime.ts'

/** A day as its frequencies need it. `month` and `date` count from 1, `weekday` from Monday, 0. */
export type RateDay = {
  wartime: Wartime
  conditions: DayConditions
  month: number
  date: number
  weekday: number
  kind: DayKind
  /** Years since the first day. */
  years: number
}

/** Appeals of a whole year at scale 1, before what events add. */
const appealsPerYear = 56_500

/** The city learns to write: six per cent more of the first year's number with every year. */
const growth = (years: number) => 0.85 + 0.06 * years

const weight = (
  problem: number,
  {wartime, conditions, month, date, weekday, kind, years}: RateDay,
): number => {
  const {id, season, week} = problems[problem]!
  return (
    seasonFactor(season, conditions, month, date) *
    wartimeFactor(id, wartime) *
    dayKindFactor[kind][week] *
    weekdayFactor[week][weekday]! *
    growth(years)
  )
}

/**
 * Appeals to be expected of each problem on a day, at scale 1. Seasons, weekdays and the war shape the years; the shares
 * of the problems over `reference`, the first five years, are those configured.
 */
export function dayRates(reference: readonly RateDay[]): (problem: number, day: RateDay) => number {
  const shares = problems.reduce((sum, {share}) => sum + share, 0)
  const appealsPerWeight = problems.map(({share}, problem) => {
    let weights = 0
    for (const day of reference) weights += weight(problem, day)
    // Years without a war know nothing of shelters.
    return weights > 0 ? ((share / shares) * appealsPerYear * (reference.length / 365.25)) / weights : 0
  })
  return (problem, day) => appealsPerWeight[problem]! * weight(problem, day)
}
