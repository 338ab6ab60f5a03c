import type {Network} from '../../world/ground/ground.ts'
import type {Direction} from './plan-lines.ts'
import type {Service} from './services.ts'

/** One run of a line: when it leaves, and seconds from then to each of its stops. */
export type Trip = {service: Service; departsSeconds: number; pace: Float64Array}

/** Minutes of the day at which roads are full. */
const rushHours: [from: number, to: number][] = [
  [7 * 60, 9 * 60 + 30],
  [16 * 60 + 30, 19 * 60],
]
const lateFrom = 20 * 60
/** How much longer everything takes at rush hours, and at night. */
const paces = {rush: 1.18, day: 1, night: 0.82}
/** Seconds at a stop, and at a crossing on the way. */
const stopSeconds = 18
const crossingSeconds = 3.5

/** All runs of a line in one direction, service by service, in order of departure. */
export function makeTimetable({line, direction, ways, stops}: Direction, network: Network): Trip[] {
  const seconds = secondsToStops(ways, stops, network)
  const byPace = new Map(
    Object.values(paces).map(pace => [pace, seconds.map(value => Math.round((value * pace) / 10) * 10)]),
  )
  const trips: Trip[] = []
  for (const [service, [rush, day, late]] of Object.entries(line.headways) as [
    Service,
    [number, number, number],
  ][]) {
    // The way back begins half an interval later: vehicles turn round at the end.
    for (const [first, last] of line.hours)
      for (let minute = first + (direction === 1 ? Math.floor(day / 2) : 0); minute <= last; ) {
        const isRush = service === 'workdays' && rushHours.some(([from, to]) => minute >= from && minute < to)
        const isLate = minute >= lateFrom || minute < 6 * 60 + 30
        const pace = isRush ? paces.rush : minute >= 22 * 60 ? paces.night : paces.day
        trips.push({service, departsSeconds: minute * 60, pace: byPace.get(pace)!})
        minute += Math.round(isRush ? rush : isLate ? late : day)
      }
  }
  return trips
}

/** Seconds from the first stop to each, when roads are neither full nor empty. */
function secondsToStops(ways: Direction['ways'], stops: Direction['stops'], network: Network): Float64Array {
  const result = new Float64Array(stops.length)
  let seconds = 0
  let metres = 0
  let next = 1
  let sinceStart = -stops[0]!.metres
  for (const {edge, lengthMetres} of ways) {
    // Buses do little more than half of what is allowed, and never much over 40 km/h in town.
    const perMetre = 3.6 / (Math.min(network.edges[edge]!.speedKmh, 60) * 0.56)
    const skipped = Math.min(lengthMetres, Math.max(0, -sinceStart))
    while (next < stops.length && stops[next]!.metres <= metres + lengthMetres + 1e-6) {
      const within = stops[next]!.metres - metres - skipped
      result[next] = seconds + within * perMetre + next * stopSeconds
      next++
    }
    seconds += (lengthMetres - skipped) * perMetre + crossingSeconds
    metres += lengthMetres
    sinceStart += lengthMetres
  }
  return result
}
