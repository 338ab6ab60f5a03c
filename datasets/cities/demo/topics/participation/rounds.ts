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

/** The first day of building what won in a round: the next April, after the suspension the April after it. */
export const buildingFrom = (year: number): number =>
  dayOf(year + 1 >= suspended.from && year < suspended.from ? suspended.to + 1 : year + 1, 4, 1)
