import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {mix} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {utcHourText} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import type {CityAir} from './city-air.ts'
import {opticalReading} from './optical-reading.ts'
import {boxOf} from './sensor-box.ts'
import {StationAir} from './station-air.ts'
import {stationsOf} from './station-table.ts'

const series: MonthlySeries = {
  path: 'air/community',
  // As the community's archive names them: P0 is PM1, P1 is PM10, P2 is PM2.5.
  header: ['sensor_id', 'sensor_type', 'timestamp', 'P0', 'P1', 'P2', 'temperature', 'humidity', 'pressure'],
  delimiter: ';',
  clock: 'utc',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає годин датчиків', en: 'hours of sensors are missing'},
  nan: {uk: 'комірки nan', en: 'cells nan'},
  saturated: {
    uk: 'рядки з межею датчика 999,9 і 1999,9',
    en: 'rows at the sensor’s limit of 999.9 and 1999.9',
  },
  twice: {uk: 'рядки, надіслані двічі', en: 'rows sent twice'},
}

/** Eight sensors that people built themselves: a file a month, UTC without saying so, `nan` where a read failed. */
export function writeCommunity(scope: Scope, outbox: Outbox, period: SensorPeriod, air: CityAir): Dirt[] {
  const weather = scope.weather()
  const offset = period.firstHour - weather.firstHour
  const reading = {pm1: 0, pm25: 0, pm10: 0}
  const stations = stationsOf('community').map(station => {
    const at = new StationAir(scope.seed, station, air, weather, period.firstHour)
    return {
      id: station.id,
      model: station.model,
      // The older kit has a hygrometer that gives up in fog, and no barometer.
      isOld: station.model === 'SDS011',
      air: at,
      gaps: new Gaps(at.key, 0.045, 60),
      gain: 0.9 + (at.key & 0xff) / 700,
      box: boxOf(scope.seed, station.id),
    }
  })
  const counts = noneOf(dirt)
  writeMonths(outbox, period, series, (file, hour) => {
    const at = hour - period.firstHour
    const time = utcHourText(hour).slice(0, 19)
    for (const {id, model, isOld, air: here, gaps, gain, box} of stations) {
      here.advance(at)
      if (gaps.isSilent(hour)) {
        counts.silent++
        continue
      }
      const bits = mix(here.key ^ Math.imul(hour, 0xc2b2ae35))
      const jitter = (bits & 0xffff) / 0x10000 - 0.5
      const chance = (bits >>> 16) / 0x10000
      opticalReading(reading, here, gain, jitter)
      const isSaturated = chance > 0.9995
      const isBlind = chance < 0.002
      const isFogged = isOld && here.humidity > 93 && chance < 0.08
      if (isSaturated) counts.saturated++
      if (isBlind) counts.nan += 2
      if (isFogged) counts.nan += 2
      const warmed = box.sunDegrees * air.sun[at]! + box.degrees
      const coarse = isBlind ? 'nan' : isSaturated ? '1999.9' : text(reading.pm10)
      const fine = isBlind ? 'nan' : isSaturated ? '999.9' : text(reading.pm25)
      const temperature = isFogged ? 'nan' : tenthsText(Math.round((here.temperature + warmed) * 10))
      const humidity = isFogged
        ? 'nan'
        : tenthsText(
            Math.round(
              Math.max(8, Math.min(99.9, here.humidity - 3.6 * warmed + box.humidity + 3 * jitter)) * 10,
            ),
          )
      const pressure = isOld ? '' : tenthsText(Math.round(weather.pressure[offset + at]! * 10 - 31))
      const line = `${id};${model};${time};${isOld ? '' : text(reading.pm1)};${coarse};${fine};${temperature};${humidity};${pressure}`
      file.line(line)
      if (chance > 0.5 && chance < 0.5004) {
        file.line(line)
        counts.twice++
      }
    }
  })
  return dirtOf('air/community-*.demo.csv', dirt, counts)
}

const text = (value: number) => tenthsText(Math.max(1, Math.round(value * 10)))
