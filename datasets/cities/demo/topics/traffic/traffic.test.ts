import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {isoDate} from '../../tools/time/days.ts'
import {air} from '../air/air.chapter.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {type MadeFiles, madeFiles, testScope} from '../sensors/test/made-files.fixture.ts'
import {type Row, storedEntries} from '../transit/test/stored-entries.fixture.ts'
import {transit} from '../transit/transit.chapter.ts'
import {traffic} from './traffic.chapter.ts'
import {trafficCounterRegister} from './traffic-counters.chapter.ts'

let made: MadeFiles
const scope = testScope()
const {bridgeClosed} = scope.events
const period = sensorPeriod(scope)
const file = 'traffic/traffic-*.demo.csv'

const one = async (sql: string) => Number(Object.values((await made.ask(sql))[0]!)[0])
const isClosed = `moment >= '${isoDate(bridgeClosed.from)}' and moment < '${isoDate(bridgeClosed.to)}'`

beforeAll(async () => {
  made = await madeFiles([traffic, trafficCounterRegister, transit, air], scope)
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
        `select count(distinct moment) from counts where (id, moment, direction) in (select (id, moment, direction) from counts group by all having count(*) > 1)
        and moment in ('2025-10-26 03:00', '2026-10-25 03:00')`,
      ),
    ).toBe(2)
    expect(
      await one('select max(rows) from (select count(*) as rows from counts group by id, moment, direction)'),
    ).toBe(2)
    // And the hour that spring has not.
    expect(
      await one(`select count(*) from counts where moment in ('2025-03-30 03:00', '2026-03-29 03:00')`),
    ).toBe(0)
    expect(await one('select count(*) from counts where is_full')).toBe(
      made.dirtOf(file, 'cells 65535: the register ran over'),
    )
    expect(made.dirtOf(file, 'cells 65535: the register ran over')).toBeGreaterThan(3)
    expect(await one('select max(cars) from counts where not is_full')).toBeLessThan(4000)
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
    expect(all(8, true)).toBeLessThan(0.7 * all(8))
    expect(all(13, true)).toBeGreaterThan(all(8, true))
  })

  test('under the curfew hardly anybody drives: a fiftieth of an hour by day, no bus, no cyclist', async () => {
    const night = 'hour(moment) < 5'
    const day = 'hour(moment) between 10 and 14'
    const mean = async (what: string, where: string) =>
      one(`select avg(${what}) from counts where not is_full and ${where}`)
    expect((await mean('cars', night)) / (await mean('cars', day))).toBeLessThan(0.03)
    expect(await mean('cars', night)).toBeGreaterThan(1)
    expect(await one(`select sum(buses) from counts where ${night}`)).toBe(0)
    expect(await mean('bicycles', night)).toBeLessThan(0.1)
    expect((await mean('trucks', night)) / (await mean('trucks', day))).toBeLessThan(0.03)
    // People hurry home before it and are out again when it ends.
    expect(await mean('cars', 'hour(moment) = 23')).toBeLessThan(
      0.5 * (await mean('cars', 'hour(moment) = 22')),
    )
    expect(await mean('cars', 'hour(moment) = 5')).toBeGreaterThan(
      5 * (await mean('cars', 'hour(moment) = 4')),
    )
  })

  test('holidays are worked: only New Year’s Day is a Sunday, and Easter is quiet', async () => {
    const day = async (...dates: string[]) =>
      one(
        `select sum(cars) / count(distinct moment::date) from counts where id in ('TC-08', 'TC-10', 'TC-12') and not is_full and moment::date in (${dates.map(date => `'${date}'`)})`,
      )
    // Each against the same weekday of the weeks around it.
    const newYear = (await day('2026-01-01')) / (await day('2026-01-15', '2026-01-22'))
    const labour = (await day('2026-05-01')) / (await day('2026-04-24', '2026-05-15'))
    const independence = (await day('2026-08-24')) / (await day('2026-08-17', '2026-08-31'))
    const afterEaster = (await day('2026-04-13')) / (await day('2026-04-06', '2026-04-20'))
    const sunday = (await day('2026-04-19')) / (await day('2026-04-16'))
    expect(Math.abs(newYear - sunday)).toBeLessThan(0.12)
    expect(labour).toBeGreaterThan(0.88)
    expect(labour).toBeLessThan(1)
    expect(independence).toBeGreaterThan(0.9)
    expect(independence).toBeLessThan(1.02)
    expect(afterEaster).toBeLessThan(labour)
    expect(afterEaster).toBeGreaterThan(newYear + 0.1)
  })

  test('what goes in comes out, but for a lasting lean of its own at each counter', async () => {
    const ratios = await made.ask<{id: string; ratio: number; earlier: number; later: number}>(`
      with sums as (
        select id, direction, moment < '2025-11-21' as is_early, avg(cars) as cars from counts where not is_full group by all)
      select id, avg(i.cars) / avg(o.cars) as ratio, avg(i.cars / o.cars) filter (where is_early) as earlier,
        avg(i.cars / o.cars) filter (where not is_early) as later
      from sums i join sums o using (id, is_early) where i.direction = 'in' and o.direction = 'out' and id <> 'TC-11' group by id`)
    expect(ratios).toHaveLength(29)
    const leans = ratios.map(({ratio}) => Math.abs(ratio - 1))
    expect(Math.max(...leans)).toBeLessThan(0.04)
    expect(leans.filter(lean => lean > 0.005).length).toBeGreaterThan(15)
    expect(ratios.some(({ratio}) => ratio > 1.01) && ratios.some(({ratio}) => ratio < 0.99)).toBe(true)
    for (const {earlier, later} of ratios) expect(Math.abs(earlier - later)).toBeLessThan(0.03)
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
  test('the southern bridge was closed: nobody there, 60 % more cars on the other, buses diverted', async () => {
    const empty = await made.ask<{id: string; from: string; to: string; days: number}>(`
      select id, min(day)::text as from, max(day)::text as to, count(*)::int as days from (
        select id, moment::date as day from counts where hour(moment) between 6 and 22 group by all
        having sum(cars + trucks + buses + bicycles) = 0) group by id`)
    expect(empty.map(({id}) => id)).toEqual(['TC-01'])
    const [{from, to, days}] = empty as [(typeof empty)[0]]
    expect([from, to]).toEqual([isoDate(bridgeClosed.from), isoDate(bridgeClosed.to - 1)])
    // Of three weeks, the days that the counter was heard at all.
    expect(days).toBeGreaterThan(16)
    const ratios = await made.ask<{id: string; cars: number; buses: number; usual: number}>(`
      with days as (select *, moment::date between '${from}' and '${to}' as is_closed from counts
        where not is_full and moment::date between date '${from}' - 28 and date '${to}' + 28)
      select id, avg(cars) filter (where is_closed) / avg(cars) filter (where not is_closed) as cars,
        avg(buses) filter (where is_closed) as buses, avg(buses) filter (where not is_closed) as usual from days group by id`)
    const ratio = (id: string) => ratios.find(row => row.id === id)!
    expect([ratio('TC-01').cars, ratio('TC-01').buses]).toEqual([0, 0])
    expect(Math.abs(ratio('TC-02').cars - 1.6)).toBeLessThan(0.12)
    for (const approach of ['TC-03', 'TC-04']) {
      expect(ratio(approach).cars).toBeLessThan(0.5)
      expect(ratio(approach).usual).toBeGreaterThan(10)
      expect(ratio(approach).buses).toBe(0)
    }
    expect(Math.abs(ratio('TC-10').cars - 1)).toBeLessThan(0.1)
    expect(ratio('TC-02').buses).toBeGreaterThan(2 * ratio('TC-02').usual)
    // Away from the river buses go as ever.
    expect(ratio('TC-10').buses / ratio('TC-10').usual).toBeCloseTo(1, 1)
  })

  test('TC-11 counts one direction twice', async () => {
    const ratios = await made.ask<{id: string; ratio: number}>(`
      select id, sum(cars) filter (where direction = 'in') / sum(cars) filter (where direction = 'out') as ratio
      from counts where not is_full group by id order by ratio desc`)
    expect(ratios[0]!.id).toBe('TC-11')
    expect(Math.abs(ratios[0]!.ratio - 2)).toBeLessThan(0.08)
    expect(ratios[1]!.ratio).toBeLessThan(1.04)
  })

  test('heat takes the city to the beach', async () => {
    // By the thermometer of a station of the air; two in the afternoon of summer is 11 UTC.
    const hot = (
      await made.ask<{day: string}>(`
        select observed_at[1:10] as day from made('air/air-*')
        where station_id = 'PR-01' and observed_at[12:13] = '11' and replace(temperature, ',', '.')::double between 26 and 50`)
    ).map(({day}) => `'${day}'`)
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

describe('buses are those of the timetable', () => {
  /** How often a shape leads through a place between the first and the last stop of its runs. */
  function passages(
    points: Row[],
    [firstMetres, lastMetres]: [number, number],
    place: [number, number],
  ): number {
    const line = points.map(
      point =>
        [Number(point.shape_pt_lon), Number(point.shape_pt_lat), Number(point.shape_dist_traveled)] as const,
    )
    return line.slice(1).filter(([lon, lat, metres], index) => {
      const [lon0, lat0, metres0] = line[index]!
      const at = (metres + metres0) / 2
      return (
        metresBetween([(lon + lon0) / 2, (lat + lat0) / 2], place) < 3 &&
        at >= firstMetres &&
        at <= lastMetres
      )
    }).length
  }

  test('at every counter as many as the runs that lead past it, on workdays, Saturdays and Sundays', async () => {
    const register = await made.ask<{counter_id: string; lon: string; lat: string}>(
      `from made('traffic/counters')`,
    )
    const days = await made.ask<{id: string; weekday: number; buses: number}>(`
      with days as (select id, moment::date as day, sum(buses / if(id = 'TC-11', 1.5, 1)) as buses from counts
        where not (${isClosed}) and strftime(moment, '%m-%d') <> '01-01' group by all having count(*) = 48)
      select id, greatest(5, isodow(day)) as weekday, avg(buses) as buses from days group by all`)
    const table = storedEntries(readFileSync(join(made.folder, 'transit/gtfs.demo.zip')))
    const shapes = Map.groupBy(table('shapes.txt'), ({shape_id}) => shape_id!)
    const trips = table('trips.txt')
    const stopsOf = Map.groupBy(table('stop_times.txt'), ({trip_id}) => trip_id!)
    const endsOf = new Map(
      trips.map(({trip_id, shape_id}) => {
        const metres = stopsOf.get(trip_id!)!.map(stop => Number(stop.shape_dist_traveled))
        return [shape_id!, [Math.min(...metres), Math.max(...metres)] as [number, number]]
      }),
    )
    let [served, unserved] = [0, 0]
    for (const {counter_id, lon, lat} of register) {
      const times = new Map(
        [...shapes].map(([shape, points]) => [
          shape,
          passages(points, endsOf.get(shape)!, [Number(lon), Number(lat)]),
        ]),
      )
      const runs: Record<string, number> = {}
      for (const {service_id, shape_id} of trips)
        runs[service_id!] = (runs[service_id!] ?? 0) + times.get(shape_id!)!
      const due = [
        ['workdays', 'daily'],
        ['weekends', 'saturdays', 'daily'],
        ['weekends', 'daily'],
      ].map(services => services.reduce((sum, service) => sum + (runs[service] ?? 0), 0))
      const counted = [5, 6, 7].map(
        weekday => days.find(row => row.id === counter_id && Number(row.weekday) === weekday)!.buses,
      )
      for (const [index, count] of counted.entries()) {
        if (due[index] === 0) expect([counter_id, count]).toEqual([counter_id, 0])
        // One run in eighty does not take place.
        else expect(Math.abs(count / due[index]! - 79 / 80), counter_id).toBeLessThan(0.015)
      }
      if (due[0] === 0) unserved++
      else served++
    }
    expect(served).toBeGreaterThan(10)
    expect(unserved).toBeGreaterThan(3)
  })

  test('more at rush hours than at noon, none at night, and not every hour the same', async () => {
    const hours = await made.ask<{hour: number; mean: number; kinds: number}>(`
      select hour(moment)::int as hour, avg(buses) as mean, count(distinct buses)::int as kinds from counts
      where id = 'TC-01' and not (${isClosed}) and isodow(moment) < 6 group by all order by hour`)
    const at = (hour: number) => hours[hour]!
    expect(at(8).mean).toBeGreaterThan(1.2 * at(12).mean)
    expect(at(12).mean).toBeGreaterThan(1.2 * at(21).mean)
    expect([0, 1, 2, 3, 4].map(hour => at(hour).mean)).toEqual([0, 0, 0, 0, 0])
    expect(at(12).kinds).toBeGreaterThan(3)
  })

  test('on New Year’s Day as on a Sunday, on a holiday of the war as on a workday', async () => {
    const day = async (date: string) =>
      one(`select sum(buses) from counts where id = 'TC-07' and moment::date = '${date}'`)
    const sunday = await day('2026-02-01')
    const workday = await day('2026-02-03')
    expect(workday).toBeGreaterThan(1.15 * sunday)
    expect(Math.abs((await day('2026-01-01')) / sunday - 1)).toBeLessThan(0.03)
    expect(Math.abs((await day('2026-08-24')) / workday - 1)).toBeLessThan(0.03)
  })
})

/** Metres between two places near latitude 45.9, longitude first. */
const metresBetween = ([lon, lat]: readonly [number, number], [lon1, lat1]: readonly [number, number]) =>
  Math.hypot((lon - lon1) * 77_600, (lat - lat1) * 111_150)

test('the same files twice', async () => {
  const again = await madeFiles([traffic], {...testScope(), ground: scope.ground})
  expect(again.files).toEqual(made.files.filter(({path}) => path.startsWith('traffic/traffic-')))
})
