import {dateOf, weekdayOf} from './days.ts'
import {easter} from './holidays.ts'
import {isDayOff, martialLawFrom} from './working-days.ts'

/**
 * How far dates of martial law keep people at home, though they are worked: [month, day, share]. Only New Year's Day is
 * still a Sunday. Around it and at Christmas schools and many offices are closed; on other feasts some take the day off.
 */
const kept: readonly (readonly [month: number, day: number, share: number])[] = [
  [1, 1, 1],
  [1, 2, 0.4],
  [1, 7, 0.15],
  [3, 8, 0.2],
  [5, 1, 0.2],
  [5, 8, 0.1],
  [6, 28, 0.2],
  [7, 15, 0.1],
  [8, 24, 0.15],
  [10, 1, 0.05],
  [12, 25, 0.4],
  [12, 31, 0.35],
]
/** On the Monday after Easter people visit graves. */
const easterMondayShare = 0.35

/**
 * How like a Sunday is this day, to whoever watches the streets? 1 on Sundays and on what nobody works, 0 on other days,
 * something between on dates that the law makes everybody work and habit does not.
 */
export function sundayShare(day: number): number {
  if (weekdayOf(day) === 6 || isDayOff(day)) return 1
  if (day < martialLawFrom) return 0
  const {year, month, day: date} = dateOf(day)
  if (day === easter(year) + 1) return easterMondayShare
  return kept.find(([m, d]) => m === month && d === date)?.[2] ?? 0
}
