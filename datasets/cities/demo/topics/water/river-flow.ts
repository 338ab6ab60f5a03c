import {pi, sin} from '../../tools/numbers/exact.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import type {Weather} from '../../world/weather/weather.ts'
import type {HourCalendar} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {hourSteps, snowBelow} from './rain-field.ts'

/** The river's catchment above the dam. */
const squareKm = 3200
/** Hours for which each of its three stores holds water back. */
const storeHours = 14.5

/** Steppe soil: what it holds and forgets in three weeks, and what of a rain runs off when it is dry and when it is full. */
const soil = {millimetres: 70, forgets: 1 / (21 * 24), dry: 0.035, full: 0.4}

/**
 * What flows into the reservoir, m³/s, by steps of ten minutes: groundwater, and runoff through three linear stores in
 * a row. A cloudburst covers a corner of so large a catchment only.
 */
export function riverInflow(
  seed: number,
  {firstHour, hours}: SensorPeriod,
  {yearDay}: HourCalendar,
  weather: Weather,
  melt: Float32Array,
): Float32Array {
  const flow = new Float32Array(hours * hourSteps)
  const offset = firstHour - weather.firstHour
  const ground = hash(seed, 'groundwater')
  const share = 1 / hourSteps / storeHours
  let [wet, first, second, third] = [25, 0, 0, 0]
  for (let at = 0; at < hours; at++) {
    const isSnow = weather.temperature[offset + at]! < snowBelow
    const water = (isSnow ? 0 : Math.min(3.5, weather.rain[offset + at]!)) + melt[at]!
    wet = Math.min(soil.millimetres, wet * (1 - soil.forgets) + 0.8 * water)
    const fullness = wet / soil.millimetres
    const runs = soil.dry + (soil.full - soil.dry) * fullness * fullness
    const input = (water * runs * squareKm * 1000) / 3600
    // Springs give most in April, least in October.
    const season = 1 + 0.35 * sin(((yearDay[at]! - 20) * 2 * pi) / 365)
    const springs = 6.5 * season * (1 + 0.25 * wander(ground, (firstHour + at) / 700))
    for (let step = 0; step < hourSteps; step++) {
      first += (input - first) * share
      second += (first - second) * share
      third += (second - third) * share
      flow[at * hourSteps + step] = springs + third
    }
  }
  return flow
}

/** The reservoir's surface and spillway. */
const reservoir = {squareMetres: 5_200_000, crestMetres: 12.87, weirFactor: 165}

/** Level of the reservoir above the city's datum, and what leaves over the weir: a level pool (Puls 1928). */
export function throughReservoir(inflow: Float32Array): {metres: Float32Array; outflow: Float32Array} {
  const metres = new Float32Array(inflow.length)
  const outflow = new Float32Array(inflow.length)
  let head = 0.12
  for (let step = 0; step < inflow.length; step++) {
    const leaves = reservoir.weirFactor * head * Math.sqrt(head)
    head = Math.max(0, head + ((inflow[step]! - leaves) * 600) / reservoir.squareMetres)
    metres[step] = reservoir.crestMetres + head
    outflow[step] = leaves
  }
  return {metres, outflow}
}

/** A reach of the river with flood plain: Muskingum's method (McCarthy 1938), K in minutes, X = 0.1, steps of ten minutes. */
export function alongReach(inflow: Float32Array, minutes: number): Float32Array {
  const outflow = new Float32Array(inflow.length)
  const x = 0.1
  const divisor = 2 * minutes * (1 - x) + 10
  const now = (10 - 2 * minutes * x) / divisor
  const before = (10 + 2 * minutes * x) / divisor
  const stays = (2 * minutes * (1 - x) - 10) / divisor
  outflow[0] = inflow[0]!
  for (let step = 1; step < inflow.length; step++)
    outflow[step] = now * inflow[step]! + before * inflow[step - 1]! + stays * outflow[step - 1]!
  return outflow
}

/** Two flows that meet. */
export const together = (...flows: Float32Array[]): Float32Array =>
  Float32Array.from(flows[0]!, (_, step) => flows.reduce((sum, flow) => sum + flow[step]!, 0))
