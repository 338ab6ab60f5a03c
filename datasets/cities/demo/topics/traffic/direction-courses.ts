import type {CounterKind} from './counter-table.ts'
import {courseOf} from './demand.ts'

/** Directions that a counter tells apart: to the centre, from the centre. */
export const directions = ['in', 'out'] as const

/** How much more of the morning's traffic goes in than out, as a share of all; evenings turn it round. */
const tides: Record<CounterKind, number> = {
  commuter: 0.17,
  centre: 0.07,
  exit: 0.12,
  harbour: 0.03,
  beach: 0.06,
}

/** How the tide runs through a day: in with the morning, out from four o'clock on. */
const surge = (hour: number) =>
  hour >= 6 && hour <= 9 ? 1 : hour >= 16 && hour <= 19 ? -0.85 : hour >= 20 ? -0.2 : 0

/** How a day's traffic divides between the directions of a counter: factors by hour, of a workday and of a free day. */
export type Split = {workday: number[]; free: number[]}

/**
 * Over a day both directions carry the same, but for a lean: some go by one road and come home by another.
 * @param strength factor of the tide at this counter, near 1
 * @param lean how much more goes in than out over the years, as a share: −0.015 … 0.015
 */
export function directionSplits(kind: CounterKind, strength: number, lean: number): Split[] {
  const split = (course: readonly number[], tide: number, leans: number) => {
    const total = course.reduce((sum, factor) => sum + factor, 0)
    const tidal = course.reduce((sum, factor, hour) => sum + factor * (1 + tide * surge(hour)), 0)
    return course.map((_, hour) => ((1 + tide * surge(hour)) * (1 + leans) * total) / tidal)
  }
  return [1, -1].map(sign => {
    const tide = 2 * tides[kind] * strength * sign
    return {
      workday: split(courseOf(0), tide, sign * lean),
      free: split(courseOf(6), 0.3 * tide, sign * lean),
    }
  })
}

/** Lorries keep shop hours; a Sunday has a quarter of a workday's. Under the curfew only those with a pass drive. */
export const lorryCourse = (weekday: number, sundayShare: number, isCurfew: boolean, hour: number): number =>
  (hour >= 7 && hour < 18 ? 1.75 : hour >= 5 && hour < 21 ? 0.7 : isCurfew ? 0.03 : 0.22) *
  (weekday < 5 ? 1 - 0.75 * sundayShare : weekday === 5 ? 0.5 : 0.25)

/** People cycle by day and in warm, dry weather. */
export const cycleCourse = (isCurfew: boolean, hour: number, temperature: number, rain: number): number =>
  isCurfew
    ? 0.004
    : hour < 6 || hour > 22
      ? 0.08
      : Math.max(0.05, Math.min(1.6, (temperature - 2) / 14)) *
        (rain > 0.2 ? 0.3 : 1) *
        (hour === 8 || (hour >= 17 && hour < 20) ? 1.8 : 1)
