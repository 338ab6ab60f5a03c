import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {isUnderCurfew} from '../../tools/time/curfew.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {type HourCalendar, kyivHourText} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {type MonthlySeries, writeMonths} from '../sensors/write-months.ts'
import {BusCounts} from './bus-counts.ts'
import {type Counter, counters, doubledCounter, whileBridgeClosed} from './counter-table.ts'
import {cityTraffic} from './demand.ts'
import {cycleCourse, directionSplits, directions, lorryCourse} from './direction-courses.ts'

const series: MonthlySeries = {
  path: 'traffic/traffic',
  header: ['counter_id', 'counted_at', 'direction', 'cars', 'trucks', 'buses', 'bicycles'],
  delimiter: ';',
  clock: 'kyiv',
}

/** What is wrong with the files, on purpose. */
const dirt = {
  silent: {uk: 'немає годин лічильників', en: 'hours of counters are missing'},
  doubled: {
    uk: 'рядки, час яких уже був: годинник перевели назад',
    en: 'rows whose time was there before: the clocks went back',
  },
  overflow: {uk: 'комірки 65535: лічильник переповнено', en: 'cells 65535: the register ran over'},
}

/** What a 16-bit register shows when it has run over. */
const overflow = 65_535

/** Share of lorries, bicycles of a mean hour, and how strongly a hot day draws people there. */
const kinds = {
  commuter: {lorries: 0.07, cycles: 5, beach: 0},
  centre: {lorries: 0.03, cycles: 11, beach: 0.08},
  exit: {lorries: 0.16, cycles: 1, beach: 0.25},
  harbour: {lorries: 0.38, cycles: 2, beach: 0},
  beach: {lorries: 0.03, cycles: 9, beach: 1.9},
} as const

/** Counts of thirty counters by hour, direction and class: a file a month, by Kyiv's clocks. */
export function writeCounts(
  scope: Scope,
  outbox: Outbox,
  period: SensorPeriod,
  calendar: HourCalendar,
): Dirt[] {
  const weather = scope.weather()
  const {bridgeClosed} = scope.events
  const offset = period.firstHour - weather.firstHour
  const flow = cityTraffic(calendar, weather, period.firstHour)
  const buses = new BusCounts(scope)
  const lines = counters.flatMap((counter, place) => {
    const key = hash(scope.seed, 'counter', counter.id)
    const splits = directionSplits(counter.kind, ...habitsOf(scope.seed, counter))
    const gaps = new Gaps(key, 0.006, 40)
    return directions.map((direction, index) => ({
      ...kinds[counter.kind],
      id: counter.id,
      place,
      index,
      direction,
      directionSign: index === 0 ? -1 : 1,
      split: splits[index]!,
      gaps,
      key: hash(key, direction),
      hourly: counter.vehiclesPerDay / 48,
      closed: whileBridgeClosed[counter.id] ?? 1,
      times: counter.id === doubledCounter.id && direction === doubledCounter.direction ? 2 : 1,
      wanders: key,
      lastTime: '',
    }))
  })
  const counts = noneOf(dirt)
  writeMonths(outbox, period, series, (file, hour) => {
    const at = hour - period.firstHour
    const clock = calendar.clock[at]!
    const day = calendar.day[at]!
    const weekday = calendar.weekday[at]!
    const share = calendar.sundayShare[at]!
    const temperature = weather.temperature[offset + at]!
    const rain = weather.rain[offset + at]!
    const heat =
      clock >= 8 && clock <= 21 && rain < 0.3 ? Math.max(0, Math.min(1.4, (temperature - 20) / 7)) : 0
    const freeShare = weekday === 5 ? 1 : share
    const isClosed = day >= bridgeClosed.from && day < bridgeClosed.to
    const isCurfew = isUnderCurfew(day, clock)
    const lorries = lorryCourse(weekday, share, isCurfew, clock)
    const cycles = cycleCourse(isCurfew, clock, temperature, rain)
    const time = kyivHourText(hour)
    for (const line of lines) {
      if (line.gaps.isSilent(hour)) {
        counts.silent++
        continue
      }
      const bits = mix(line.key ^ Math.imul(hour, 0x9e3779b1))
      const [second, third] = [mix(bits ^ 0x2545f491), mix(bits ^ 0x68bc21eb)]
      const closed = isClosed ? line.closed : 1
      // To the sea in the morning, home in the evening.
      const tide = 1 + line.directionSign * (clock < 14 ? 0.45 : clock > 16 ? -0.55 : 0)
      const beach = 1 + line.beach * heat * (0.4 + 0.6 * freeShare) * (line.beach > 0.5 ? tide : 1)
      const split = line.split.workday[clock]! * (1 - freeShare) + line.split.free[clock]! * freeShare
      const all =
        line.hourly *
        flow[at]! *
        split *
        beach *
        closed *
        (1 + 0.16 * wander(line.wanders, hour / 31)) *
        line.times
      const trucks = line.hourly * line.lorries * lorries * closed * line.times
      let cars = drawn(all * (1 - line.lorries), bits)
      if (second >>> 16 === 7 && closed > 0) {
        cars = overflow
        counts.overflow++
      }
      file.line(
        `${line.id};${time};${line.direction};${cars};${drawn(trucks, second)};` +
          `${buses.at(line.place, line.index, day, clock) * line.times};${drawn(line.cycles * cycles * beach * closed, third)}`,
      )
      if (time === line.lastTime) counts.doubled++
      line.lastTime = time
    }
  })
  return dirtOf('traffic/traffic-*.demo.csv', dirt, counts)
}

/** How strong the tide is at a counter, and how much more passes in than out over the years. */
function habitsOf(seed: number, {id}: Counter): [strength: number, lean: number] {
  const draw = new Draw(seed, 'counter habits', id)
  const strength = draw.between(0.75, 1.25)
  const lean = draw.between(0.002, 0.014)
  return [strength, draw.chance(0.5) ? lean : -lean]
}

/** A whole count about a mean, as scattered as one of Poisson: the four bytes of random bits make a near-normal draw. */
function drawn(mean: number, bits: number): number {
  const deviate = ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510) / 148
  const count = Math.round(mean + Math.sqrt(mean) * deviate)
  return count > 0 ? count : 0
}
