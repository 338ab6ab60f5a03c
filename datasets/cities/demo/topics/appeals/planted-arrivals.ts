import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {weekdayOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {districtIndex} from '../../world/districts.ts'
import type {Cluster} from './arrival.ts'
import type {ArrivalQueue} from './arrival-queue.ts'
import type {Calendar} from './calendar.ts'
import type {Clusters} from './clusters.ts'
import {historyOf} from './history.ts'
import type {Place, Places} from './places.ts'
import {brokenLift, burstStreet, dumpPlace, type Served, type Surge, servedBy, surges} from './planted.ts'
import {problemIndex, problems} from './problems.ts'
import {minuteOf, type Receipts} from './receipts.ts'

const dumping = problemIndex('dump')
const burst = problemIndex('burst')
const noColdWater = problemIndex('no-cold-water')
const stoppedLift = problemIndex('lift-stopped')

/** Reports of rubbish beside the market, on each day of a weekend at scale 1: three dozen a year. */
const dumpedPerDay = 0.38

/** A district without heating, and how many times as many calls come in besides the usual ones. */
type HeatingFailure = {from: number; to: number; district: number; times: number; topic: string}

/** A main that bursts at the city's minute `start`; so many report it at scale 1. */
type BurstMain = {start: number; minute: number; served: Served; reports: number; repairHours: number}

/** What comes in because of events, and at the places where something is planted. */
export class PlantedArrivals {
  #scope: Scope
  #key: number
  #calendar: Calendar
  #places: Places
  #queue: ArrivalQueue
  #receipts: Receipts
  #clusters: Clusters
  #surges: Surge[]
  #lift: ReturnType<typeof brokenLift>
  #dump: Place | null
  #bursts: BurstMain[]
  #heatingFailures: HeatingFailure[]

  constructor(
    scope: Scope,
    key: number,
    calendar: Calendar,
    places: Places,
    queue: ArrivalQueue,
    receipts: Receipts,
    clusters: Clusters,
  ) {
    this.#scope = scope
    this.#key = key
    this.#calendar = calendar
    this.#places = places
    this.#queue = queue
    this.#receipts = receipts
    this.#clusters = clusters
    const history = historyOf(scope)
    this.#surges = [...surges(scope), ...history.surges]
    this.#lift = brokenLift(scope, places)
    this.#dump = dumpPlace(places)
    const {heatingFailure, pipeBurst} = scope.events
    const {havanskyi, stepovyi} = districtIndex
    const main = (
      minute: number,
      street: number,
      district: number,
      reports: number,
      repairHours: number,
    ) => ({
      start: calendar.toLocal(minute),
      minute,
      served: servedBy(street, district, places, scope.ground()),
      reports,
      repairHours,
    })
    this.#bursts = [
      main(pipeBurst.minute, burstStreet(places), havanskyi, 170, 30),
      ...history.bursts.flatMap(({minute, at, reports}) => {
        const building = places.at('oldHomes', at)?.building
        return building ? [main(minute, building.street, building.district, reports, 9)] : []
      }),
    ]
    this.#heatingFailures = [
      {...heatingFailure, district: stepovyi, times: 7, topic: 'heating-failure'},
      ...history.heatingStops.flatMap(({from, to, at}) => {
        const district = places.at('heated', at)?.building.district
        return district === undefined ? [] : [{from, to, district, times: 4, topic: 'heating-stop'}]
      }),
    ]
  }

  on(day: number): void {
    this.#surges.forEach((surge, number) => {
      const expected = surge.perDay[day - surge.from]
      if (expected !== undefined) this.#surge(surge, expected, day, new Draw(this.#key, day, 'surge', number))
    })
    this.#liftStops(day)
    if (weekdayOf(day) >= 5) this.#rubbishIsDumped(day)
    for (const main of this.#bursts)
      if (day === Math.floor(main.start / dayMinutes))
        this.#mainBursts(main, new Draw(this.#key, day, 'main'))
  }

  /** The heating of a district fails: several times as many again as there would be, and no end before the repair. */
  heatingFails(problem: number, day: number, rate: number): void {
    for (const {from, to, district, times, topic} of this.#heatingFailures) {
      if (day < from || day >= to) continue
      const draw = new Draw(this.#key, day, 'heating failure')
      const more = times * rate * this.#places.share('heated', district)
      const mended = this.#calendar.toUtc(to * dayMinutes - 12 * 60)
      for (let left = draw.poisson(more / (1 + problems[problem]!.cluster!.neighbours)); left > 0; left--) {
        const place = this.#places.choose('heated', draw, district)
        if (place) this.#clusters.add(problem, topic, day, place, mended, draw)
      }
    }
  }

  #surge(surge: Surge, expected: number, day: number, draw: Draw): void {
    const {topic, from, firstMinute, kind, district} = surge
    const problem = problemIndex(surge.problem)
    for (let left = draw.poisson(expected * this.#scope.scale); left > 0; left--) {
      const place = this.#places.choose(kind, draw, district)
      let minute = minuteOf('phone', draw)
      // Whoever is not woken by it calls while it lasts, most in the first hours.
      if (day === from && minute < firstMinute)
        minute = firstMinute + Math.floor((dayMinutes - firstMinute) * draw.unit() * draw.unit())
      const channel = this.#receipts.quickChannel(draw)
      if (place) this.#queue.take(day * dayMinutes + minute, problem, topic, channel, place, null)
    }
  }

  #liftStops(day: number): void {
    const draw = new Draw(this.#key, day, 'lift')
    for (const stopped of this.#lift?.days ?? [])
      if (stopped === day) this.#single(day, stoppedLift, 'that-lift', this.#lift!.place, draw)
  }

  #rubbishIsDumped(day: number): void {
    if (!this.#dump) return
    const draw = new Draw(this.#key, day, 'dump')
    for (let left = draw.poisson(dumpedPerDay * this.#scope.scale); left > 0; left--)
      this.#single(day, dumping, 'weekend-dump', this.#dump, draw)
  }

  /** Water stands in the street; off it, nobody has any. */
  #mainBursts({start, minute, served, reports, repairHours}: BurstMain, draw: Draw): void {
    const {onStreet, aside} = served
    if (onStreet.length === 0) return
    const cluster: Cluster = {firstUid: '', closedAt: Number.NaN, notBefore: minute + repairHours * 60}
    const channel = this.#receipts.quickChannel(draw)
    this.#queue.take(start + 6, burst, 'burst-main', channel, draw.pick(onStreet), cluster)
    for (let left = Math.round(reports * Math.max(0.25, this.#scope.scale)); left > 0; left--) {
      const at = start + 8 + Math.floor(draw.lognormal(140, 0.9))
      const isAside = aside.length > 0 && draw.chance(0.3)
      if (isAside) this.#clusters.follow(at, noColdWater, 'burst-aside', draw.pick(aside), cluster, draw)
      else if (draw.chance(0.7))
        this.#clusters.follow(at, burst, 'burst-main', draw.pick(onStreet), cluster, draw)
      else this.#clusters.follow(at, noColdWater, 'burst-dry', draw.pick(onStreet), cluster, draw)
    }
  }

  #single(day: number, problem: number, topic: string, place: Place, draw: Draw): void {
    const channel = this.#receipts.channel(problems[problem]!, draw)
    const minute = day * dayMinutes + this.#receipts.minute(problems[problem]!, channel, draw)
    this.#queue.take(minute, problem, topic, channel, place, null)
  }
}
