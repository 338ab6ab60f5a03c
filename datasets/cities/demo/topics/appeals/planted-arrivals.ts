import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {weekdayOf} from '../../tools/time/days.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {districtIndex} from '../../world/districts.ts'
import type {Cluster} from './arrival.ts'
import type {ArrivalQueue} from './arrival-queue.ts'
import type {Calendar} from './calendar.ts'
import type {Clusters} from './clusters.ts'
import type {Place, Places} from './places.ts'
import {brokenLift, burstStreet, dumpPlace, type Surge, surges} from './planted.ts'
import {problemIndex, problems} from './problems.ts'
import {minuteOf, type Receipts} from './receipts.ts'

const dumping = problemIndex('dump')
const burst = problemIndex('burst')
const noColdWater = problemIndex('no-cold-water')
const stoppedLift = problemIndex('lift-stopped')

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
  #onBurstStreet: readonly Place[]
  #burstStart: number

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
    this.#surges = surges(scope)
    this.#lift = brokenLift(scope, places)
    this.#dump = dumpPlace(places)
    this.#onBurstStreet = places.onStreet(burstStreet(places))
    this.#burstStart = calendar.toLocal(scope.events.pipeBurst.minute)
  }

  on(day: number): void {
    this.#surges.forEach((surge, number) => {
      const expected = surge.perDay[day - surge.from]
      if (expected !== undefined) this.#surge(surge, expected, day, new Draw(this.#key, day, 'surge', number))
    })
    this.#liftStops(day)
    if (weekdayOf(day) >= 5) this.#rubbishIsDumped(day)
    if (day === Math.floor(this.#burstStart / dayMinutes)) this.#mainBursts(day)
  }

  /** The heating of one district fails: seven times as many again as there would be, and no end before the repair. */
  heatingFails(problem: number, day: number, rate: number): void {
    const draw = new Draw(this.#key, day, 'heating failure')
    const district = districtIndex.stepovyi
    const more = 7 * rate * this.#places.share('heated', district)
    const mended = this.#calendar.toUtc(this.#scope.events.heatingFailure.to * dayMinutes - 12 * 60)
    for (let left = draw.poisson(more / (1 + problems[problem]!.cluster!.neighbours)); left > 0; left--) {
      const place = this.#places.choose('heated', draw, district)
      if (place) this.#clusters.add(problem, 'heating-failure', day, place, mended, draw)
    }
  }

  #surge(surge: Surge, expected: number, day: number, draw: Draw): void {
    const {topic, from, firstMinute, kind, district, isLow} = surge
    for (let left = draw.poisson(expected * this.#scope.scale); left > 0; left--) {
      let place = this.#places.choose(kind, draw, district)
      // Of several houses, the lowest is under water first.
      for (let look = 0; isLow && place && look < 7; look++) {
        const other = this.#places.choose(kind, draw, district)!
        if (other.building.groundMetres < place.building.groundMetres) place = other
      }
      const minute =
        day === from
          ? firstMinute + draw.below(Math.max(1, dayMinutes - firstMinute))
          : minuteOf('phone', draw)
      const problem = problemIndex(surge.problem)
      const channel = this.#receipts.channel(problems[problem]!, draw)
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
    for (let left = draw.poisson(1.1 * this.#scope.scale); left > 0; left--)
      this.#single(day, dumping, 'weekend-dump', this.#dump, draw)
  }

  #mainBursts(day: number): void {
    const houses = this.#onBurstStreet
    if (houses.length === 0) return
    const draw = new Draw(this.#key, day, 'burst main')
    const start = this.#burstStart
    const {minute} = this.#scope.events.pipeBurst
    const cluster: Cluster = {firstUid: '', closedAt: Number.NaN, notBefore: minute + 30 * 60}
    const channel = this.#receipts.channel(problems[burst]!, draw)
    this.#queue.take(start + 6, burst, 'burst-main', channel, draw.pick(houses), cluster)
    for (let left = Math.round(170 * Math.max(0.25, this.#scope.scale)); left > 0; left--) {
      const problem = draw.chance(0.55) ? burst : noColdWater
      const at = start + 8 + Math.floor(draw.lognormal(140, 0.9))
      this.#clusters.follow(at, problem, 'burst-main', draw.pick(houses), cluster, draw)
    }
  }

  #single(day: number, problem: number, topic: string, place: Place, draw: Draw): void {
    const channel = this.#receipts.channel(problems[problem]!, draw)
    const minute = day * dayMinutes + this.#receipts.minute(problems[problem]!, channel, draw)
    this.#queue.take(minute, problem, topic, channel, place, null)
  }
}
