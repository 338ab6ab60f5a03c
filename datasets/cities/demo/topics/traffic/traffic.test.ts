import {beforeAll, describe, expect, test} from 'vitest'
import {isoDate} from '../../tools/time/days.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {type MadeFiles, madeFiles, testScope} from '../sensors/test/made-files.fixture.ts'
import {doubledCounter} from './counter-table.ts'
import {traffic} from './traffic.chapter.ts'

let made: MadeFiles
const scope = testScope()
const {bridgeClosed} = scope.events
const period = sensorPeriod(scope)
const file = 'traffic/traffic-*.demo.csv'

const one = async (sql: string) => Number(Object.values((await made.ask(sql))[0]!)[0])
const isClosed = `moment >= '${isoDate(bridgeClosed.from)}' and moment < '${isoDate(bridgeClosed.to)}'`

beforeAll(async () => {
  made = await madeFiles([traffic], scope)
  await made.ask(`
    create table counts as select counter_id as id, counted_at::timestamp as moment, direction,
      cars::int as cars, trucks::int as trucks, buses::int as buses, bicycles::int as bicycles, cars = '65535' as is_full
    from made('traffic/traffic-*')`)
})

describe('every hour is there once, but for what is said', () => {
  test('rows, missing hours and the doubled hour of autumn', async () => {
    expect(await one('select count(*) from counts')).toBe(
      60 * period.hours - made.dirtOf(file, 'hours of counters are missing'),
    )
    expect(await one('select count(*) - count(distinct (id, moment, direction)) from counts')).toBe(
      made.dirtOf(file, 'rows whose time was there before: the clocks went back'),
    )
    expect(
      await one(
        'select count(distinct (moment)) from counts where (id, moment, direction) in (select (id, moment, direction) from counts group by all having count(*) > 1)',
      ),
    ).toBe(2)
    // And the hour that spring has not.
    expect(
      await one(`select count(*) from counts where moment in ('2025-03-30 03:00', '2026-03-29 03:00')`),
    ).toBe(0)
    expect(await one('select count(*) from counts where is_full')).toBe(
      made.dirtOf(file, 'cells 65535: the register ran over'),
    )
    expect(made.dirtOf(file, 'cells 65535: the register ran over')).toBeGreaterThan(3)
  })
})

describe('traffic behaves as traffic does', () => {
  const usual = `not is_full and not (${isClosed}) and month(moment) in (3, 4, 5, 10)`

  test('two peaks on workdays, in opposite directions; one hump at weekends; quiet nights', async () => {
    const hours = await made.ask<{hour: number; isFree: boolean; inwards: number; outwards: number}>(`
      select hour(moment)::int as hour, isodow(moment) > 5 as "isFree", avg(cars) filter (where direction = 'in') as inwards,
        avg(cars) filter (where direction = 'out') as outwards from counts
      where id = 'TC-09' and ${usual} group by all`)
    const at = (hour: number, isFree = false) =>
      hours.find(row => row.hour === hour && row.isFree === isFree)!
    expect(at(8).inwards).toBeGreaterThan(1.4 * at(8).outwards)
    expect(at(17).outwards).toBeGreaterThan(1.2 * at(17).inwards)
    const all = (hour: number, isFree = false) => at(hour, isFree).inwards + at(hour, isFree).outwards
    expect(all(8)).toBeGreaterThan(1.25 * all(11))
    expect(all(17)).toBeGreaterThan(1.25 * all(13))
    expect(all(3)).toBeLessThan(all(8) / 10)
    expect(all(8, true)).toBeLessThan(0.7 * all(8))
    expect(all(13, true)).toBeGreaterThan(all(8, true))
  })

  test('holidays are like Sundays', async () => {
    const day = async (where: string) =>
      one(
        `select sum(cars) / count(distinct moment::date) from counts where id = 'TC-10' and ${where} and not is_full`,
      )
    // 1 May 2026 is a Friday.
    expect(await day(`moment::date = '2026-05-01'`)).toBeLessThan(
      0.85 * (await day(`moment::date in ('2026-04-24', '2026-05-08', '2026-05-15')`)),
    )
  })

  test('what goes in comes out', async () => {
    const ratios = await made.ask<{id: string; ratio: number}>(`
      select id, sum(cars) filter (where direction = 'in') / sum(cars) filter (where direction = 'out') as ratio
      from counts where not is_full group by id`)
    for (const {id, ratio} of ratios)
      if (id !== doubledCounter.id) expect(Math.abs(ratio - 1)).toBeLessThan(0.05)
  })

  test('lorries keep to workdays and to the harbour, cyclists to fine weather', async () => {
    const share = async (id: string) =>
      one(`select sum(trucks) / sum(cars + trucks) from counts where id = '${id}' and not is_full`)
    expect(await share('TC-20')).toBeGreaterThan(4 * (await share('TC-07')))
    expect(
      await one(`select sum(trucks) filter (where isodow(moment) = 7) / sum(trucks) from counts`),
    ).toBeLessThan(0.07)
    expect(
      await one(
        `select sum(bicycles) filter (where month(moment) = 7) / sum(bicycles) filter (where month(moment) = 1) from counts`,
      ),
    ).toBeGreaterThan(3)
  })

  test('the cloudburst keeps people at home', async () => {
    const {cloudburst} = scope.events
    const cars = async (when: string) =>
      one(`select avg(cars) from counts where not is_full and id in ('TC-07', 'TC-09', 'TC-12') and ${when}`)
    const burst = isoDate(cloudburst.day)
    const before = isoDate(cloudburst.day - 7)
    expect(await cars(`moment::date = '${burst}' and hour(moment) in (15, 16, 17)`)).toBeLessThan(
      0.75 * (await cars(`moment::date = '${before}' and hour(moment) in (15, 16, 17)`)),
    )
  })
})

describe('what is hidden can be found in the files', () => {
  test('the southern bridge was closed: nobody there, 60 % more on the other', async () => {
    const ratios = await made.ask<{id: string; ratio: number}>(`
      select id, avg(cars) filter (where ${isClosed}) / avg(cars) filter (where not (${isClosed})) as ratio
      from counts where not is_full and moment between '${isoDate(bridgeClosed.from - 28)}' and '${isoDate(bridgeClosed.to + 28)}' group by id`)
    const ratio = (id: string) => ratios.find(row => row.id === id)!.ratio
    expect(ratio('TC-01')).toBe(0)
    expect(Math.abs(ratio('TC-02') - 1.6)).toBeLessThan(0.12)
    expect(ratio('TC-03')).toBeLessThan(0.5)
    expect(ratio('TC-04')).toBeLessThan(0.5)
    expect(Math.abs(ratio('TC-10') - 1)).toBeLessThan(0.1)
    const empty = await made.ask<{id: string; days: number}>(`
      select id, count(*)::int as days from (select id, moment::date as day from counts group by all having sum(cars + trucks + buses + bicycles) = 0 and count(*) = 48) group by id`)
    expect(empty.map(({id}) => id)).toEqual(['TC-01'])
    // Of three weeks, the days that the counter was heard all through.
    expect(empty[0]!.days).toBeGreaterThan(16)
    expect(empty[0]!.days).toBeLessThanOrEqual(21)
  })

  test('TC-11 counts one direction twice', async () => {
    const ratios = await made.ask<{id: string; ratio: number}>(`
      select id, sum(cars) filter (where direction = 'in') / sum(cars) filter (where direction = 'out') as ratio
      from counts where not is_full group by id order by ratio desc`)
    expect(ratios[0]!.id).toBe('TC-11')
    expect(Math.abs(ratios[0]!.ratio - 2)).toBeLessThan(0.06)
    expect(ratios[1]!.ratio).toBeLessThan(1.06)
  })

  test('heat takes the city to the beach', async () => {
    const weather = scope.weather()
    const hot: string[] = []
    for (let day = scope.today - 500; day < scope.today; day++) {
      const noon = day * 24 + 12 - weather.firstHour
      if (weather.temperature[noon]! > 26 && weather.rain[noon] === 0) hot.push(`'${isoDate(day)}'`)
    }
    expect(hot.length).toBeGreaterThan(30)
    const cars = async (where: string) =>
      one(
        `select avg(cars) from counts where id = 'TC-25' and not is_full and hour(moment) between 10 and 18 and ${where}`,
      )
    const spring = await cars('month(moment) = 4 and isodow(moment) < 6')
    const beach = await cars(`isodow(moment) > 5 and moment::date in (${hot.join(',')})`)
    expect(beach / spring).toBeGreaterThan(1.8)
    expect(beach / spring).toBeLessThan(3.5)
    const hours = async (from: number, to: number, direction: string) =>
      one(
        `select avg(cars) from counts where id = 'TC-25' and direction = '${direction}' and not is_full and hour(moment) between ${from} and ${to} and isodow(moment) > 5 and moment::date in (${hot.join(',')})`,
      )
    expect(await hours(9, 12, 'out')).toBeGreaterThan(1.2 * (await hours(9, 12, 'in')))
    expect(await hours(17, 20, 'in')).toBeGreaterThan(1.2 * (await hours(17, 20, 'out')))
  })
})

test('the same files twice', async () => {
  const again = await madeFiles([traffic], testScope())
  expect(again.files).toEqual(made.files)
})
