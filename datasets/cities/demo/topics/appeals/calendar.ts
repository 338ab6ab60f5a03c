import {dateOf, dayOf, isoDate, monthEnd} from '../../tools/time/days.ts'
import {clockText, dayMinutes, fromKyiv, kyivOffset} from '../../tools/time/kyiv-clock.ts'
import {isWorkingDay} from '../../tools/time/working-days.ts'

/** Offices are open from 8 to 17: nine hours, of which each gets so many minutes' worth of work done. */
const opens = 8 * 60
const dayWork = 540
/** What is done of a day's work at the start of each hour, and at the end. */
const workBefore = [0, 42, 108, 183, 252, 285, 336, 405, 480, dayWork]

const hourWork = workBefore.slice(1).map((done, hour) => done - workBefore[hour]!)

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
  /** Open days before each; one more at the end, for all of them. */
  #openBefore: Int32Array
  #openDays: number[] = []

  /** @param last days after it are reckoned each time anew */
  constructor(first: number, last: number) {
    this.#first = first
    const count = last - first + 1
    this.#offsets = new Float64Array(count)
    this.#openBefore = new Int32Array(count + 1)
    for (let index = 0; index < count; index++) {
      const day = first + index
      const offset = kyivOffset(day * dayMinutes)
      this.#dates.push(isoDate(day))
      this.#offsets[index] = kyivOffset((day + 1) * dayMinutes) === offset ? offset : Number.NaN
      if (isWorkingDay(day)) this.#openDays.push(day)
      this.#openBefore[index + 1] = this.#openDays.length
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

  /** Do offices work on this day? */
  isOpen(day: number): boolean {
    const index = day - this.#first
    const before = this.#openBefore[index]
    const after = this.#openBefore[index + 1]
    return before === undefined || after === undefined ? isWorkingDay(day) : after > before
  }

  /** This day, or the next on which offices work. */
  openFrom(day: number): number {
    let open = day
    while (!this.isOpen(open)) open++
    return open
  }

  /**
   * The local minute at which so many minutes of work are done after another, or before it where they are negative.
   * Work rests at night and on free days, and within a day most is done late in the morning and in the afternoon. What
   * would end after the last day that is kept ends on the day after it.
   */
  afterWork(local: number, minutes: number): number {
    const work = this.#workUntil(local) + minutes
    const days = Math.floor(work / dayWork)
    const day = this.#openDays[days] ?? this.#first + this.#dates.length
    const at = day * dayMinutes + opens + clockOf(work - days * dayWork)
    return minutes < 0 ? at : Math.max(local, at)
  }

  /** Minutes of work from the first day that is kept up to a local minute. */
  #workUntil(local: number): number {
    const day = Math.floor(local / dayMinutes)
    const index = Math.min(this.#dates.length, Math.max(0, day - this.#first))
    const before = this.#openBefore[index]! * dayWork
    if (!this.isOpen(day)) return before
    const since = Math.min(dayWork, Math.max(0, local - day * dayMinutes - opens))
    const hour = Math.min(8, Math.floor(since / 60))
    return before + workBefore[hour]! + ((since - hour * 60) / 60) * hourWork[hour]!
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

/** Minutes after opening at which so much of a day's work is done. */
function clockOf(work: number): number {
  let hour = 0
  while (workBefore[hour + 1]! <= work && hour < 8) hour++
  return hour * 60 + Math.floor(((work - workBefore[hour]!) / hourWork[hour]!) * 60)
}
