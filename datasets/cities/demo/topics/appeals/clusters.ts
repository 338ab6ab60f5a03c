import type {Draw} from '../../tools/numbers/draw.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Cluster} from './arrival.ts'
import type {ArrivalQueue} from './arrival-queue.ts'
import type {Place, Places} from './places.ts'
import {problems} from './problems.ts'
import type {Receipts} from './receipts.ts'

/** Hours in which people do not ring about what can wait until they get up. */
const isNight = (hour: number) => hour < 6 || hour > 22

/** First calls, and the neighbours who follow them. */
export class Clusters {
  #queue: ArrivalQueue
  #receipts: Receipts
  #places: Places

  constructor(queue: ArrivalQueue, receipts: Receipts, places: Places) {
    this.#queue = queue
    this.#receipts = receipts
    this.#places = places
  }

  /**
   * A first call on a day, and neighbours within hours of it; few clusters are large, many are small.
   * @param problem its index; the problem has clusters
   * @param notBefore UTC minute before which nothing of it is mended
   */
  add(problem: number, topic: string, day: number, place: Place, notBefore: number, draw: Draw): void {
    const {cluster: size, place: kind} = problems[problem]!
    const {neighbours, reach} = size!
    const cluster: Cluster = {firstUid: '', closedAt: Number.NaN, notBefore}
    const channel = this.#receipts.channel(problems[problem]!, draw)
    const first = day * dayMinutes + this.#receipts.minute(problems[problem]!, channel, draw)
    this.#queue.take(first, problem, topic, channel, place, cluster)
    for (let left = draw.poisson(neighbours * draw.pick([0.25, 0.5, 1, 2.25])); left > 0; left--) {
      const near = reach === 'building' ? place : this.#places.neighbour(place, kind, 4, draw)
      this.follow(first + 4 + Math.floor(draw.lognormal(75, 1.1)), problem, topic, near, cluster, draw)
    }
  }

  /** A caller after the first, at a minute or, where that is at night, mostly in the morning after it. */
  follow(minute: number, problem: number, topic: string, place: Place, cluster: Cluster, draw: Draw): void {
    const hour = Math.floor((minute % dayMinutes) / 60)
    const isAsleep = isNight(hour) && draw.chance(0.85)
    const morning = Math.floor(minute / dayMinutes) + (hour > 22 ? 1 : 0)
    const at = isAsleep ? morning * dayMinutes + 390 + draw.below(170) : minute
    this.#queue.take(at, problem, topic, this.#receipts.quickChannel(draw), place, cluster)
  }
}
