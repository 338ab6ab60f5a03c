import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {isUnderCurfew} from '../../tools/time/curfew.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {type HourCalendar, utcHourText} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {tenthsText} from '../sensors/tenths.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {cityTraffic} from '../traffic/demand.ts'
import {decibelsOf, energyOf} from './decibels.ts'
import {noiseFaults} from './noise-faults.ts'
import {portWork} from './port-work.ts'
import {noiseStations} from './station-table.ts'

const series: MonthlySeries = {
  path: 'noise/noise',
  header: ['station_id', 'observed_at', 'laeq', 'l90'],
  delimiter: ';',
  clock: 'utc',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає годин станцій', en: 'hours of stations are missing'},
  swapped: {
    uk: 'рядки, де LAeq і L90 помінялися місцями',
    en: 'rows in which LAeq and L90 have changed places',
  },
  deaf: {uk: 'рядки з нулями: мікрофон вимкнено', en: 'rows of zeros: the microphone is off'},
  tone: {uk: 'рядки з 94,0 дБ від калібратора', en: 'rows with the calibrator’s 94.0 dB'},
}

/** Freight trains in an hour of Kyiv's clock: most run at night. */
const trainsByClock = [
  2.2, 2.4, 2.4, 2.2, 1.8, 1.2, 0.7, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.7, 0.6, 0.6, 0.8, 1.1,
  1.5, 1.9, 2.1,
]

/** Levels at ten stations by hour of UTC, a file a month: energies of road, rail, port, beach and weather added up. */
export function writeNoise(
  scope: Scope,
  outbox: Outbox,
  period: SensorPeriod,
  calendar: HourCalendar,
): Dirt[] {
  const weather = scope.weather()
  const {bridgeClosed} = scope.events
  const {swapped, deaf} = noiseFaults(scope)
  const offset = period.firstHour - weather.firstHour
  const flow = cityTraffic(calendar, weather, period.firstHour)
  const ships = portWork(scope.seed, period)
  const stations = noiseStations.map(({id, sources, isByBridge}) => {
    const key = hash(scope.seed, 'noise station', id)
    const energy = (decibels: number) => (decibels > 0 ? energyOf(decibels) : 0)
    return {
      id,
      key,
      isByBridge,
      // Beside a thin road single cars pass, with silence between them.
      silence: 4.5 + 0.24 * Math.max(0, 68 - sources.road),
      restless: 1.4 + 0.08 * Math.max(0, 70 - sources.road),
      gaps: new Gaps(key, 0.01, 24),
      road: energy(sources.road),
      train: energy(sources.train),
      port: energy(sources.port),
      beach: energy(sources.beach),
      floor: energy(sources.floor),
    }
  })
  const counts = noneOf(dirt)
  writeMonths(outbox, period, series, (file, hour) => {
    const at = hour - period.firstHour
    const now = offset + at
    const clock = calendar.clock[at]!
    const wind = weather.windSpeed[now]!
    const rain = weather.rain[now]!
    const snow = Math.min(0.5, weather.snow[now]! / 30)
    const isClosed = calendar.day[at]! >= bridgeClosed.from && calendar.day[at]! < bridgeClosed.to
    const party = beachNight(calendar, at, weather.temperature[now]!, rain)
    // Wind in the microphone and rain on the roof are the same everywhere.
    const air = energyOf(22 + 2.1 * wind) + (rain > 0 ? energyOf(44 + 5 * Math.min(4, Math.sqrt(rain))) : 0)
    const time = utcHourText(hour)
    for (const {id, key, isByBridge, silence, restless, gaps, road, train, port, beach, floor} of stations) {
      if (gaps.isSilent(hour)) {
        counts.silent++
        continue
      }
      const bits = mix(key ^ Math.imul(hour, 0x9e3779b1))
      const jitter = (bits & 0xff) / 256 - 0.5
      const cars = flow[at]! * (isByBridge && isClosed ? 0.34 : 1) * (1 + 0.12 * wander(key, hour / 9))
      const trains = Math.floor(trainsByClock[clock]! * 2 * ((bits >>> 8) / 0x100_0000))
      const roadEnergy = road * cars * (1 - snow)
      const portEnergy = port * (ships[at] ? 1 : 0.09) * (1 + 0.5 * jitter)
      const beachEnergy = beach * party * (1 + 0.6 * jitter)
      const total = roadEnergy + train * trains + portEnergy + beachEnergy + floor + air
      const between = energyOf(-silence - 8 * Math.max(0, 1 - cars))
      const steady = roadEnergy * between + 0.75 * portEnergy + 0.32 * beachEnergy + floor + 0.7 * air
      let laeq = Math.round((decibelsOf(total) + restless * jitter) * 10)
      let l90 = Math.min(laeq - 8, Math.round((decibelsOf(steady) + 0.8 * jitter) * 10))
      if (id === swapped.station && hour >= swapped.from && hour < swapped.to) {
        ;[laeq, l90] = [l90, laeq]
        counts.swapped++
      } else if (id === deaf.station && hour >= deaf.from && hour < deaf.to) {
        laeq = l90 = 0
        counts.deaf++
      } else if (bits >>> 19 === 5) {
        // The calibrator's tone.
        laeq = l90 = 940
        counts.tone++
      }
      file.line(`${id};${time};${tenthsText(laeq)};${tenthsText(l90)}`)
    }
  })
  return dirtOf('noise/noise-*.demo.csv', dirt, counts)
}

/**
 * How much of a loud night sounds over the beaches: on Fridays and Saturdays from June to August, from eight in the
 * evening until the curfew, or until four where there is none. Bars close an hour before a curfew.
 */
function beachNight(
  {clock, day, weekday, yearDay}: HourCalendar,
  at: number,
  temperature: number,
  rain: number,
): number {
  if (yearDay[at]! < 151 || yearDay[at]! > 247 || rain > 0.3 || temperature < 15) return 0
  const hour = clock[at]!
  if (isUnderCurfew(day[at]!, hour)) return 0
  const evening = hour < 12 ? (weekday[at]! + 6) % 7 : weekday[at]!
  const isFree = evening === 4 || evening === 5
  if (hour === 23 && isUnderCurfew(day[at]! + 1, 0)) return isFree ? 0.3 : 0.03
  if (hour >= 20 || hour < 4) return isFree ? 1 : hour >= 20 ? 0.13 : hour < 1 ? 0.05 : 0
  // Bathers by day.
  return hour >= 10 ? 0.03 : 0
}
