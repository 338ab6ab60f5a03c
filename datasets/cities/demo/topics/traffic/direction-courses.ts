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

/**
 * A day's course for each direction and weekday, 24 factors of a workday's mean hour, [direction][weekday][hour]. What
 * goes in comes out: both directions have the same sum.
 */
export const directionCourses = (kind: CounterKind): number[][][] =>
  directions.map((_, direction) =>
    Array.from({length: 7}, (_, weekday) => {
      const course = courseOf(weekday)
      const total = course.reduce((sum, factor) => sum + factor, 0)
      const tide = tides[kind] * (weekday < 5 ? 1 : 0.3) * (direction === 0 ? 1 : -1)
      const split = course.map((factor, hour) => {
        const surge = hour >= 6 && hour <= 9 ? 1 : hour >= 16 && hour <= 19 ? -0.85 : hour >= 20 ? -0.2 : 0
        return factor * (1 + 2 * tide * surge)
      })
      const sum = split.reduce((so, factor) => so + factor, 0)
      return split.map(factor => (factor * total) / sum)
    }),
  )

/** Lorries keep shop hours; a Sunday has a quarter of a workday's. */
export const lorryCourse = (weekday: number, hour: number): number =>
  (hour >= 7 && hour < 18 ? 1.75 : hour >= 5 && hour < 21 ? 0.7 : 0.22) *
  (weekday < 5 ? 1 : weekday === 5 ? 0.5 : 0.25)

/** Buses keep their timetable, with fewer at weekends. */
export const busCourse = (weekday: number, hour: number): number =>
  (hour >= 6 && hour < 20 ? 1.5 : hour === 5 || (hour >= 20 && hour < 23) ? 0.7 : 0) *
  (weekday < 5 ? 1 : 0.72)

/** People cycle by day and in warm, dry weather. */
export const cycleCourse = (hour: number, temperature: number, rain: number): number =>
  hour < 6 || hour > 22
    ? 0.08
    : Math.max(0.05, Math.min(1.6, (temperature - 2) / 14)) *
      (rain > 0.2 ? 0.3 : 1) *
      (hour === 8 || (hour >= 17 && hour < 20) ? 1.8 : 1)
