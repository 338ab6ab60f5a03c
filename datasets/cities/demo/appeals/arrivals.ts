import type {Scope} from '../chapter.ts'
import {districtIndex} from '../districts.ts'
import {Draw} from '../numbers/draw.ts'
import {hash} from '../numbers/hash.ts'
import {dateOf, weekdayOf} from '../time/days.ts'
import {isHoliday} from '../time/holidays.ts'
import {dayMinutes} from '../time/kyiv-clock.ts'
import type {Arrival, Cluster} from './arrival.ts'
import type {Calendar} from './calendar.ts'
import {channelIds, channelShares, channels} from './channels.ts'
import {dayConditions} from './day-conditions.ts'
import {dayRates, type RateDay} from './day-rates.ts'
import type {Place, Places} from './places.ts'
import {brokenLift, burstStreet, dumpPlace, type Surge, surges} from './planted.ts'
import {type Problem, problemIndex, problems} from './problems.ts'
import {type Hours, hourWeight} from './rhythm.ts'

/** Appeals of one problem on one day are told apart by their number below this. */
const mostOfOneDay = 2 ** 22

/** Running sums of the hours' weights. */
const hourEnds = Object.fromEntries(
  Object.entries(hourWeight).map(([name, weights]) => {
    let sum = 0
    return [name, weights.map(weight => (sum += weight))]
  }),
) as Record<Hours, number[]>

const heating = problemIndex('no-heating')
const dumping = problemIndex('dump')
const burst = problemIndex('burst')
const noColdWater = problemIndex('no-cold-water')
const stoppedLift = problemIndex('lift-stopped')

/**
 * Who turns to the city on a day. Each problem of each day has draws of its own, so that another scale, or another kind
 * of appeal, shifts none of the others. Days are asked for in turn: neighbours of a cluster may call on the next one.
 */
export class Arrivals {
  #scope: Scope
  #calendar: Calendar
  #places: Places
  #days: RateDay[]
  #rate: (problem: number, day: RateDay) => number
  #key: number
  #surges: Surge[]
  #lift: ReturnType<typeof brokenLift>
  #dump: Place | null
  #burst: number
  /** Of clusters that are not over: what comes in on later days. */
  #later = new Map<number, Arrival[]>()
  #day = 0
  #today: Arrival[] = []
  #count = 0
  /** Running sums of the channels' shares on the day, for formal matters and for others. */
  #formal: number[] = []
  #plain: number[] = []

  constructor(scope: Scope, calendar: Calendar, places: Places) {
    this.#scope = scope
    this.#calendar = calendar
    this.#places = places
    const {firstDay, today} = scope
    const monthOf = (day: number) => dateOf(day).month
    this.#days = dayConditions(scope.weather(), firstDay, today, monthOf).map((conditions, index) => {
      const {month, day: date} = dateOf(firstDay + index)
      return {
        conditions,
        month,
        date,
        weekday: weekdayOf(firstDay + index),
        isHoliday: isHoliday(firstDay + index),
        years: index / 365.25,
      }
    })
    // The first five years alone: they are the same whatever day it is today.
    this.#rate = dayRates(this.#days.slice(0, 1826))
    this.#key = hash(scope.seed, 'appeals')
    this.#surges = surges(scope)
    this.#lift = brokenLift(scope, places)
    this.#dump = dumpPlace(places)
    this.#burst = burstStreet(places)
  }

  /** What comes in on a day, in the order of its minutes. */
  on(day: number): Arrival[] {
    const {scale, events, firstDay} = this.#scope
    const rateDay = this.#days[day - firstDay]!
    this.#day = day
    this.#today = this.#later.get(day) ?? []
    this.#later.delete(day)
    for (const isFormal of [true, false]) {
      const shares = channelShares(
        day,
        firstDay,
        events.messengerOpened,
        isFormal,
        this.#calendar.isOpen(day),
      )
      let sum = 0
      const ends = shares.map(share => (sum += share))
      if (isFormal) this.#formal = ends
      else this.#plain = ends
    }
    const {from, to} = events.heatingFailure
    const isFailing = day >= from && day < to
    problems.forEach((problem, index) => {
      const draw = new Draw(this.#key, day, index)
      this.#count = 0
      const rate = this.#rate(index, rateDay) * scale
      this.#usual(problem, index, day, rate, draw)
      if (index === heating && isFailing) this.#heatingFails(problem, day, rate, to)
    })
    this.#count = mostOfOneDay / 2
    this.#surge(day)
    this.#plant(day)
    return this.#today.sort((a, b) => a.minute - b.minute || a.order - b.order)
  }

  /** Single appeals, and clusters with their neighbours. */
  #usual(problem: Problem, index: number, day: number, rate: number, draw: Draw): void {
    const {cluster, place: kind} = problem
    const clustered = cluster ? cluster.share * rate : 0
    const singles = draw.poisson(rate - clustered)
    for (let n = 0; n < singles; n++) {
      const place = this.#places.choose(kind, draw)
      if (place) this.#add(day, index, problem.id, place, null, draw)
    }
    if (!cluster) return
    const clusters = draw.poisson(clustered / (1 + cluster.neighbours))
    for (let n = 0; n < clusters; n++) {
      const place = this.#places.choose(kind, draw)
      if (place) this.#cluster(problem, index, problem.id, day, place, 0, draw)
    }
  }

  /** A first call, and neighbours within hours of it; few large clusters, many small ones. */
  #cluster(
    problem: Problem,
    index: number,
    topic: string,
    day: number,
    place: Place,
    notBefore: number,
    draw: Draw,
  ): void {
    const {neighbours, reach} = problem.cluster!
    const cluster: Cluster = {firstUid: '', closedAt: Number.NaN, notBefore}
    const first = this.#add(day, index, topic, place, cluster, draw)
    const callers = draw.poisson(neighbours * draw.pick([0.25, 0.5, 1, 2.25]))
    for (let caller = 0; caller < callers; caller++) {
      const at = reach === 'building' ? place : this.#places.neighbour(place, problem.place, 4, draw)
      this.#follow(first.minute + 4 + Math.floor(draw.lognormal(75, 1.1)), index, topic, at, cluster, draw)
    }
  }

  /** A caller after the first: the same day, the next morning, or not at all where the city's story ends before. */
  #follow(minute: number, index: number, topic: string, place: Place, cluster: Cluster, draw: Draw): void {
    const hour = Math.floor((minute % dayMinutes) / 60)
    const asleep = (hour < 6 || hour > 22) && draw.chance(0.85)
    const morning = minute + (hour > 22 ? dayMinutes : 0)
    const woken = asleep ? Math.floor(morning / dayMinutes) * dayMinutes + 390 + draw.below(170) : minute
    if (Math.floor(woken / dayMinutes) >= this.#scope.today) return
    this.#take(woken, index, topic, this.#channel(index, draw), place, cluster)
  }

  /** The heating of one district fails: seven times as many again as there would be, and no end before the repair. */
  #heatingFails(problem: Problem, day: number, rate: number, to: number): void {
    const draw = new Draw(this.#key, day, 'heating failure')
    const district = districtIndex.stepovyi
    const more = 7 * rate * this.#places.share('heated', district)
    const clusters = draw.poisson(more / (1 + problem.cluster!.neighbours))
    const mended = this.#calendar.toUtc(to * dayMinutes - 12 * 60)
    for (let n = 0; n < clusters; n++) {
      const place = this.#places.choose('heated', draw, district)
      if (place) this.#cluster(problem, heating, 'heating-failure', day, place, mended, draw)
    }
  }

  #surge(day: number): void {
    const {scale} = this.#scope
    this.#surges.forEach(({problem, topic, from, perDay, firstMinute, kind, district, isLow}, number) => {
      const expected = perDay[day - from]
      if (expected === undefined) return
      const index = problemIndex(problem)
      const draw = new Draw(this.#key, day, 'surge', number)
      for (let left = draw.poisson(expected * scale); left > 0; left--) {
        let place = this.#places.choose(kind, draw, district)
        for (let look = 0; isLow && place && look < 7; look++) {
          const other = this.#places.choose(kind, draw, district)!
          if (other.building.groundMetres < place.building.groundMetres) place = other
        }
        if (!place) return
        const minute =
          day === from
            ? firstMinute + draw.below(Math.max(1, dayMinutes - firstMinute))
            : this.#minute('phone', draw)
        this.#take(day * dayMinutes + minute, index, topic, this.#channel(index, draw), place, null)
      }
    })
  }

  /** What is planted at one place: the lift, the rubbish beside the market, the burst main. */
  #plant(day: number): void {
    const {scale, events} = this.#scope
    if (this.#lift) {
      const draw = new Draw(this.#key, day, 'lift')
      for (const stopped of this.#lift.days)
        if (stopped === day) this.#add(day, stoppedLift, 'that-lift', this.#lift.place, null, draw)
    }
    if (this.#dump && weekdayOf(day) >= 5) {
      const draw = new Draw(this.#key, day, 'dump')
      for (let left = draw.poisson(1.1 * scale); left > 0; left--)
        this.#add(day, dumping, 'weekend-dump', this.#dump, null, draw)
    }
    const onStreet = this.#places.onStreet(this.#burst)
    if (
      day === Math.floor(this.#calendar.toLocal(events.pipeBurst.minute) / dayMinutes) &&
      onStreet.length > 0
    ) {
      const draw = new Draw(this.#key, day, 'burst main')
      const start = this.#calendar.toLocal(events.pipeBurst.minute)
      const cluster: Cluster = {
        firstUid: '',
        closedAt: Number.NaN,
        notBefore: events.pipeBurst.minute + 30 * 60,
      }
      this.#take(start + 6, burst, 'burst-main', this.#channel(burst, draw), draw.pick(onStreet), cluster)
      for (let left = Math.round(170 * Math.max(0.25, scale)); left > 0; left--) {
        const index = draw.chance(0.55) ? burst : noColdWater
        this.#follow(
          start + 8 + Math.floor(draw.lognormal(140, 0.9)),
          index,
          'burst-main',
          draw.pick(onStreet),
          cluster,
          draw,
        )
      }
    }
  }

  /** One more appeal of the day, at an hour that suits how it comes in. */
  #add(
    day: number,
    index: number,
    topic: string,
    place: Place,
    cluster: Cluster | null,
    draw: Draw,
  ): Arrival {
    const channel = this.#channel(index, draw)
    const hours = problems[index]!.id === 'noise' ? 'night' : channels[channelIds[channel]!].hours
    return this.#take(day * dayMinutes + this.#minute(hours, draw), index, topic, channel, place, cluster)
  }

  #take(
    minute: number,
    index: number,
    topic: string,
    channel: number,
    place: Place,
    cluster: Cluster | null,
  ): Arrival {
    const shown = this.#calendar.shown(minute)
    const day = Math.floor(shown / dayMinutes)
    const serial = index * mostOfOneDay + this.#count++
    const arrival: Arrival = {
      minute: shown,
      order: serial,
      problem: index,
      topic,
      channel,
      place,
      cluster,
      key: hash(this.#key, day, serial, minute),
    }
    if (day === this.#day) this.#today.push(arrival)
    else {
      const later = this.#later.get(day)
      if (later) later.push(arrival)
      else this.#later.set(day, [arrival])
    }
    return arrival
  }

  #channel(index: number, draw: Draw): number {
    const ends =
      problems[index]!.week === 'desk' || problems[index]!.basis === 'statutory' ? this.#formal : this.#plain
    const at = draw.unit()
    let channel = 0
    while (channel < ends.length - 1 && ends[channel]! <= at) channel++
    return channel
  }

  #minute(hours: Hours, draw: Draw): number {
    const ends = hourEnds[hours]
    const at = draw.unit() * ends[23]!
    let hour = 0
    while (ends[hour]! <= at) hour++
    return hour * 60 + draw.below(60)
  }
}
