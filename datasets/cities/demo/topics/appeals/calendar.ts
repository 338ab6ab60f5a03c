import {dateOf, dayOf, isoDate, monthEnd, weekdayOf} from '../../tools/time/days.ts'
import {clockText, dayMinutes, fromKyiv, kyivOffset} from '../../tools/time/kyiv-clock.ts'
import {isWorkingDay} from '../../tools/time/working-days.ts'

/** Offices are open from 8 to 17. */
const opens = 8 * 60
const closes = 17 * 60

const clocks = Array.from({length: dayMinutes}, (_, minute) => clockText(minute))

/**
 * What is asked of every date again and again, kept from one day to another. Minutes are whole numbers since 1970:
 * `utc`, or `local` by the city's clock.
 */
export class Calendar {
  #first: number
  #dates: string[] = []
  /** Minutes ahead of UTC at the start of a UTC day; NaN on days on which the clocks are changed. */
  #offsets: Float64Array
  #isOpen: Uint8Array

  /** @param last days after it are reckoned each time anew */
  constructor(first: number, last: number) {
    this.#first = first
    const count = last - first + 1
    this.#offsets = new Float64Array(count)
    this.#isOpen = new Uint8Array(count)
    for (let index = 0; index < count; index++) {
      const day = first + index
      const offset = kyivOffset(day * dayMinutes)
      this.#dates.push(isoDate(day))
      this.#offsets[index] = kyivOffset((day + 1) * dayMinutes) === offset ? offset : Number.NaN
      this.#isOpen[index] = isWorkingDay(day) ? 1 : 0
    }
  }

  toLocal(utc: number): number {
    const offset = this.#offsets[Math.floor(utc / dayMinutes) - this.#first]
    return utc + (offset! >= 0 ? offset! : kyivOffset(utc))
  }

  toUtc(local: number): number {
    // The first hours of a local day lie in the UTC day before: only where both have the same offset is it that one.
    const day = Math.floor(local / dayMinutes) - this.#first
    const offset = this.#offsets[day]
    return offset! >= 0 && this.#offsets[day - 1] === offset ? local - offset! : fromKyiv(local)
  }

  /** A local minute that the clocks do not skip: of the hour left out in March, the one after it. */
  shown(local: number): number {
    const hour = Math.floor((local % dayMinutes) / 60)
    return hour === 3 ? this.toLocal(this.toUtc(local)) : local
  }

  /** 2026-11-21 */
  date(day: number): string {
    return this.#dates[day - this.#first] ?? isoDate(day)
  }

  /** 2026-11-21T10:05, of a local minute. */
  text(local: number, separator = 'T'): string {
    const day = Math.floor(local / dayMinutes)
    return this.date(day) + separator + clocks[local - day * dayMinutes]!
  }

  /** Monday to Friday, and no holiday. */
  isOpen(day: number): boolean {
    const known = this.#isOpen[day - this.#first]
    return known === undefined ? isWorkingDay(day) : known === 1
  }

  /** The working minute next to a local one: that morning or afternoon, else the nearest open day's. Never before `from`. */
  working(local: number, from: number): number {
    let day = Math.floor(local / dayMinutes)
    const minute = local - day * dayMinutes
    const spread = (local * 37) % 120
    if (this.isOpen(day)) {
      if (minute >= opens && minute < closes) return local
      const moved = day * dayMinutes + (minute < opens ? opens + spread : closes - 1 - spread)
      if (moved >= from) return moved
      day++
    } else if (weekdayOf(day) === 5 && this.isOpen(day - 1)) {
      const moved = (day - 1) * dayMinutes + closes - 1 - spread
      if (moved >= from) return moved
    }
    while (!this.isOpen(day)) day++
    return day * dayMinutes + opens + spread
  }

  /** The same date of the next month; 31 January is followed by the last day of February. */
  monthLater(day: number): number {
    const {year, month, day: date} = dateOf(day)
    const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
    return Math.min(dayOf(nextYear, nextMonth, date), monthEnd(nextYear, nextMonth))
  }
}

/** 21.11.2026, of 2026-11-21. */
export const dotted = (date: string): string => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
