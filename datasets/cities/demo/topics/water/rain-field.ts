import {hash, mix} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {planMetres} from '../../tools/space/plan-frame.ts'
import type {Events} from '../../world/events.ts'
import type {Weather} from '../../world/weather/weather.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {rainGauges} from './gauge-table.ts'

/** Steps of ten minutes in an hour. */
export const hourSteps = 6

/** How the hour before the cloudburst's peak, its hour, and the one after share out their rain. */
const burstShares = [
  [0.03, 0.05, 0.1, 0.17, 0.28, 0.37],
  [0.18, 0.21, 0.25, 0.16, 0.11, 0.09],
  [0.2, 0.2, 0.18, 0.16, 0.14, 0.12],
]

/** Colder than this it snows, and nothing runs off, degrees Celsius. */
export const snowBelow = 0.8

/**
 * Rain at each rain gauge, millimetres in steps of ten minutes: an hour's sum shared out, patchier in showers, coming in
 * from the west. Their mean is the weather's, but for the minutes that a cloud needs to cross the city.
 */
export function rainField(
  seed: number,
  {firstHour, hours}: SensorPeriod,
  weather: Weather,
  events: Events,
): Float32Array[] {
  const steps = hours * hourSteps
  const gauges = rainGauges.map(() => new Float32Array(steps))
  const keys = rainGauges.map(({id}) => hash(seed, 'rain gauge', id))
  // A cloud crosses the plan in twenty minutes.
  const place = placeInPlan(seed)
  const delays = rainGauges.map(({spot}) => Math.round((2 * place(spot)[0]) / planMetres))
  const minutes = hash(seed, 'rain minutes')
  const peakHour = Math.floor(events.cloudburst.peakMinute / 60)
  const shares = new Float64Array(hourSteps)
  for (let at = 0; at < hours; at++) {
    const hour = firstHour + at
    const rain = weather.rain[hour - weather.firstHour]!
    if (rain === 0) continue
    const burst = burstShares[hour - peakHour + 1]
    let sum = 0
    for (let step = 0; step < hourSteps; step++) {
      const drawn = mix(minutes ^ Math.imul(hour * hourSteps + step, 0x9e3779b1)) / 0x1_0000_0000
      sum += shares[step] = burst?.[step] ?? 0.2 + drawn * drawn * (rain > 3 ? 3 : 1)
    }
    // Showers are patchy, the rain of fronts is even.
    const patchy = burst ? 0.45 : rain > 3 ? 0.9 : 0.4
    const factors = keys.map(key => Math.max(0.1, 1 + patchy * wander(key, hour / 4.3)))
    const mean = factors.reduce((total, factor) => total + factor, 0) / factors.length
    for (let step = 0; step < hourSteps; step++) {
      const fallen = (rain * shares[step]!) / sum
      for (const [index, gauge] of gauges.entries()) {
        const when = at * hourSteps + step + delays[index]!
        if (when < steps) gauge[when]! += (fallen * factors[index]!) / mean
      }
    }
  }
  return gauges
}
