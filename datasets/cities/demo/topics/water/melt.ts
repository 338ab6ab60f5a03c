import type {Weather} from '../../world/weather/weather.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'

/** Snow is told in whole centimetres; over this many hours before and after, their water is spread. */
const spreadHours = 6

/** Water that runs out of the lying snow, millimetres in the hour: snow that goes while it thaws, at 1 mm for 1 cm. */
export function meltedSnow({firstHour, hours}: SensorPeriod, weather: Weather): Float32Array {
  const offset = firstHour - weather.firstHour
  const melt = new Float32Array(hours)
  for (let at = 1; at < hours; at++) {
    const gone = weather.snow[offset + at - 1]! - weather.snow[offset + at]!
    if (gone <= 0 || weather.temperature[offset + at]! <= 0) continue
    const from = Math.max(0, at - spreadHours)
    const to = Math.min(hours, at + spreadHours + 1)
    for (let hour = from; hour < to; hour++) melt[hour]! += gone / (to - from)
  }
  return melt
}
