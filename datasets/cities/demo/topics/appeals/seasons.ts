import type {DayConditions} from './day-conditions.ts'

/** What makes a kind of appeal more or less frequent: the month, or the weather of the day. */
export type Season =
  | 'steady'
  | 'heating'
  | 'hotWater'
  | 'pipes'
  | 'rain'
  | 'roof'
  | 'dark'
  | 'roads'
  | 'ice'
  | 'waste'
  | 'wind'
  | 'grass'
  | 'summer'
  | 'mosquitoes'
  | 'beach'
  | 'smoke'
  | 'social'
  | 'bills'
  | 'animals'

/** January to December. */
const months = {
  hotWater: [1, 1, 1, 1.1, 1.5, 2, 1.7, 1.1, 1, 1, 1, 1],
  dark: [1.5, 1.3, 1.05, 0.8, 0.6, 0.5, 0.5, 0.7, 0.95, 1.2, 1.5, 1.6],
  roads: [0.6, 1.3, 2.4, 2.2, 1.4, 0.9, 0.8, 0.8, 0.8, 0.8, 0.7, 0.5],
  waste: [1.15, 0.8, 0.9, 1.1, 1.1, 1.15, 1.25, 1.25, 1.05, 1, 0.9, 0.9],
  grass: [0, 0, 0.2, 0.9, 2.3, 2.7, 2, 1.5, 1.2, 0.6, 0.1, 0],
  summer: [0.5, 0.5, 0.7, 0.9, 1.2, 1.6, 1.8, 1.8, 1.2, 0.8, 0.6, 0.8],
  mosquitoes: [0, 0, 0.05, 0.4, 1.6, 2.7, 2.6, 2, 1, 0.3, 0, 0],
  beach: [0.02, 0.02, 0.05, 0.15, 0.7, 2.1, 3.6, 3.7, 1.2, 0.2, 0.05, 0.02],
  smoke: [0.7, 0.7, 0.9, 1.5, 0.8, 0.7, 0.9, 1.1, 1.1, 1.9, 1.5, 0.7],
  social: [1.1, 1, 0.9, 0.8, 1.2, 0.9, 0.8, 0.8, 1, 1.5, 1.4, 1.1],
  bills: [1.5, 1.5, 1.3, 1, 0.8, 0.7, 0.6, 0.6, 0.7, 0.9, 1.3, 1.5],
  animals: [0.8, 0.9, 1.2, 1.3, 1.2, 1, 0.9, 0.9, 1.1, 1.1, 0.9, 0.8],
} as const satisfies Partial<Record<Season, readonly number[]>>

const byMonth = (season: keyof typeof months) => (_: DayConditions, month: number) =>
  months[season][month - 1]!

const factors: Record<Season, (day: DayConditions, month: number, date: number) => number> = {
  steady: () => 1,
  heating: ({heatingDays, mean}) =>
    heatingDays < 0 ? 0 : 1 + 0.09 * Math.max(0, 3 - mean) + (heatingDays < 12 ? 1.6 : 0),
  hotWater: byMonth('hotWater'),
  pipes: ({min, isThaw}) => 0.75 + 0.09 * Math.max(0, -min) + (isThaw ? 1.4 : 0),
  rain: ({rain}) => 0.1 + 0.32 * Math.max(0, rain - 3),
  roof: ({rainOfThree, snow, mean}) =>
    0.2 + 0.11 * Math.min(60, rainOfThree) + (snow > 2 && mean > 0 ? 1.5 : 0),
  dark: byMonth('dark'),
  roads: byMonth('roads'),
  ice: ({snow, min, rain}) =>
    // What is left in a thaw is slush, and soon nothing.
    min > 2
      ? snow > 5
        ? 0.3
        : 0
      : snow > 0.5
        ? 1 + 0.15 * Math.min(20, snow)
        : min < 0 && rain > 0.2
          ? 1.4
          : 0,
  waste: byMonth('waste'),
  wind: ({wind}) => 0.6 + 0.25 * Math.max(0, wind - 11),
  grass: byMonth('grass'),
  summer: byMonth('summer'),
  mosquitoes: byMonth('mosquitoes'),
  beach: byMonth('beach'),
  smoke: byMonth('smoke'),
  social: byMonth('social'),
  // Bills come in the second third of a month.
  bills: (_, month, date) => months.bills[month - 1]! * (date > 9 && date < 22 ? 1.6 : 0.65),
  animals: byMonth('animals'),
}

/** How much more frequent a kind of appeal is on a day; only its ratio between days means anything. */
export const seasonFactor = (season: Season, day: DayConditions, month: number, date: number): number =>
  factors[season](day, month, date)
