import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'

/** One year of the participatory budget. Days; ends are the first day after. */
export type Round = {
  year: number
  /** Projects are on the site from here on. */
  published: number
  voting: {from: number; to: number}
  /** The commission names the winners. */
  decided: number
}

/** What a round may spend, in kopiykas. */
export const roundKopiykas = 600_000_000

/** The invasion suspended it: there was none in these years, and what had won in 2021 waited. */
export const suspended = {from: 2022, to: 2023}

/** The rounds of the six years, of which the last may not be over. */
export function roundsUntil(firstDay: number, today: number): Round[] {
  const rounds: Round[] = []
  for (let year = dateOf(firstDay).year; dayOf(year, 4, 10) < today; year++)
    if (year < suspended.from || year > suspended.to)
      rounds.push({
        year,
        published: dayOf(year, 4, 10),
        voting: {from: dayOf(year, 9, 1), to: dayOf(year, 9, 16)},
        decided: dayOf(year, 9, 25),
      })
  return rounds
}

/** Voters of the round in which most have voted so far, and what a usual one has after the pause, at scale 1. */
const voters = {beforePause: 8600, afterPause: 4300, yearly: 1350}

/**
 * Who votes in a round: how many at scale 1, and beside 2021. Until the pause more with every year; after it half, for
 * many have left and others have other worries, and then more again from year to year, by no rule.
 */
export function turnoutOf(seed: number, year: number): {voters: number; share: number} {
  const {beforePause, afterPause, yearly} = voters
  const expected =
    year < suspended.from
      ? beforePause * (1 - 0.09 * (suspended.from - 1 - year))
      : Math.min(beforePause, afterPause + yearly * (year - suspended.to - 1))
  const count = Math.round(expected * new Draw(seed, 'turnout', year).between(0.95, 1.06))
  return {voters: count, share: count / beforePause}
}

/** The first day of building what won in a round: the next April, after the suspension the April after it. */
export const buildingFrom = (year: number): number =>
  dayOf(year + 1 >= suspended.from && year < suspended.from ? suspended.to + 1 : year + 1, 4, 1)
