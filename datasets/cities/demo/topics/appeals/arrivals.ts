import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {exp} from '../../tools/numbers/exact.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {dateOf, weekdayOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Arrival} from './arrival.ts'
import {ArrivalQueue} from './arrival-queue.ts'
import type {Calendar} from './calendar.ts'
import {Clusters} from './clusters.ts'
import type {DayConditions} from './day-conditions.ts'
import {dayRates, type RateDay} from './day-rates.ts'
import type {Places} from './places.ts'
import {PlantedArrivals} from './planted-arrivals.ts'
import {type Problem, problemIndex, problems} from './problems.ts'
import {Receipts} from './receipts.ts'
import {dayKind} from './rhythm.ts'
import {wartimeOn} from './wartime.ts'

const heating = problemIndex('no-heating')
const ice = problemIndex('ice')

/** Standard deviation of the logarithm of what one day has beside another that should be the same, and its median: 1 on average. */
const daySpread = 0.15
const dayMedian = exp((-daySpread * daySpread) / 2)

/** Days of five whole years. They are the same whatever day it is today, and so are the rates that go by them. */
const referenceDays = 1826

/**
 * Who turns to the city on a day. Each problem of each day has draws of its own, so that another scale, or another kind
 * of appeal, shifts none of the others. Days are asked for in turn: neighbours of a cluster may call on the next one.
 */
export class Arrivals {
  #scope: Scope
  #key: number
  #places: Places
  #days: RateDay[]
  #rate: (problem: number, day: RateDay) => number
  #queue: ArrivalQueue
  #receipts: Receipts
  #clusters: Clusters
  #planted: PlantedArrivals

  /** @param conditions of every day that is told */
  constructor(scope: Scope, calendar: Calendar, places: Places, conditions: readonly DayConditions[]) {
    const {seed, firstDay, today, events} = scope
    this.#scope = scope
    this.#key = hash(seed, 'appeals')
    this.#places = places
    this.#days = rateDays(scope, conditions)
    this.#rate = dayRates(this.#days.slice(0, referenceDays))
    this.#queue = new ArrivalQueue(seed, calendar, today)
    this.#receipts = new Receipts(firstDay, events.messengerOpened, calendar)
    this.#clusters = new Clusters(this.#queue, this.#receipts, places)
    this.#planted = new PlantedArrivals(
      scope,
      this.#key,
      calendar,
      places,
      this.#queue,
      this.#receipts,
      this.#clusters,
    )
  }

  /** What comes in on a day, in the order of its minutes. */
  on(day: number): Arrival[] {
    const {scale, firstDay} = this.#scope
    const busy = new Draw(this.#key, day, 'day').lognormal(dayMedian, daySpread)
    this.#queue.openDay(day)
    this.#receipts.openDay(day)
    problems.forEach((problem, index) => {
      const rate = this.#rate(index, this.#days[day - firstDay]!) * scale * busy
      this.#queue.openProblem()
      this.#usual(problem, index, day, rate, new Draw(this.#key, day, index))
      if (index === heating) this.#planted.heatingFails(index, day, rate)
    })
    this.#queue.openPlanted()
    this.#planted.on(day)
    const arrivals = this.#queue.closeDay()
    // Neighbours who would have rung today about yesterday's ice do not once it is gone.
    return this.#rate(ice, this.#days[day - firstDay]!) > 0
      ? arrivals
      : arrivals.filter(({problem}) => problem !== ice)
  }

  /** Single appeals, and clusters with their neighbours. */
  #usual(problem: Problem, index: number, day: number, rate: number, draw: Draw): void {
    const {cluster, place: kind} = problem
    const clustered = cluster ? cluster.share * rate : 0
    for (let left = draw.poisson(rate - clustered); left > 0; left--) {
      const place = this.#places.choose(kind, draw)
      const channel = this.#receipts.channel(problem, draw)
      const minute = day * dayMinutes + this.#receipts.minute(problem, channel, draw)
      if (place) this.#queue.take(minute, index, problem.id, channel, place, null)
    }
    if (!cluster) return
    for (let left = draw.poisson(clustered / (1 + cluster.neighbours)); left > 0; left--) {
      const place = this.#places.choose(kind, draw)
      if (place) this.#clusters.add(index, problem.id, day, place, 0, draw)
    }
  }
}

/** Every day that is told, with what its frequencies go by. */
function rateDays({firstDay}: Scope, list: readonly DayConditions[]): RateDay[] {
  return list.map((conditions, index) => {
    const day = firstDay + index
    const {year, month, day: date} = dateOf(day)
    return {
      wartime: wartimeOn(day),
      conditions,
      month,
      date,
      weekday: weekdayOf(day),
      kind: dayKind(day, year, month, date),
      years: index / 365.25,
    }
  })
}
