import type {Dirt, Scope} from '../../chapter.ts'
import {hash} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {utcStepText} from '../sensors/ten-minutes.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {rainGauges} from './gauge-table.ts'
import {hourSteps} from './rain-field.ts'
import {waterFaults} from './water-faults.ts'

const series: MonthlySeries = {
  path: 'water/rain',
  header: ['gauge_id', 'observed_at', 'rain_mm'],
  delimiter: ';',
  clock: 'utc',
}

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
  writeMonths(outbox, period, series, (file, hour) => {
    const isBurst = Math.floor(hour / 24) === scope.events.cloudburst.day
    for (let step = hour * hourSteps; step < (hour + 1) * hourSteps; step++) {
      const at = step - period.firstHour * hourSteps
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
  })
  return [
    {
      file: 'water/rain-*.demo.csv',
      fault: {uk: 'немає вимірів дощу', en: 'readings of rain are missing'},
      count: silent,
    },
  ]
}
