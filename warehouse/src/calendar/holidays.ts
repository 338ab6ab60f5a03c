/** A public holiday: ISO date, and its name. */
export type Holiday = {date: string; uk: string; en: string}

/** Month, day, first year, last year, names: Labour Code of Ukraine, article 73, with its changes since 2015. */
const fixed: [month: number, day: number, from: number, to: number, uk: string, en: string][] = [
  [1, 1, 0, 9999, 'Новий рік', 'New Year'],
  [1, 7, 0, 2022, 'Різдво (юліанське)', 'Christmas (Julian)'],
  [3, 8, 0, 9999, 'Міжнародний жіночий день', 'International Women’s Day'],
  [5, 1, 0, 9999, 'День праці', 'Labour Day'],
  [5, 8, 2024, 9999, 'День памʼяті та перемоги', 'Day of Remembrance and Victory'],
  [5, 9, 0, 2023, 'День перемоги', 'Victory Day'],
  [6, 28, 0, 9999, 'День Конституції', 'Constitution Day'],
  [7, 15, 2024, 9999, 'День Української Державності', 'Statehood Day'],
  [7, 28, 2022, 2023, 'День Української Державності', 'Statehood Day'],
  [8, 24, 0, 9999, 'День Незалежності', 'Independence Day'],
  [10, 1, 2023, 9999, 'День захисників і захисниць', 'Defenders’ Day'],
  [10, 14, 2015, 2022, 'День захисників і захисниць', 'Defenders’ Day'],
  [12, 25, 2017, 9999, 'Різдво', 'Christmas'],
]

/** Public holidays of a year in Ukraine, Easter and Trinity with them. */
export function holidays(year: number): Holiday[] {
  const easter = orthodoxEaster(year)
  const dated = fixed
    .filter(([, , from, to]) => year >= from && year <= to)
    .map(([month, day, , , uk, en]) => ({date: isoDate(Date.UTC(year, month - 1, day)), uk, en}))
  return [
    ...dated,
    {date: isoDate(easter), uk: 'Великдень', en: 'Easter'},
    {date: isoDate(easter + 49 * dayMilliseconds), uk: 'Трійця', en: 'Trinity'},
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

export const dayMilliseconds = 86_400_000
export const isoDate = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** Orthodox Easter of a year from 1900 to 2099, as milliseconds (Meeus, Astronomical Algorithms, 1998, chapter 8). */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julian = d + e + 114
  return Date.UTC(year, Math.floor(julian / 31) - 1, (julian % 31) + 1) + 13 * dayMilliseconds
}
