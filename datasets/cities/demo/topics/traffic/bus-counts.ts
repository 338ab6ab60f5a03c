import type {Scope} from '../../chapter.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {distance} from '../../tools/space/vector.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Ground, Network} from '../../world/ground/ground.ts'
import type {FoundSite} from '../sensors/find-site.ts'
import {makeTimetable} from '../transit/make-timetable.ts'
import {type Direction, planLines, type Transit} from '../transit/plan-lines.ts'
import {secondsAt} from '../transit/run-times.ts'
import {type Service, servicesOn} from '../transit/services.ts'
import {counterSites} from './counter-sites.ts'
import {bridgeCounter} from './counter-table.ts'

/** Buses are up to so many minutes late. */
const latestMinutes = 6
/** Of so many runs one does not take place. */
const runsPerFailure = 80

/** Minutes after midnight at which runs of each service are due at a counter. */
type Due = Partial<Record<Service, number[]>>

/** Buses and trolleybuses that pass the counters: the runs of the timetable whose line leads there, a little late. */
export class BusCounts {
  #seed: number
  #closed: Scope['events']['bridgeClosed']
  /** By counter and direction. */
  #due: {usual: Due[]; diverted: Due[]}
  /** How many are due before each minute of a day, by plan and services. */
  #dueBefore = new Map<string, Uint16Array[]>()
  #today: {day: number; dueBefore: Uint16Array[]} = {day: -1, dueBefore: []}

  constructor(scope: Scope) {
    const ground = scope.ground()
    const sites = counterSites(scope)
    const bridge = sites.find(({counter}) => counter.id === bridgeCounter)!.site
    const due = (transit: Transit) => sites.flatMap(({site}) => dueAt(site, transit, ground))
    this.#seed = hash(scope.seed, 'buses')
    this.#closed = scope.events.bridgeClosed
    this.#due = {
      usual: due(planLines(ground)),
      diverted: due(planLines(ground, ground.network.edges.indexOf(bridge.edge!))),
    }
  }

  /**
   * Buses in an hour of Kyiv's clock. It is quickest where hours of one day are asked for one after the other.
   * @param counter its place in `counters`
   * @param direction 0 to the centre, 1 from it
   */
  at(counter: number, direction: number, day: number, hour: number): number {
    if (day !== this.#today.day) this.#today = {day, dueBefore: this.#dueOn(day)}
    const place = counter * 2 + direction
    const due = this.#today.dueBefore[place]!
    const late = (at: number) =>
      mix(this.#seed ^ Math.imul(day * 24 + at, 0x9e3779b1) ^ Math.imul(place, 0x85ebca6b))
    const [from, to] = [late(hour), late(hour + 1)]
    const passed = (at: number, bits: number) => due[Math.max(0, at * 60 - (bits % latestMinutes))]!
    const runs = passed(hour + 1, hour === 23 ? 0 : to) - passed(hour, hour === 0 ? 0 : from)
    return runs > 0 && (from >>> 8) % runsPerFailure < runs ? runs - 1 : runs
  }

  #dueOn(day: number): Uint16Array[] {
    const plan = day >= this.#closed.from && day < this.#closed.to ? 'diverted' : 'usual'
    const services = servicesOn(day)
    const key = [plan, ...services].join()
    let known = this.#dueBefore.get(key)
    if (!known) {
      known = this.#due[plan].map(due => dueBefore(services.flatMap(service => due[service] ?? [])))
      this.#dueBefore.set(key, known)
    }
    return known
  }
}

/** When runs pass the middle of the counter's edge: those to the centre, those from it. */
function dueAt({edge}: FoundSite, {directions, centre}: Transit, {network}: Ground): [Due, Due] {
  const due: [Due, Due] = [{}, {}]
  const metresToCentre = (node: number) => distance(network.nodes[node]!.at, centre)
  for (const line of directions) {
    let metres = 0
    for (const {edge: along, from, to, lengthMetres} of line.ways) {
      if (network.edges[along] === edge) {
        const isInwards = metresToCentre(to) < metresToCentre(from)
        addRuns(due[isInwards ? 0 : 1], line, metres + lengthMetres / 2, network)
      }
      metres += lengthMetres
    }
  }
  return due
}

/** Adds when each run of a line is so far along it. */
function addRuns(due: Due, line: Direction, metres: number, network: Network) {
  for (const trip of makeTimetable(line, network)) {
    const seconds = secondsAt(line, trip, metres)
    if (seconds === null) continue
    due[trip.service] ??= []
    due[trip.service]!.push(Math.floor((trip.departsSeconds + seconds) / 60))
  }
}

/** For each minute of a day, and for its end, how many are due before it. */
function dueBefore(minutes: readonly number[]): Uint16Array {
  const before = new Uint16Array(dayMinutes + 1)
  for (const minute of minutes) before[Math.min(minute + 1, dayMinutes)]!++
  for (let minute = 1; minute <= dayMinutes; minute++) before[minute]! += before[minute - 1]!
  return before
}
