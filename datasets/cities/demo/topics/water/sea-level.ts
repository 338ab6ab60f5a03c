import {cos, pi, sin} from '../../tools/numbers/exact.ts'
import type {Weather} from '../../world/weather/weather.ts'
import type {HourCalendar} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {hourSteps} from './rain-field.ts'

/** Periods of what swings: the tide of the Moon, the shelf, the harbour basin; in steps of ten minutes. */
const periods = {tide: 74.52, shelf: 33.1, basin: 4.6}

/**
 * The sea at the harbour, centimetres from its mean, by steps of ten minutes. Air pressure lifts it by a centimetre a
 * hectopascal; southerly wind piles it up and northerly wind drives it off; what that sets swinging dies away in half a
 * day. The Black Sea's tide is a hand's breadth at most.
 */
export function seaLevel(
  {firstHour, hours}: SensorPeriod,
  {yearDay}: HourCalendar,
  weather: Weather,
): Float32Array {
  const level = new Float32Array(hours * hourSteps)
  const offset = firstHour - weather.firstHour
  let [piled, shelf, basin] = [0, 0, 0]
  for (let at = 0; at < hours; at++) {
    const now = offset + at
    const wind = weather.windSpeed[now]!
    const southerly = -cos((weather.windFrom[now]! * pi) / 180)
    const easterly = sin((weather.windFrom[now]! * pi) / 180)
    const wanted = Math.max(-65, Math.min(75, (0.62 * southerly + 0.22 * easterly) * wind * wind))
    const season = 5 * sin(((yearDay[at]! - 75) * 2 * pi) / 365)
    const pressed = -0.9 * (weather.pressure[now]! - 1016)
    shelf = Math.min(16, shelf * 0.93 + Math.abs(wanted - piled) * 0.05)
    basin = Math.min(7, basin * 0.85 + wind * wind * 0.006)
    for (let step = 0; step < hourSteps; step++) {
      const moment = (firstHour + at) * hourSteps + step
      piled += (wanted - piled) / (7 * hourSteps)
      level[at * hourSteps + step] =
        season +
        pressed +
        piled +
        3.2 * wave(moment, periods.tide) +
        shelf * wave(moment, periods.shelf) +
        basin * wave(moment, periods.basin)
    }
  }
  return level
}

const wave = (moment: number, period: number) => {
  const turns = moment / period
  return sin((turns - Math.floor(turns)) * 2 * pi)
}
