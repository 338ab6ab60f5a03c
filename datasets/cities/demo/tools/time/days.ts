/** Days are whole numbers since 1 January 1970, without a clock, a zone or a locale. */

export type CivilDate = {year: number; month: number; day: number}

/** The day of a date; algorithm of Hinnant, "chrono-compatible low-level date algorithms" (public domain). */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date of a day. */
export function dateOf(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** 0 is 1 January. */
export const dayOfYear = (day: number): number => day - dayOf(dateOf(day).year, 1, 1)

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** 2026-11-21 */
export function isoDate(day: number): string {
  const {year, month, day: date} = dateOf(day)
  return `${year}-${two(month)}-${two(date)}`
}

/** 21.11.2026 */
export function dottedDate(day: number): string {
  const {year, month, day: date} = dateOf(day)
  return `${two(date)}.${two(month)}.${year}`
}

/** The day of `2026-11-21`. @throws RangeError where that is no date */
export function parseDay(text: string): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const day = year ? dayOf(Number(year), Number(month), Number(date)) : Number.NaN
  if (!year || isoDate(day) !== text) throw new RangeError(`"${text}" is no date; one is written 2026-11-21.`)
  return day
}

/** The last day of a month. */
export const monthEnd = (year: number, month: number): number =>
  (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - 1
