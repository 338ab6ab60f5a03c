/** How long a step of a time slider is. */
export type TimeUnit = 'hour' | 'day' | 'month' | 'year'

/** A column's times as steps: which one each row is in, and those that have rows, in order. */
export type TimeSteps = {unit: TimeUnit; steps: string[]; stepOf: Map<string, string>}

const units: TimeUnit[] = ['hour', 'day', 'month', 'year']
const length: Record<TimeUnit, number> = {hour: 13, day: 10, month: 7, year: 4}
const mostSteps = 240

/**
 * Puts rows into hours, days, months or years of the city's own clock. Values are milliseconds since 1970 or, in a
 * column of years, four-digit numbers. A step is the beginning of an ISO time: `2026`, `2026-11`, `2026-11-21`,
 * `2026-11-21T08`. The unit is the finest that leaves at most 240 steps; with `isFinest`, the finest there is.
 */
export function timeSteps(
  values: ReadonlyMap<string, unknown>,
  type: string,
  zone: string,
  isFinest = false,
): TimeSteps {
  const local = localTime(type, zone)
  const times = new Map<string, string>()
  for (const [key, value] of values) if (typeof value === 'number') times.set(key, local(value))
  const distinct = [...new Set(times.values())]
  const finest = type === 'integer' ? 'year' : type === 'date' ? finestOfDates(distinct) : 'hour'
  const cut = (unit: TimeUnit) => [...new Set(distinct.map(time => time.slice(0, length[unit])))]
  const fits = (unit: TimeUnit) => isFinest || unit === 'year' || cut(unit).length <= mostSteps
  const unit = units.slice(units.indexOf(finest)).find(fits)!
  return {
    unit,
    steps: cut(unit).sort(),
    stepOf: new Map([...times].map(([key, time]) => [key, time.slice(0, length[unit])])),
  }
}

/** Dates that are all the first of a month stand for the month; the first of January for the year. */
function finestOfDates(times: string[]): TimeUnit {
  if (times.every(time => time.slice(5, 10) === '01-01')) return 'year'
  return times.every(time => time.slice(8, 10) === '01') ? 'month' : 'day'
}

/** A value as the beginning of an ISO time. Zones are asked once an hour of the data, which is what takes time. */
function localTime(type: string, zone: string): (value: number) => string {
  if (type === 'integer') return year => String(year)
  if (type === 'date') return ms => new Date(ms).toISOString().slice(0, 13)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const hours = new Map<number, string>()
  return ms => {
    const hour = Math.floor(ms / 3_600_000)
    const known = hours.get(hour)
    if (known) return known
    const text = format.format(ms).replace(' ', 'T')
    hours.set(hour, text)
    return text
  }
}
