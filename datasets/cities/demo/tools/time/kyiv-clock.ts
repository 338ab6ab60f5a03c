import {dateOf, dayOf, two, weekdayOf} from './days.ts'

/** Minutes of a day. */
export const dayMinutes = 1440

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = dayOf(year, month, 31)
  return last - ((weekdayOf(last) + 1) % 7)
}

/** Minutes by which Kyiv's clocks are ahead of UTC on a UTC minute: 180 from the last Sunday of March, 01:00 UTC, to that of October, else 120. */
export function kyivOffset(utcMinute: number): number {
  const {year} = dateOf(Math.floor(utcMinute / dayMinutes))
  const isSummer =
    utcMinute >= lastSunday(year, 3) * dayMinutes + 60 && utcMinute < lastSunday(year, 10) * dayMinutes + 60
  return isSummer ? 180 : 120
}

/** What Kyiv's clocks show on a UTC minute, in minutes since 1970. */
export const toKyiv = (utcMinute: number): number => utcMinute + kyivOffset(utcMinute)

/** The UTC minute at which Kyiv's clocks show this; the first of two in the doubled hour of October. */
export function fromKyiv(localMinute: number): number {
  const summer = localMinute - 180
  return kyivOffset(summer) === 180 ? summer : localMinute - 120
}

/** 10:05 */
export const clockText = (minute: number): string =>
  `${two(Math.floor((minute % dayMinutes) / 60))}:${two(minute % 60)}`
