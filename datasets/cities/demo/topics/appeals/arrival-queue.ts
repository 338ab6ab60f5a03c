import {hash} from '../../tools/numbers/hash.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Arrival, Cluster} from './arrival.ts'
import type {Calendar} from './calendar.ts'
import type {Place} from './places.ts'

/** Appeals of one problem on one day are told apart by their number below this; planted ones have the upper half. */
const mostOfOneDay = 0x40_0000

/** What comes in on the day that is being told, and what is known already of later ones. */
export class ArrivalQueue {
  #key: number
  #calendar: Calendar
  #end: number
  #day = 0
  #today: Arrival[] = []
  #later = new Map<number, Arrival[]>()
  #count = 0

  /** @param end the first day that is not told */
  constructor(seed: number, calendar: Calendar, end: number) {
    this.#key = hash(seed, 'appeals')
    this.#calendar = calendar
    this.#end = end
  }

  /** Days are opened in turn. */
  openDay(day: number): void {
    this.#day = day
    this.#today = this.#later.get(day) ?? []
    this.#later.delete(day)
  }

  /** Numbers begin anew with every problem, so that one more of one shifts none of another. */
  openProblem(): void {
    this.#count = 0
  }

  openPlanted(): void {
    this.#count = mostOfOneDay / 2
  }

  /** Those of the day, in the order of their minutes. */
  closeDay(): Arrival[] {
    return this.#today.sort((a, b) => a.minute - b.minute || a.order - b.order)
  }

  /** One more; none where the story ends before it. */
  take(
    minute: number,
    problem: number,
    topic: string,
    channel: number,
    place: Place,
    cluster: Cluster | null,
  ): void {
    const shown = this.#calendar.shown(minute)
    const day = Math.floor(shown / dayMinutes)
    if (day >= this.#end) return
    const order = problem * mostOfOneDay + this.#count++
    const key = hash(this.#key, day, order, minute)
    const arrival: Arrival = {minute: shown, order, problem, topic, channel, place, cluster, key}
    if (day === this.#day) {
      this.#today.push(arrival)
      return
    }
    const later = this.#later.get(day)
    if (later) later.push(arrival)
    else this.#later.set(day, [arrival])
  }
}
