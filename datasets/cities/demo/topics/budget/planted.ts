import {dateOf} from '../../tools/time/days.ts'
import type {Events} from '../../world/events.ts'

/** Things hidden in the city's money for a careful reader, and where. */

/** Half of this programme's year is paid out in December, every year. */
export const decemberProgram = '1216011'
export const decemberMonths = [0, 0.4, 1.6, 2.7, 4.1, 5.2, 6.4, 7.3, 7.9, 6.3, 6.1, 52]

/** Of the last whole year's plan for saving energy not half was spent. */
export const idleProgram = {code: '1217640', spent: 0.41} as const

/** Money for the regional hospital that only passes through: it comes in one month and goes on the next. */
export const transit = {
  income: '41053900',
  program: '3719770',
  kekv: '2620',
  /** Kopiykas by the month in which they come, 0 is January. */
  tranches: [
    [3, 614_820_000],
    [5, 742_150_000],
    [8, 618_435_000],
    [10, 487_260_000],
  ],
} as const

/** When heating failed in a frost, kindergartens and schools warmed their rooms with electricity. */
export const coldPrograms = ['0611010', '0611021'] as const

export type Planted = {
  /** The last year of which every month has passed. */
  lastYear: number
  /** The month in which the electricity of the cold weeks was paid for. */
  coldYear: number
  coldMonth: number
}

/** The years of what is hidden, for a city that is told up to the day before `today`. */
export function plantedIn(today: number, events: Events): Planted {
  const failed = dateOf(events.heatingFailure.from)
  return {lastYear: dateOf(today).year - 1, coldYear: failed.year, coldMonth: failed.month}
}
