import {unitOf} from '../tools/numbers/hash.ts'
import {dateOf, dayOf, dayOfYear} from '../tools/time/days.ts'
import {workingDayUntil} from '../tools/time/working-days.ts'

/** The first month of each convocation of the council, and the numeral in the numbers of its decisions; newest first. */
const convocations = [
  {year: 2020, month: 12, numeral: 'VIII'},
  {year: 2015, month: 11, numeral: 'VII'},
  {year: 2010, month: 11, numeral: 'VI'},
  {year: 2006, month: 4, numeral: 'V'},
  {year: 2002, month: 4, numeral: 'IV'},
  {year: 1998, month: 4, numeral: 'XXIII'},
  {year: 1994, month: 7, numeral: 'XXII'},
  {year: 1990, month: 4, numeral: 'XXI'},
] as const

/** Decisions of a month: at a session called out of turn before the ordinary one, at that one, and after it. */
type Month = {before: number; ordinary: number; after: number}

function decisionsOf(seed: number, year: number, month: number, isFirst: boolean): Month {
  const unit = (what: string) => unitOf(seed, 'council', what, year, month)
  return {
    // A new council elects its secretary and commissions, and adopts its rules.
    before: isFirst ? 14 : 2 + Math.floor(3 * unit('before')),
    // With the budget come the programmes that it pays for.
    ordinary: month === 12 ? 34 + Math.floor(7 * unit('ordinary')) : 15 + Math.floor(22 * unit('ordinary')),
    after: 2 + Math.floor(2 * unit('after')),
  }
}

/** The day of a month's ordinary session; December's, which adopts the budget, is before Christmas. */
export const sessionDay = (seed: number, year: number, month: number): number =>
  workingDayUntil(
    dayOf(year, month, month === 12 ? 24 : 28) - Math.floor(9 * unitOf(seed, 'session', year, month)),
  )

/**
 * The number of a decision of the council taken on a day, «812-VIII». Numbers run through a convocation and grow with
 * the date; before the councils of 1990 the executive committee decided, and counted from 1 each January.
 * @param place which of that day's decisions: 0 is the first; at an ordinary session there are at least fifteen, in
 *   December thirty-four, at another two
 */
export function decisionNumber(seed: number, day: number, place: number): string {
  const {year, month} = dateOf(day)
  const own = convocations.find(begun => year * 12 + month >= begun.year * 12 + begun.month)
  if (!own) return String(1 + 2 * dayOfYear(day) + (place % 2))
  let number = 1
  for (let at = own.year * 12 + own.month - 1; ; at++) {
    const of = {year: Math.floor(at / 12), month: (at % 12) + 1}
    const {before, ordinary, after} = decisionsOf(
      seed,
      of.year,
      of.month,
      at === own.year * 12 + own.month - 1,
    )
    if (of.year < year || of.month < month) {
      number += before + ordinary + after
      continue
    }
    const session = sessionDay(seed, year, month)
    if (day < session) number += place % before
    else if (day === session) number += before + (place % ordinary)
    else number += before + ordinary + (place % after)
    return `${number}-${own.numeral}`
  }
}
