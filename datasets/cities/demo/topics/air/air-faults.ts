import type {Scope} from '../../chapter.ts'
import {isoDate} from '../../tools/time/days.ts'
import {kyivOffset} from '../../tools/time/kyiv-clock.ts'

/** Hours since 1970, the end is the first hour after. */
export type Span = {station: string; from: number; to: number}

/** What is wrong at which station and when; all of it within the last year. */
export type AirFaults = {
  /** Fine particles read this much more with every month. */
  drift: Span & {perMonth: number}
  /** The last packet is sent again and again. */
  stuck: Span
  /** Zeros instead of readings. */
  offline: Span
  /** The clock was not put back in autumn. */
  clock: Span
  /** Particles in mg/m³ instead of µg/m³. */
  unitSlip: Span
  /** A day that was sent twice. */
  sentTwice: Span
  /** The month whose file was saved by a spreadsheet, with decimal commas: 2026-01. */
  commaMonth: string
}

/** A month of the drift, in hours. */
export const driftMonthHours = 730.5

export function airFaults({today, events}: Pick<Scope, 'today' | 'events'>): AirFaults {
  const daysAgo = (station: string, from: number, days: number): Span => ({
    station,
    from: (today - from) * 24,
    to: (today - from + days) * 24,
  })
  // The newest change to winter time with seven weeks of readings after it.
  let change = (today - 50) * 24
  while (!(kyivOffset(change * 60) === 120 && kyivOffset((change - 1) * 60) === 180)) change--
  return {
    drift: {...daysAgo('CS-09', 304, 304), perMonth: 1.5},
    stuck: daysAgo('CS-14', 203, 4),
    offline: daysAgo('CS-20', 141, 37),
    clock: {station: 'CS-03', from: change, to: change + 31 * 24 + 11},
    unitSlip: daysAgo('PR-05', 167, 1),
    sentTwice: daysAgo('PR-02', 88, 1),
    commaMonth: isoDate(events.bridgeClosed.from - 150).slice(0, 7),
  }
}

export const isWithin = ({from, to}: {from: number; to: number}, hour: number): boolean =>
  hour >= from && hour < to
