import {beforeAll, describe, expect, test} from 'vitest'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {type MadeFiles, madeFiles, testScope} from '../sensors/test/made-files.fixture.ts'
import {levelGauges} from './gauge-table.ts'
import {rainField} from './rain-field.ts'
import {water} from './water.chapter.ts'
import {waterFaults} from './water-faults.ts'
import {type WaterFlows, waterFlows} from './water-levels.ts'

let made: MadeFiles
const scope = testScope()
const {springFlood, cloudburst} = scope.events
const period = sensorPeriod(scope)
const steps = period.hours * 6

const one = async (sql: string) => Number(Object.values((await made.ask(sql))[0]!)[0])
const column = async <T>(sql: string) => (await made.ask(sql)).map(row => Object.values(row)[0] as T)
const instant = (day: number, minutes = 0) => `'${new Date((day * 1440 + minutes) * 60_000).toISOString()}'`

beforeAll(async () => {
  made = await madeFiles([water], scope)
  await made.ask(`
    create table levels as select row_number() over () as line, gauge_id as id, observed_at::timestamptz as moment, level_cm::int as cm
    from made('water/levels-*')`)
  await made.ask(`create table sound as from levels where cm between 0 and 1000`)
  await made.ask(`
    create table rain as select gauge_id as id, observed_at::timestamptz as moment, rain_mm::double as mm from made('water/rain-*')`)
})

/** Highest level of each gauge between two days, and the minutes after the first at which it stood. */
const crests = async (from: number, to: number) =>
  new Map(
    (
      await made.ask<{id: string; cm: number; minutes: number; before: number}>(`
        select id, max(cm) as cm, epoch(arg_max(moment, cm))::bigint / 60 - ${from * 1440} as minutes, arg_min(cm, moment) as before
        from sound where moment >= ${instant(from)} and moment < ${instant(to)} group by id`)
    ).map(row => [row.id, {...row, minutes: Number(row.minutes)}]),
  )

describe('every reading is there once', () => {
  test('levels', async () => {
    const file = 'water/levels-*.demo.csv'
    expect(await one('select count(*) from levels')).toBe(
      12 * steps - made.dirtOf(file, 'readings of levels are missing') + made.dirtOf(file, 'rows sent twice'),
    )
    expect(await one('select count(*) - count(distinct (id, moment)) from levels')).toBe(
      made.dirtOf(file, 'rows sent twice'),
    )
  })

  test('rain', async () => {
    expect(await one('select count(*) from rain')).toBe(
      6 * steps - made.dirtOf('water/rain-*.demo.csv', 'readings of rain are missing'),
    )
    expect(await one('select count(*) - count(distinct (id, moment)) from rain')).toBe(0)
  })

  test('dirt is there as often as the chapter says', async () => {
    const file = 'water/levels-*.demo.csv'
    expect(await one('select count(distinct (id, moment)) from levels where cm = -9999')).toBe(
      made.dirtOf(file, 'code −9999 instead of a level'),
    )
    expect(await one('select count(distinct (id, moment)) from levels where cm > 1000')).toBe(
      made.dirtOf(file, 'false echo: a level above 12 m'),
    )
    expect(made.dirtOf(file, 'code −9999 instead of a level')).toBeGreaterThan(100)
    expect(await one('select count(*) from levels where cm < 0 and cm <> -9999')).toBe(0)
  })
})

describe('rain gauges agree with the weather', () => {
  test('each year’s sum, and the tips are whole buckets', async () => {
    const weather = scope.weather()
    const {blocked} = waterFaults(scope)
    const whole = weather.rain
      .slice(period.firstHour - weather.firstHour)
      .reduce((sum, hour) => sum + hour, 0)
    const sums = await made.ask<{id: string; mm: number}>(
      `select id, sum(mm) as mm from rain group by id order by id`,
    )
    for (const {id, mm} of sums) {
      expect(mm / whole).toBeGreaterThan(id === blocked.gauge ? 0.6 : 0.8)
      expect(mm / whole).toBeLessThan(1.2)
    }
    const open = sums.filter(({id}) => id !== blocked.gauge)
    expect(Math.abs(open.reduce((sum, {mm}) => sum + mm, 0) / open.length / whole - 1)).toBeLessThan(0.06)
    expect(await one('select count(*) from rain where abs(mm * 5 - round(mm * 5)) > 1e-9')).toBe(0)
  })

  test('days that were wet for one were wet for all, and showers differ more than the rain of fronts', async () => {
    const [row] = await made.ask<Record<string, number>>(`
      with days as (select moment::date as day, id, sum(mm) as mm from rain where id <> 'RG-4' group by all),
      spread as (select day, avg(mm) as middle, stddev_pop(mm) / avg(mm) as spread from days group by day having avg(mm) > 4)
      select avg(spread) filter (where month(day) in (6, 7, 8)) as summer, avg(spread) filter (where month(day) in (11, 12, 1, 2)) as winter from spread`)
    expect(row!.summer).toBeGreaterThan(row!.winter!)
    expect(row!.winter).toBeLessThan(0.35)
  })
})

describe('two floods', () => {
  const river = ['WL-02', 'WL-03', 'WL-04', 'WL-05']
  const streams = ['WL-07', 'WL-08', 'WL-09', 'WL-10', 'WL-12']
  const gaugeOf = (id: string) => levelGauges.find(gauge => gauge.id === id)!

  test('in spring the river rises for two days and falls for a week, above danger everywhere', async () => {
    const crest = await crests(springFlood.from, springFlood.to)
    for (const id of ['WL-01', ...river, 'WL-06']) {
      const {cm, minutes, before} = crest.get(id)!
      expect(cm).toBeGreaterThan(gaugeOf(id).dangerCm!)
      expect(Math.floor(minutes / 1440)).toBe(springFlood.peak - springFlood.from)
      const end = await one(
        `select median(cm) from sound where id = '${id}' and moment between ${instant(springFlood.to - 1)} and ${instant(springFlood.to)}`,
      )
      // A week after its crest the river is back within a seventh of its rise.
      expect(end - before).toBeLessThan((cm - before) / 7)
    }
  })

  test('its crest travels downstream, later and lower from gauge to gauge', async () => {
    const crest = await crests(springFlood.from, springFlood.to)
    // A flat crest of whole centimetres: the middle of the time it stands there.
    const middles = await Promise.all(
      river.map(id =>
        one(
          `select avg(epoch(moment)) / 60 from sound where id = '${id}' and cm >= ${crest.get(id)!.cm - 1} and moment between ${instant(springFlood.from)} and ${instant(springFlood.to)}`,
        ),
      ),
    )
    for (let index = 1; index < river.length; index++) {
      expect(middles[index]! - middles[index - 1]!).toBeGreaterThan(10)
      expect(middles[index]! - middles[index - 1]!).toBeLessThan(180)
      expect(crest.get(river[index]!)!.cm).toBeLessThan(crest.get(river[index - 1]!)!.cm)
    }
  })

  test('no water is lost on the way, and runoff is a believable share of what fell', () => {
    const rain = rainField(scope.seed, period, scope.weather(), scope.events)
    const {flows} = waterFlows(scope.seed, period, hourCalendar(period), scope.weather(), rain)
    const [from, to] = [springFlood.from, springFlood.to].map(day => (day * 24 - period.firstHour) * 6) as [
      number,
      number,
    ]
    const volume = (name: keyof WaterFlows, a = from, b = to) =>
      flows[name].slice(a, b).reduce((sum, flow) => sum + flow * 600, 0)
    expect(volume('meadows') / (volume('belowDam') + volume('northern') + volume('farBank'))).toBeCloseTo(
      1,
      2,
    )
    expect(volume('northBridge') / volume('meadows')).toBeCloseTo(1, 2)
    expect(volume('southBridge') / (volume('northBridge') + volume('lower'))).toBeCloseTo(1, 2)
    expect(volume('mouth') / volume('southBridge')).toBeCloseTo(1, 2)
    expect(volume('lower')).toBeGreaterThan(volume('upper'))
    // Streams in the cloudburst: between a sixth and two thirds of the rain on 6 km² ran off.
    const [start, end] = [cloudburst.day, cloudburst.day + 2].map(
      day => (day * 24 - period.firstHour) * 6,
    ) as [number, number]
    const fallen =
      (rain[1]!.slice(start, end).reduce((sum, mm) => sum + mm, 0) * 3.1 +
        rain[3]!.slice(start, end).reduce((sum, mm) => sum + mm, 0) * 2.9) *
      1000
    const share = volume('lower', start, end) / fallen
    expect(share).toBeGreaterThan(1 / 6)
    expect(share).toBeLessThan(2 / 3)
  })

  test('the cloudburst: streams rise above danger within the hour, the river by a metre, the reservoir hardly', async () => {
    const crest = await crests(cloudburst.day, cloudburst.day + 1)
    const peak = cloudburst.peakMinute - cloudburst.day * 1440
    const moved = waterFaults(scope).moved
    for (const id of streams) {
      const {cm, minutes} = crest.get(id)!
      expect(cm - (id === moved.gauge ? moved.centimetres : 0)).toBeGreaterThan(gaugeOf(id).dangerCm!)
      expect(minutes - peak).toBeGreaterThan(-20)
      expect(minutes - peak).toBeLessThan(100)
    }
    // The lower gauge of the central stream follows the upper one.
    expect(crest.get('WL-09')!.minutes).toBeGreaterThanOrEqual(crest.get('WL-08')!.minutes)
    const rise = (id: string) => crest.get(id)!.cm - crest.get(id)!.before
    expect(rise('WL-03')).toBeGreaterThan(50)
    expect(rise('WL-05')).toBeGreaterThan(40)
    expect(rise('WL-05')).toBeLessThan(130)
    expect(rise('WL-01')).toBeLessThan(15)
    expect(rise('WL-02')).toBeLessThan(30)
    // The wave from the streams passes the bridges one after the other.
    expect(crest.get('WL-04')!.minutes).toBeGreaterThan(crest.get('WL-03')!.minutes)
    expect(crest.get('WL-05')!.minutes).toBeGreaterThan(crest.get('WL-04')!.minutes)
  })

  test('on other days danger is not near', async () => {
    const days = await column<string>(`
      select distinct id from sound where not moment between ${instant(springFlood.from)} and ${instant(springFlood.to)}
      and not moment between ${instant(cloudburst.day)} and ${instant(cloudburst.day + 1)}
      and (id in ('WL-02', 'WL-03', 'WL-04', 'WL-05') and cm > 210)`)
    expect(days).toEqual([])
  })
})

describe('the sea', () => {
  test('southerly wind piles it up, northerly wind drives it off; it swings in hours', async () => {
    const weather = scope.weather()
    const levels = await made.ask<{hour: number; cm: number}>(
      `select (epoch(moment) / 3600)::int as hour, avg(cm) as cm from sound where id = 'WL-11' group by hour order by hour`,
    )
    const blown = (isSouth: boolean) => {
      const cm = levels.flatMap(({hour, cm}) => {
        const at = hour - weather.firstHour
        const southerly = -Math.cos((weather.windFrom[at]! * Math.PI) / 180) * weather.windSpeed[at]!
        return (isSouth ? southerly > 6 : southerly < -6) ? [cm] : []
      })
      expect(cm.length).toBeGreaterThan(30)
      return cm.reduce((sum, value) => sum + value, 0) / cm.length
    }
    expect(blown(true) - blown(false)).toBeGreaterThan(20)
    expect(Math.abs(levels.reduce((sum, {cm}) => sum + cm, 0) / levels.length - 500)).toBeLessThan(10)
    // The swing of the shelf: five and a half hours, stronger than its neighbours in the spectrum.
    const centred = levels.map(
      ({cm}, index) =>
        cm - (levels[Math.max(0, index - 12)]!.cm + levels[Math.min(levels.length - 1, index + 12)]!.cm) / 2,
    )
    const power = (hours: number) => {
      let [a, b] = [0, 0]
      for (let index = 0; index < centred.length; index++) {
        a += centred[index]! * Math.cos((2 * Math.PI * index) / hours)
        b += centred[index]! * Math.sin((2 * Math.PI * index) / hours)
      }
      return a * a + b * b
    }
    expect(power(33.1 / 6)).toBeGreaterThan(4 * power(7.3))
  })
})

describe('what is hidden can be found in the files', () => {
  test('WL-07 jumps by 42 cm on a dry day and stays there; no other gauge does', async () => {
    const {moved} = waterFaults(scope)
    const jumps = await made.ask<{id: string; moment: Date; jump: number}>(`
      with days as (select id, moment::date as day, median(cm) as cm from sound where id in ('WL-07', 'WL-08', 'WL-09', 'WL-10', 'WL-12') group by all),
      wet as (select moment::date as day, sum(mm) as mm from rain where id <> 'RG-4' group by all),
      steps as (
        select id, days.day, cm - lag(cm) over w as jump, lead(cm, 6) over w - lag(cm) over w as later, mm + lag(mm) over w as mm
        from days join wet using (day) window w as (partition by id order by days.day))
      select id, day as moment, jump from steps where abs(jump) > 20 and abs(later - jump) < 8 and mm < 1`)
    expect(jumps.map(({id}) => id)).toEqual([moved.gauge])
    expect(Math.abs(jumps[0]!.jump - moved.centimetres)).toBeLessThan(3)
    expect(Math.abs(jumps[0]!.moment.getTime() / 600_000 - moved.fromStep)).toBeLessThan(144)
  })

  test('RG-4 counts nothing for three weeks in which all others count the cloudburst', async () => {
    const burst = await made.ask<{id: string; mm: number}>(
      `select id, sum(mm) as mm from rain where moment >= ${instant(cloudburst.day)} and moment < ${instant(cloudburst.day + 1)} group by id order by id`,
    )
    expect(burst.filter(({mm}) => mm === 0).map(({id}) => id)).toEqual(['RG-4'])
    const others = burst.filter(({mm}) => mm > 0).map(({mm}) => mm)
    expect(others).toHaveLength(5)
    expect(Math.min(...others)).toBeGreaterThan(45)
    expect(Math.abs(others.reduce((sum, mm) => sum + mm, 0) / 5 - 74)).toBeLessThan(10)
    const dry = await made.ask<{id: string; days: number}>(`
      with days as (select id, moment::date as day, sum(mm) as mm from rain group by all),
      wet as (select day from days where id <> 'RG-4' group by day having min(mm) > 1),
      missed as (select * from days join wet using (day) where mm = 0)
      select id, count(*)::int as days from missed group by id`)
    expect(dry.map(({id}) => id)).toEqual(['RG-4'])
  })
})

test('the same files twice', async () => {
  const again = await madeFiles([water], testScope())
  expect(again.files).toEqual(made.files)
})
