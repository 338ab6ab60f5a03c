import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../../warehouse.ts'

/** Weeks that are looked up: sixty years from this Monday on. What lies beyond is asked of the zone's rules. */
const firstWeek = Date.parse('1990-01-01') * 1000
const weeks = 3130
const microsecondsADay = 86_400_000_000
const microsecondsAQuarter = 15 * 60_000_000

/** Letters of a week: one for the least of a zone's distances, the next for a quarter of an hour more, and so on. */
const leastLetter = 'A'.charCodeAt(0)
const lastLetter = 'z'.charCodeAt(0)
/** The letter of a week that is asked of the rules; it comes before all others. */
const asked = '!'

/**
 * Makes `local_time(instant, zone)`, the clock on the wall there, and `instant_of(wall, zone)`, which is the way back:
 * `at time zone`. Where the zone is a column the database looks its rules up anew for every row; told the zones it will
 * meet, it does so once, six times as fast. Three times as fast again is to look up how far the zone is from UTC in that
 * week, so the rules are asked only of weeks in which its clocks are changed.
 */
export async function makeLocalTime(zones: readonly string[], warehouse: Warehouse): Promise<void> {
  const known: [string, Distances][] = []
  for (const zone of [...new Set(zones)].sort()) known.push([zone, await distancesOf(zone, warehouse)])
  const macro = (time: string, make: string, sign: '+' | '-') => {
    const cases = known.map(([zone, distances]) => {
      const byRules = `${time} at time zone ${literal(zone)}`
      return `when ${literal(zone)} then ${moved(time, make, sign, distances, byRules)}`
    })
    const any = `${time} at time zone zone`
    return cases.length > 0 ? `case zone ${cases.join(' ')} else ${any} end` : any
  }
  await warehouse.run(
    `create or replace macro local_time(instant, zone) as ${macro('instant', 'make_timestamp', '+')}`,
    `create or replace macro instant_of(wall, zone) as ${macro('wall', 'make_timestamptz', '-')}`,
  )
}

/** A zone's distances from UTC, a letter a week. */
type Distances = {letters: string; leastMicroseconds: number}

/**
 * A week has a letter if the distance is the same at every midnight from a day before it to a day after: whichever clock
 * a time was read from, that is its distance then. The first week stands for all before it, so it is asked.
 */
async function distancesOf(zone: string, {rows}: Warehouse): Promise<Distances> {
  const [{distances} = {distances: []}] = await rows<{distances: number[]}>(
    `select list(cast(epoch_us(make_timestamptz(midnight) at time zone ${literal(zone)}) - midnight as double) order by midnight) as distances
     from range(${firstWeek - microsecondsADay}, ${firstWeek + (weeks * 7 + 2) * microsecondsADay}, ${microsecondsADay}) r(midnight)`,
  )
  const kept = Array.from({length: weeks}, (_, week) => {
    const [first, ...more] = distances.slice(week * 7, week * 7 + 10)
    return more.every(distance => distance === first) ? first! : null
  })
  const leastMicroseconds = Math.min(...kept.filter(distance => distance !== null))
  const letters = kept.map((distance, week) => {
    if (distance === null || week === 0) return asked
    const letter = leastLetter + (distance - leastMicroseconds) / microsecondsAQuarter
    return Number.isInteger(letter) && letter <= lastLetter ? String.fromCharCode(letter) : asked
  })
  return {letters: letters.join(''), leastMicroseconds}
}

/** SQL of a time moved by its distance; by the rules where that has no letter. */
function moved(
  time: string,
  make: string,
  sign: '+' | '-',
  {letters, leastMicroseconds}: Distances,
  byRules: string,
): string {
  const week = `greatest(cast((epoch_us(${time}) - ${firstWeek}) // ${7 * microsecondsADay} as integer) + 1, 1)`
  const letter = `ascii(substring('${letters}', ${week}, 1))`
  const distance = `(${letter} - ${leastLetter}) * ${microsecondsAQuarter}::bigint + ${leastMicroseconds}`
  return `case when ${letter} >= ${leastLetter} then ${make}(epoch_us(${time}) ${sign} (${distance})) else ${byRules} end`
}
