import type {Dirt, Scope} from '../../chapter.ts'
import {hash} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {monthsOf} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {utcStepText} from '../sensors/ten-minutes.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {rainGauges} from './gauge-table.ts'
import {hourSteps} from './rain-field.ts'
import {waterFaults} from './water-faults.ts'

const header = ['gauge_id', 'observed_at', 'rain_mm']

/** What fits into the gauge's tipping bucket, in tenths of a millimetre. */
const bucketTenths = 2

/** Tips of the six rain gauges in millimetres every ten minutes, a file a month. */
export function writeRain(scope: Scope, outbox: Outbox, period: SensorPeriod, rain: Float32Array[]): Dirt[] {
  const {blocked} = waterFaults(scope)
  const gauges = rainGauges.map(({id}, index) => ({
    id,
    rain: rain[index]!,
    isBlocked: id === blocked.gauge,
    gaps: new Gaps(hash(scope.seed, 'rain gauge gaps', id), 0.004, 20),
    bucket: 0,
  }))
  let silent = 0
  for (const {month, from, to} of monthsOf(period)) {
    const file = outbox.csv(`water/rain-${month}.demo.csv`, header, {delimiter: ';'})
    for (let step = from * hourSteps; step < to * hourSteps; step++) {
      const at = step - period.firstHour * hourSteps
      const hour = Math.floor(step / hourSteps)
      const isBurst = Math.floor(hour / 24) === scope.events.cloudburst.day
      const time = `;${utcStepText(step)};`
      for (const gauge of gauges) {
        const isBlocked = gauge.isBlocked && step >= blocked.fromStep && step < blocked.toStep
        if (!isBlocked) gauge.bucket += gauge.rain[at]! * 10
        const tips = Math.floor(gauge.bucket / bucketTenths)
        gauge.bucket -= tips * bucketTenths
        // A gauge that is not heard counts on, and tells the sum when it is heard again.
        if (gauge.gaps.isSilent(hour) && !isBlocked && !isBurst) {
          gauge.bucket += tips * bucketTenths
          silent++
          continue
        }
        file.line(gauge.id + time + tenthsText(tips * bucketTenths))
      }
    }
    outbox.done(file)
  }
  return [
    {
      file: 'water/rain-*.demo.csv',
      fault: {uk: 'немає вимірів дощу', en: 'readings of rain are missing'},
      count: silent,
    },
  ]
}
