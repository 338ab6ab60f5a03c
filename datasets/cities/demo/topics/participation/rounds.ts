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

/** The rounds of the six years, of which the last may not be over. */
export function roundsUntil(firstDay: number, today: number): Round[] {
  const rounds: Round[] = []
  for (let year = dateOf(firstDay).year; dayOf(year, 4, 10) < today; year++)
    rounds.push({
      year,
      published: dayOf(year, 4, 10),
      voting: {from: dayOf(year, 9, 1), to: dayOf(year, 9, 16)},
      decided: dayOf(year, 9, 25),
    })
  return rounds
}
