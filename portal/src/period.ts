import type {Format} from './format.ts'

/** A year, or its first months: `2025`, `січень–червень 2026`. */
export function periodText(f: Format, year: number, months: number): string {
  if (months >= 12) return String(year)
  return months === 1 ? `${f.monthName(1)} ${year}` : `${f.monthName(1)}–${f.monthName(months)} ${year}`
}

/** The same at the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Last day of a month, `YYYY-MM-DD`. */
export const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** `2021–2025`, or one year. */
export const yearsText = (years: number[]): string => {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? String(first) : `${first}–${last}`
}
