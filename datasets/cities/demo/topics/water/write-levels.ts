import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {utcStepText} from '../sensors/ten-minutes.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {levelGauges} from './gauge-table.ts'
import {hourSteps} from './rain-field.ts'
import {waterFaults} from './water-faults.ts'

const series: MonthlySeries = {
  path: 'water/levels',
  header: ['gauge_id', 'observed_at', 'level_cm'],
  delimiter: ';',
  clock: 'utc',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає вимірів рівня', en: 'readings of levels are missing'},
  code: {uk: 'код −9999 замість рівня', en: 'code −9999 instead of a level'},
  echo: {uk: 'хибне відлуння: рівень понад 12 м', en: 'false echo: a level above 12 m'},
  twice: {uk: 'рядки, надіслані двічі', en: 'rows sent twice'},
}

/** Levels of the twelve gauges in whole centimetres every ten minutes, a file a month. */
export function writeLevels(
  scope: Scope,
  outbox: Outbox,
  period: SensorPeriod,
  levels: Float32Array[],
): Dirt[] {
  const {moved} = waterFaults(scope)
  const {springFlood, cloudburst} = scope.events
  // In a flood the service has people at the gauges: none falls silent.
  const isWatched = (hour: number) =>
    (hour >= springFlood.from * 24 && hour < springFlood.to * 24) ||
    (hour >= cloudburst.day * 24 && hour < (cloudburst.day + 1) * 24)
  const gauges = levelGauges.map(({id, kind}, index) => {
    const key = hash(scope.seed, 'level gauge', id)
    const movedAt = id === moved.gauge ? moved.fromStep : Infinity
    // Waves shake the float in the harbour, the ultrasound of the others is steadier.
    const shaken = kind === 'sea' ? 3 : 1.2
    return {id, key, movedAt, shaken, level: levels[index]!, gaps: new Gaps(key, 0.008, 18)}
  })
  const counts = noneOf(dirt)
  writeMonths(outbox, period, series, (file, hour) => {
    const isFlood = isWatched(hour)
    for (let step = hour * hourSteps; step < (hour + 1) * hourSteps; step++) {
      const at = step - period.firstHour * hourSteps
      const time = `;${utcStepText(step)};`
      for (const {id, key, movedAt, shaken, level, gaps} of gauges) {
        if (gaps.isSilent(hour) && !isFlood) {
          counts.silent++
          continue
        }
        const bits = mix(key ^ Math.imul(step, 0x9e3779b1))
        const jitter = (bits & 0xffff) / 0x10000 - 0.5
        const chance = bits >>> 16
        let read = Math.round(level[at]! + shaken * jitter) + (step >= movedAt ? moved.centimetres : 0)
        if (chance < 18) {
          read = -9999
          counts.code++
        } else if (chance < 24) {
          // Foam or a branch right below the sensor.
          read = 1200 + (bits & 255)
          counts.echo++
        }
        const line = id + time + read
        file.line(line)
        if (chance > 65_520) {
          file.line(line)
          counts.twice++
        }
      }
    }
  })
  return dirtOf('water/levels-*.demo.csv', dirt, counts)
}
