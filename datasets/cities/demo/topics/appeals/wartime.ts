import {dayOf} from '../../tools/time/days.ts'
import {martialLawFrom} from '../../tools/time/working-days.ts'

/** Пункти незламності were opened throughout the country. */
export const invinciblePointsFrom = dayOf(2022, 11, 21)

type Course = readonly (readonly [day: number, value: number])[]

/** What a day has of a course: a straight line between its points. */
function at(course: Course, day: number): number {
  let [from, value] = course[0]!
  if (day <= from) return value
  for (const [to, next] of course) {
    if (day < to) return value + ((next - value) * (day - from)) / (to - from)
    ;[from, value] = [to, next]
  }
  return value
}

/**
 * Appeals as a share of what they would be in peace: at the end of February 2022 people leave and others think of
 * other things; most come back by autumn, some later or not at all.
 */
const people: Course = [
  [martialLawFrom - 1, 1],
  [martialLawFrom, 0.58],
  [martialLawFrom + 5, 0.34],
  [dayOf(2022, 3, 25), 0.33],
  [dayOf(2022, 4, 20), 0.46],
  [dayOf(2022, 6, 1), 0.63],
  [dayOf(2022, 10, 1), 0.86],
  [dayOf(2023, 7, 1), 0.92],
  [dayOf(2024, 7, 1), 1],
]

/** In the first weeks everybody looks for a shelter, later those who find one shut. */
const shelters: Course = [
  [martialLawFrom - 1, 0],
  [martialLawFrom, 5],
  [dayOf(2022, 3, 20), 3.6],
  [dayOf(2022, 6, 1), 1.4],
  [dayOf(2022, 10, 10), 1.2],
  [dayOf(2022, 11, 1), 1.7],
  [dayOf(2023, 3, 1), 0.9],
]

/** Who has come from elsewhere and who has lost work asks for help. */
const help: Course = [
  [martialLawFrom, 1],
  [dayOf(2022, 4, 10), 2.4],
  [dayOf(2022, 8, 1), 2],
  [dayOf(2023, 3, 1), 1.3],
  [dayOf(2024, 1, 1), 1.1],
]

/** Beaches are shut, and of cafés, cars and crowds there is less. */
const leisure: Course = [
  [martialLawFrom, 1],
  [dayOf(2022, 3, 10), 0.35],
  [dayOf(2022, 9, 1), 0.5],
  [dayOf(2023, 6, 1), 0.85],
  [dayOf(2024, 6, 1), 1],
]

/** Months in which power is cut by turns: none, worst from … to, none again; 1 is the worst winter. */
const cuts: [from: number, worstFrom: number, worstTo: number, to: number, worst: number][] = [
  [dayOf(2022, 10, 10), dayOf(2022, 11, 23), dayOf(2023, 1, 25), dayOf(2023, 2, 20), 1],
  [dayOf(2024, 5, 13), dayOf(2024, 6, 3), dayOf(2024, 7, 25), dayOf(2024, 8, 18), 0.75],
  [dayOf(2024, 11, 17), dayOf(2024, 11, 28), dayOf(2024, 12, 30), dayOf(2025, 1, 20), 0.3],
  [dayOf(2025, 10, 12), dayOf(2025, 11, 10), dayOf(2026, 1, 25), dayOf(2026, 3, 1), 0.55],
]

/** How badly power is cut by turns on a day: 0 not at all, 1 as in the worst winter. */
export function powerCuts(day: number): number {
  for (const [from, worstFrom, worstTo, to, worst] of cuts)
    if (day >= from && day < to)
      return (
        worst *
        at(
          [
            [from, 0.2],
            [worstFrom, 1],
            [worstTo, 1],
            [to, 0.1],
          ],
          day,
        )
      )
  return 0
}

/** More of what fails when power does, by problem: so many times as much again in the worst winter. */
const byCuts: Record<string, number> = {
  'no-power': 13,
  outages: 2.2,
  'dark-street': 1.4,
  'lift-stopped': 0.9,
  'no-cold-water': 0.6,
  'no-heating': 0.35,
  noise: 0.3,
}

/** What the war makes of a day, each as a share of what it would be in peace; `cuts` as `powerCuts` has them. */
export type Wartime = {people: number; shelters: number; help: number; leisure: number; cuts: number}

export const wartimeOn = (day: number): Wartime => ({
  people: at(people, day),
  shelters: at(shelters, day),
  help: at(help, day),
  leisure: at(leisure, day),
  cuts: powerCuts(day),
})

/** Which of these a problem follows besides the number of people. */
const follows: Record<string, 'help' | 'leisure'> = {
  benefits: 'help',
  subsidy: 'help',
  documents: 'help',
  beach: 'leisure',
  noise: 'leisure',
  parking: 'leisure',
  'street-trade': 'leisure',
}

/** How much of a problem such a day has, as a share of what it would have in peace. */
export function wartimeFactor(problem: string, wartime: Wartime): number {
  if (problem === 'shelter' || problem === 'siren') return wartime.shelters
  const own = follows[problem]
  return wartime.people * (own ? wartime[own] : 1) * (1 + (byCuts[problem] ?? 0) * wartime.cuts)
}
