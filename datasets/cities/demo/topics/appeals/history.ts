import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {type Surge, surge} from './planted.ts'

/** The heating of one district fails; the district's index is drawn from `at`, in [0, 1), by where there is heating. */
export type HeatingStop = {from: number; to: number; at: number}
/** A main bursts on a UTC minute, under the street of a house drawn from `at`; so many report it at scale 1. */
export type SmallBurst = {minute: number; at: number; reports: number}

/** What happened in years before the large events, each kind smaller than the one that is planted. */
export type History = {surges: Surge[]; heatingStops: HeatingStop[]; bursts: SmallBurst[]}

/**
 * A storm on the windiest day of a year, a cloudburst on its wettest of summer, two days without heating in its worst
 * frost, and burst mains on any day: as weather and chance would have it, up to the year before the planted ones.
 */
export function historyOf(scope: Scope): History {
  const {seed, firstDay, events} = scope
  const years = (before: number) => {
    const first = dateOf(firstDay).year
    return Array.from({length: Math.max(0, dateOf(before).year - first)}, (_, index) => first + index)
  }
  const drawFor = (what: string, year: number) => new Draw(seed, 'appeals', 'history', what, year)
  const {weather} = scope
  const {rain, windSpeed, temperature} = weather()
  return {
    surges: [
      ...years(events.storm.day).flatMap(year => {
        const {day, hour} = dayOfMost(scope, windSpeed, Math.max, dayOf(year, 3, 1), dayOf(year, 12, 1))
        const size = drawFor('storm', year).between(0.5, 1.3)
        const firstMinute = Math.min(hour * 60, 20 * 60)
        const storm = {from: day, kind: 'streets', firstMinute} as const
        return [
          surge({
            ...storm,
            problem: 'dangerous-tree',
            topic: 'storm-tree',
            perDay: [38, 16, 5].map(n => n * size),
          }),
          surge({...storm, problem: 'dark-street', topic: 'dark-street', perDay: [12 * size, 5 * size]}),
        ]
      }),
      ...years(events.cloudburst.day).map(year => {
        const summer = [dayOf(year, 5, 15), dayOf(year, 9, 15)] as const
        const {day, hour} = dayOfMost(scope, rain, (a, b) => a + b, ...summer)
        const size = drawFor('cloudburst', year).between(0.5, 1.3)
        return surge({
          problem: 'flooded',
          topic: 'cloudburst-flood',
          from: day,
          firstMinute: Math.min(hour * 60 + 20, 21 * 60),
          perDay: [46 * size, 14 * size],
          kind: 'hollows',
        })
      }),
    ],
    heatingStops: years(events.heatingFailure.from).map(year => {
      const {day} = dayOfMost(scope, temperature, (a, b) => a - b, dayOf(year, 1, 2), dayOf(year, 2, 20))
      return {from: day, to: day + 2, at: drawFor('heating', year).unit()}
    }),
    bursts: years(events.pipeBurst.day).flatMap(year => {
      const draw = drawFor('burst', year)
      return Array.from({length: 2}, () => {
        const day = dayOf(year, 1, 1) + draw.below(365)
        const minute = day * dayMinutes + 4 * 60 + draw.below(13 * 60)
        return {minute, at: draw.unit(), reports: 12 + draw.below(34)}
      })
    }),
  }
}

/**
 * The day in [from, to) whose hours, gathered by `gather`, come to most, and the city's hour at which it was worst.
 * @param gather what has been gathered, and the hour's value
 */
function dayOfMost(
  {weather}: Scope,
  values: Float32Array,
  gather: (sofar: number, value: number) => number,
  from: number,
  to: number,
): {day: number; hour: number} {
  const {firstHour} = weather()
  let [most, day, hour] = [Number.NEGATIVE_INFINITY, from, 12]
  for (let at = from; at < to; at++) {
    // The city's day begins about two hours before the day of UTC.
    const first = at * 24 - 2 - firstHour
    let [sum, worst, worstHour] = [0, Number.NEGATIVE_INFINITY, 12]
    for (let step = 0; step < 24; step++) {
      const value = values[first + step] ?? 0
      sum = gather(sum, value)
      if (value > worst) [worst, worstHour] = [value, step]
    }
    if (sum > most) [most, day, hour] = [sum, at, worstHour]
  }
  return {day, hour}
}
