import {Draw} from '../../tools/numbers/draw.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'

/** A ship is looked for in each stretch of this many days. */
const stretchDays = 9

/** Which hours the harbour loads a ship: for two to six days on end, day and night. */
export function portWork(seed: number, {firstHour, endHour, hours}: SensorPeriod): Uint8Array {
  const works = new Uint8Array(hours)
  const stretch = stretchDays * 24
  for (let index = Math.floor(firstHour / stretch); index * stretch < endHour; index++) {
    const draw = new Draw(seed, 'ship', index)
    if (!draw.chance(0.85)) continue
    const from = index * stretch + draw.below(60)
    const to = from + 48 + draw.below(96)
    for (let hour = Math.max(from, firstHour); hour < Math.min(to, endHour); hour++)
      works[hour - firstHour] = 1
  }
  return works
}
