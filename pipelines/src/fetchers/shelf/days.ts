const dayMilliseconds = 86_400_000

const at = (day: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new RangeError(`"${day}" is not a day such as 2026-11-21.`)
  return time
}

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(at(day) + days * dayMilliseconds).toISOString().slice(0, 10)

/** Whole days from one to the other: 0 for the same day. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((at(to) - at(from)) / dayMilliseconds)

/** The day it is somewhere. */
export function dayIn(zone: string, time: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(time)
  const part = (type: string) => parts.find(one => one.type === type)?.value
  return `${part('year')}-${part('month')}-${part('day')}`
}
