import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {mix} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {utcHourText} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {airFaults, isWithin} from './air-faults.ts'
import type {CityAir} from './city-air.ts'
import {StationAir} from './station-air.ts'
import {stationsOf} from './station-table.ts'

const series: MonthlySeries = {
  path: 'air/air',
  header: [
    'station_id',
    'observed_at',
    'pm1',
    'pm25',
    'pm10',
    'no2',
    'o3',
    'so2',
    'co',
    'nox',
    'wind_speed',
    'wind_direction',
    'temperature',
    'humidity',
    'pressure',
  ],
  delimiter: ';',
  clock: 'utc',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає годин станцій', en: 'hours of stations are missing'},
  calibration: {
    uk: 'комірки −9999 під час перевірки газоаналізаторів',
    en: 'cells −9999 while gas analysers were checked',
  },
  negative: {uk: 'від’ємний PM2.5', en: 'negative PM2.5'},
  slip: {
    uk: 'рядки, де пил у мг/м³ замість мкг/м³',
    en: 'rows with particles in mg/m³ instead of µg/m³',
  },
  twice: {uk: 'рядки, надіслані двічі', en: 'rows sent twice'},
  hot: {uk: 'температура 85 °C після ввімкнення датчика', en: '85 °C from a sensor just switched on'},
}
const commaDirt = {comma: {uk: 'рядки з десятковою комою', en: 'rows with a decimal comma'}}

/** The city's six reference stations: a file a month, hours of UTC, and the faults of analysers and of an office. */
export function writeReference(scope: Scope, outbox: Outbox, period: SensorPeriod, air: CityAir): Dirt[] {
  const weather = scope.weather()
  const faults = airFaults(scope)
  const offset = period.firstHour - weather.firstHour
  const stations = stationsOf('city').map(station => {
    const at = new StationAir(scope.seed, station, air, weather, period.firstHour)
    return {id: station.id, air: at, gaps: new Gaps(at.key, 0.012, 30), resent: [] as string[]}
  })
  const counts = noneOf({...commaDirt, ...dirt})
  writeMonths(outbox, period, series, (file, hour, month) => {
    const isComma = month === faults.commaMonth
    const write = (line: string) => {
      if (isComma) counts.comma++
      file.line(isComma ? line.replaceAll('.', ',') : line)
    }
    const at = hour - period.firstHour
    const now = offset + at
    const time = utcHourText(hour)
    for (const {id, air: here, gaps, resent} of stations) {
      here.advance(at)
      if (gaps.isSilent(hour)) {
        counts.silent++
        continue
      }
      const bits = mix(here.key ^ Math.imul(hour, 0x85ebca6b))
      const jitter = (bits & 0xff) / 256 - 0.5
      const chance = (bits >>> 8) / 0x100_0000
      const fine = tenths(Math.max(0.6, here.pm25 * (1 + 0.06 * jitter) + 1.4 * jitter))
      const coarse = Math.max(fine, tenths(here.pm10 * (1 + 0.05 * jitter) + 1.2 * jitter))
      const finest = Math.min(fine, tenths(here.pm1 * (1 + 0.06 * jitter) + 0.3))
      const isTwice = id === faults.sentTwice.station && isWithin(faults.sentTwice, hour)
      const isSlip = id === faults.unitSlip.station && isWithin(faults.unitSlip, hour)
      // A beta gauge in clean air falls below zero when its filter dries.
      const isNegative = !isSlip && !isTwice && here.pm25 < 5 && chance < 0.05
      if (isSlip) counts.slip++
      if (isNegative) counts.negative++
      const text = isSlip ? thousandth : tenthsText
      // Zero and span are checked with bottled gas; the logger files its code for "no value".
      const isChecked = !isTwice && chance > 0.997 && chance < 0.9985
      if (isChecked) counts.calibration += 2
      const isHot = !isTwice && chance > 0.9998
      if (isHot) counts.hot++
      const line =
        `${id};${time};${text(finest)};${isNegative ? tenthsText(-1 - (bits % 17)) : text(fine)};${text(coarse)};` +
        `${isChecked ? '-9999' : tenthsText(tenths(here.no2 + jitter))};${isChecked ? '-9999' : tenthsText(tenths(here.o3))};` +
        `${tenthsText(tenths(here.so2))};${here.co.toFixed(2)};${tenthsText(tenths(here.nox + jitter))};` +
        `${tenthsText(Math.round(weather.windSpeed[now]! * (8 + 2 * jitter)))};${Math.round(weather.windFrom[now]! + 350 + 20 * jitter) % 360};` +
        `${isHot ? '85.0' : tenthsText(Math.round(here.temperature * 10))};${Math.round(here.humidity)};${tenthsText(Math.round(weather.pressure[now]! * 10))}`
      write(line)
      if (isTwice) resent.push(line)
    }
    if (hour === faults.sentTwice.to)
      for (const {resent} of stations) {
        for (const line of resent) write(line)
        counts.twice += resent.length
      }
  })
  return [
    ...dirtOf(`air/air-${faults.commaMonth}.demo.csv`, commaDirt, counts),
    ...dirtOf('air/air-*.demo.csv', dirt, counts),
  ]
}

const tenths = (value: number) => Math.max(1, Math.round(value * 10))

/** Tenths of a µg/m³ as mg/m³: 154 → 0.0154. */
const thousandth = (value: number) => (value / 10_000).toFixed(4)
