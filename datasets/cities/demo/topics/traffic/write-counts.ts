import type {Dirt, Scope} from '../../chapter.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from '../sensors/gaps.ts'
import {type HourCalendar, kyivHourText, monthsOf} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {counters, doubledCounter, whileBridgeClosed} from './counter-table.ts'
import {cityTraffic, courseOf} from './demand.ts'
import {busCourse, cycleCourse, directionCourses, directions, lorryCourse} from './direction-courses.ts'

const header = ['counter_id', 'counted_at', 'direction', 'cars', 'trucks', 'buses', 'bicycles']

/** What a 16-bit register shows when it has run over. */
const overflow = 65_535

/** Share of lorries and buses on a workday, and how strongly a hot day draws people there. */
const kinds = {
  commuter: {lorries: 0.07, buses: 7, cycles: 5, beach: 0},
  centre: {lorries: 0.03, buses: 11, cycles: 11, beach: 0.08},
  exit: {lorries: 0.16, buses: 4, cycles: 1, beach: 0.25},
  harbour: {lorries: 0.38, buses: 2, cycles: 2, beach: 0},
  beach: {lorries: 0.03, buses: 4, cycles: 9, beach: 1.9},
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
  const lines = counters.flatMap(counter => {
    const key = hash(scope.seed, 'counter', counter.id)
    const courses = directionCourses(counter.kind)
    const gaps = new Gaps(key, 0.006, 40)
    return directions.map((direction, index) => ({
      ...kinds[counter.kind],
      id: counter.id,
      direction,
      directionSign: index === 0 ? -1 : 1,
      course: courses[index]!,
      gaps,
      key: hash(key, direction),
      hourly: counter.vehiclesPerDay / 48,
      closed: whileBridgeClosed[counter.id] ?? 1,
      times: counter.id === doubledCounter.id && direction === doubledCounter.direction ? 2 : 1,
      wanders: key,
      lastTime: '',
    }))
  })
  const counts = {silent: 0, doubled: 0, overflow: 0}
  for (const {month, from, to} of monthsOf(period, 'kyiv')) {
    const file = outbox.csv(`traffic/traffic-${month}.demo.csv`, header, {delimiter: ';'})
    for (let hour = from; hour < to; hour++) {
      const at = hour - period.firstHour
      const now = offset + at
      const clock = calendar.clock[at]!
      const weekday = calendar.weekday[at]!
      const temperature = weather.temperature[now]!
      const rain = weather.rain[now]!
      // Calendar and weather, without the day's course.
      const city = flow[at]! / courseOf(weekday)[clock]!
      const heat =
        clock >= 8 && clock <= 21 && rain < 0.3 ? Math.max(0, Math.min(1.4, (temperature - 20) / 7)) : 0
      const free = weekday >= 5 ? 1 : 0.4
      const isClosed = calendar.day[at]! >= bridgeClosed.from && calendar.day[at]! < bridgeClosed.to
      const lorries = lorryCourse(weekday, clock)
      const buses = busCourse(weekday, clock)
      const cycles = cycleCourse(clock, temperature, rain)
      const time = kyivHourText(hour)
      for (const line of lines) {
        if (line.gaps.isSilent(hour)) {
          counts.silent++
          continue
        }
        const bits = mix(line.key ^ Math.imul(hour, 0x9e3779b1))
        const [second, third, fourth] = [
          mix(bits ^ 0x2545f491),
          mix(bits ^ 0x51ed270b),
          mix(bits ^ 0x68bc21eb),
        ]
        const closed = isClosed ? line.closed : 1
        // To the sea in the morning, home in the evening.
        const tide = 1 + line.directionSign * (clock < 14 ? 0.45 : clock > 16 ? -0.45 : 0)
        const beach = 1 + line.beach * heat * free * (line.beach > 0.5 ? tide : 1)
        const all =
          line.hourly *
          line.course[weekday]![clock]! *
          city *
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
            `${drawn(line.buses * buses * closed * line.times, third)};${drawn(line.cycles * cycles * beach * closed, fourth)}`,
        )
        if (time === line.lastTime) counts.doubled++
        line.lastTime = time
      }
    }
    outbox.done(file)
  }
  const all = 'traffic/traffic-*.demo.csv'
  return [
    {
      file: all,
      fault: {uk: 'немає годин лічильників', en: 'hours of counters are missing'},
      count: counts.silent,
    },
    {
      file: all,
      fault: {
        uk: 'рядки, час яких уже був: годинник перевели назад',
        en: 'rows whose time was there before: the clocks went back',
      },
      count: counts.doubled,
    },
    {
      file: all,
      fault: {uk: 'комірки 65535: лічильник переповнено', en: 'cells 65535: the register ran over'},
      count: counts.overflow,
    },
  ]
}

/** A whole count about a mean, as scattered as one of Poisson: the four bytes of random bits make a near-normal draw. */
function drawn(mean: number, bits: number): number {
  const deviate = ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510) / 148
  const count = Math.round(mean + Math.sqrt(mean) * deviate)
  return count > 0 ? count : 0
}
