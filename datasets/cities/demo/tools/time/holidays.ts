import {dateOf, dayOf} from './days.ts'

/** Days off besides Sundays, as [month, day, first year, last year]: Labour Code of Ukraine, article 73. */
const fixed: [number, number, number, number][] = [
  [1, 1, 0, 9999],
  [1, 7, 0, 2022],
  [3, 8, 0, 9999],
  [5, 1, 0, 9999],
  [5, 9, 0, 2023],
  [5, 8, 2024, 9999],
  [6, 28, 0, 9999],
  [7, 28, 2022, 2023],
  [7, 15, 2024, 9999],
  [8, 24, 0, 9999],
  [10, 14, 2015, 2022],
  [10, 1, 2023, 9999],
  [12, 25, 2017, 9999],
]

/** Orthodox Easter Sunday of a year from 1900 to 2099 (Meeus, Astronomical Algorithms, ch. 8, Julian plus 13 days). */
export function easter(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const month = Math.floor((d + e + 114) / 31)
  return dayOf(year, month, ((d + e + 114) % 31) + 1) + 13
}

/** Is this day a public holiday? Easter and Trinity (49 days later) are. */
export function isHoliday(day: number): boolean {
  const {year, month, day: date} = dateOf(day)
  const sunday = easter(year)
  return (
    day === sunday ||
    day === sunday + 49 ||
    fixed.some(([m, d, from, to]) => m === month && d === date && year >= from && year <= to)
  )
}
