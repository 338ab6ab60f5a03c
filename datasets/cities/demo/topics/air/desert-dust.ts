import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import type {Weather} from '../../world/weather/weather.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'

/** Dust of the Sahara, µg/m³ of particles above 2.5 µm: two visits a spring, each of one to three days. */
export function desertDust(
  seed: number,
  {firstHour, endHour, hours}: SensorPeriod,
  weather: Weather,
): Float32Array {
  const dust = new Float32Array(hours)
  const years = [firstHour, endHour].map(hour => dateOf(Math.floor(hour / 24)).year)
  for (let year = years[0]!; year <= years[1]!; year++)
    for (const [visit, month] of [4, 5].entries()) {
      const draw = new Draw(seed, 'desert dust', year, visit)
      const from = (dayOf(year, month, 1) + draw.below(22)) * 24 + draw.below(24)
      const length = 30 + draw.below(42)
      const peak = draw.between(60, 130)
      for (let hour = Math.max(from, firstHour); hour < Math.min(from + length, endHour); hour++) {
        const share = (hour - from) / length
        const washed = 1 + weather.rain[hour - weather.firstHour]!
        dust[hour - firstHour] = (peak * Math.min(1, share * 4, (1 - share) * 2)) / washed
      }
    }
  return dust
}
