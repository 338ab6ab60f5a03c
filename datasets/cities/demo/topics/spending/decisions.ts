import {dottedDate} from '../../tools/time/days.ts'
import {decisionNumber, sessionDay} from '../../world/council.ts'
import {type Mix, mixes} from '../budget/mixes.ts'
import {programs} from '../budget/programs.ts'

/** Programmes that support enterprises or carriers, in the order in which the session votes for them. */
const places = new Map(
  programs
    .filter(({mix}) => {
      const {C, D}: Mix = mixes[mix]
      return mix === 'carriage' || C?.['2610'] !== undefined || D?.['3210'] !== undefined
    })
    .map(({code}, index) => [code, index]),
)

/**
 * The council's decision by which a programme supports enterprises in a year, one a programme and year: taken at the
 * session before Christmas that adopts the year's budget, after the budget itself.
 */
export function decisionOf(seed: number, program: string, year: number): string {
  const session = sessionDay(seed, year - 1, 12)
  const number = decisionNumber(seed, session, 2 + places.get(program)!)
  return `рішення міської ради від ${dottedDate(session)} № ${number}`
}
