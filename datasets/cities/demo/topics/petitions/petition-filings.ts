import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, dayOf, weekdayOf} from '../../tools/time/days.ts'

const warFrom = dayOf(2022, 2, 24)

/** Petitions are written at home in winter rather than in summer; January is 0. */
const monthShare = [1.15, 1.15, 1.15, 1.05, 0.95, 0.85, 0.75, 0.8, 1, 1.1, 1.1, 0.95]

/** How many petitions are submitted on a day, without the planted ones: some 1,800 in six years at scale 1. */
export function filingsOn(day: number, firstDay: number, seed: number, scale: number): number {
  const growth = 0.8 + (0.09 * (day - firstDay)) / 365
  const sinceWar = (day - warFrom) / 30
  const war = sinceWar < 0 ? 1 : Math.min(1, 0.12 + 0.07 * sinceWar)
  const weekday = weekdayOf(day) < 5 ? 1.12 : 0.7
  const mean = 0.83 * growth * war * weekday * monthShare[dateOf(day).month - 1]!
  return new Draw(seed, 'petitions', day).poisson(mean * scale)
}
