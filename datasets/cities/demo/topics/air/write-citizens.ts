import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {mix} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {kyivHourText} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {airFaults, driftMonthHours, isWithin} from './air-faults.ts'
import type {CityAir} from './city-air.ts'
import {opticalReading} from './optical-reading.ts'
import {boxOf} from './sensor-box.ts'
import {StationAir} from './station-air.ts'
import {stationsOf} from './station-table.ts'

const series: MonthlySeries = {
  path: 'air/lun',
  // As the network's interface names them: avgPm10 is PM1 and avgPm100 is PM10.
  header: ['station', 'updated', 'avgPm10', 'avgPm25', 'avgPm100', 'temperature', 'humidity', 'pressure'],
  delimiter: ',',
  clock: 'kyiv',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає годин датчиків', en: 'hours of sensors are missing'},
  zeros: {uk: 'рядки з нулями замість вимірів', en: 'rows with zeros instead of readings'},
  doubled: {
    uk: 'рядки, час яких уже був: годинник перевели назад',
    en: 'rows whose time was there before: the clocks went back',
  },
  wild: {uk: 'вологість 127 %', en: 'humidity of 127 %'},
}

/** The residents' 26 sensors on façades: a file a month, Kyiv's clocks, pressure in pascals, zeros when offline. */
export function writeCitizens(scope: Scope, outbox: Outbox, period: SensorPeriod, air: CityAir): Dirt[] {
  const weather = scope.weather()
  const faults = airFaults(scope)
  const offset = period.firstHour - weather.firstHour
  const reading = {pm1: 0, pm25: 0, pm10: 0}
  const stations = stationsOf('citizens').map(station => {
    const at = new StationAir(scope.seed, station, air, weather, period.firstHour)
    return {
      id: station.id,
      air: at,
      gaps: new Gaps(at.key, 0.02, 40),
      gain: 0.86 + (at.key & 0xff) / 800,
      box: boxOf(scope.seed, station.id),
      // Metres above the sea of the balcony it hangs on.
      height: 18 + ((at.key >>> 8) & 31),
      last: '',
      lastTime: '',
    }
  })
  const counts = noneOf(dirt)
  writeMonths(outbox, period, series, (file, hour) => {
    const at = hour - period.firstHour
    const now = offset + at
    const right = kyivHourText(hour)
    for (const station of stations) {
      const {id, air: here, gain, box} = station
      here.advance(at)
      const isLate = id === faults.clock.station && isWithin(faults.clock, hour)
      const isStuck = id === faults.stuck.station && isWithin(faults.stuck, hour) && hour > faults.stuck.from
      const isOffline = id === faults.offline.station && isWithin(faults.offline, hour)
      const isPlanted = isLate || isStuck || isOffline
      if (station.gaps.isSilent(hour) && !isPlanted) {
        counts.silent++
        continue
      }
      const time = isLate ? kyivHourText(hour + 1) : right
      if (!isStuck) {
        const bits = mix(here.key ^ Math.imul(hour, 0xc2b2ae35))
        const jitter = (bits & 0xffff) / 0x10000 - 0.5
        opticalReading(reading, here, gain, jitter)
        const drifted =
          id === faults.drift.station
            ? (faults.drift.perMonth * Math.max(0, hour - faults.drift.from)) / driftMonthHours
            : 0
        // What warms the box dries its air.
        const warmed = box.sunDegrees * air.sun[at]! + box.degrees
        const isWild = bits >>> 16 < 26 && !isPlanted
        if (isWild) counts.wild++
        const humidity = isWild
          ? 127
          : Math.round(Math.max(8, Math.min(100, here.humidity - 3.6 * warmed + box.humidity)))
        const pressure = Math.round(weather.pressure[now]! * 100 * (1 - station.height / 8434))
        station.last =
          `,${tenthsText(read(reading.pm1 + drifted))},${tenthsText(read(reading.pm25 + drifted))},` +
          `${tenthsText(read(reading.pm10 + drifted))},${tenthsText(Math.round((here.temperature + warmed) * 10))},${humidity},${pressure}`
      }
      file.line(`${id},${time}${isOffline ? ',0,0,0,0,0,0' : station.last}`)
      if (isOffline) counts.zeros++
      if (time === station.lastTime) counts.doubled++
      station.lastTime = time
    }
  })
  return dirtOf('air/lun-*.demo.csv', dirt, counts)
}

const read = (value: number) => Math.max(1, Math.round(value * 10))
