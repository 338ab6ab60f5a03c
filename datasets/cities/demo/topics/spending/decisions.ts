import {unitOf} from '../../tools/numbers/hash.ts'
import {dayOf, dottedDate} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'

/**
 * The council's decision by which a programme supports enterprises in a year, one a programme and year: taken at the
 * session before Christmas that adopts the year's budget.
 */
export function decisionOf(seed: number, program: string, year: number): string {
  const session = workingDayUntil(
    dayOf(year - 1, 12, 24) - Math.floor(9 * unitOf(seed, 'budget session', year)),
  )
  const number = 300 + 20 * (year % 10) + Math.floor(20 * unitOf(seed, 'decision', program, year))
  return `рішення міської ради від ${dottedDate(session)} № ${number}-VIII`
}
