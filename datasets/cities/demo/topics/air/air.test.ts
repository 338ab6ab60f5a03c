import {beforeAll, describe, expect, test} from 'vitest'
import {dayOf, isoDate} from '../../tools/time/days.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {type MadeFiles, madeFiles, testScope} from '../sensors/test/made-files.fixture.ts'
import {air} from './air.chapter.ts'
import {airFaults} from './air-faults.ts'
import {cityAir} from './city-air.ts'

let made: MadeFiles
const scope = testScope()
const {heatingFailure, steppeFire} = scope.events
const period = sensorPeriod(scope)

/** One value, or one column of values, of an answer. */
const one = async (sql: string) => Number(Object.values((await made.ask(sql))[0]!)[0])
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const column = async (sql: string) => (await made.ask(sql)).map(row => Object.values(row)[0])
const [fireFrom, fireTo] = [isoDate(steppeFire.from), isoDate(steppeFire.to)]

beforeAll(async () => {
  made = await madeFiles([air], scope)
  await made.ask(`
    create table city as select station_id as id, observed_at::timestamptz as moment,
      * exclude (station_id, observed_at) replace (${[
        'pm1',
        'pm25',
        'pm10',
        'no2',
        'o3',
        'so2',
        'co',
        'nox',
        'wind_speed',
        'temperature',
        'humidity',
        'pressure',
      ]
        .map(name => `nullif(replace(${name}, ',', '.')::double, -9999) as ${name}`)
        .join(', ')})
      from made('air/air-*')`)
  await made.ask(`
    create table citizens as select row_number() over () as line, station as id, updated,
      (updated::timestamp at time zone 'Europe/Kyiv') as moment, avgPm10 = '0' and pressure = '0' as is_zero,
      avgPm10::double as pm1, avgPm25::double as pm25, avgPm100::double as pm10, temperature::double as temperature,
      humidity::double as humidity, pressure::double as pressure
      from made('air/lun-*')`)
  await made.ask(`
    create table community as select sensor_id as id, timestamp::timestamptz as moment,
      * exclude (sensor_id, timestamp, P0, P1, P2) replace (try_cast(temperature as double) as temperature, try_cast(humidity as double) as humidity),
      try_cast(P0 as double) as pm1, try_cast(P1 as double) as pm10, try_cast(P2 as double) as pm25
      from made('air/community-*')`)
  // Hours of the city that nothing is wrong with.
  await made.ask(`create table sound as from city where pm25 > 0.2 and temperature < 60`)
})

describe('every reading is there once', () => {
  const perNetwork = {city: 6, citizens: 26, community: 8}

  test.each(Object.entries(perNetwork))('%s', async (network, stations) => {
    expect(await one(`select count(distinct id) from ${network}`)).toBe(stations)
    const rows = await one(`select count(*) from ${network}`)
    const [file, silent, twice] = {
      city: ['air/air-*.demo.csv', 'hours of stations are missing', 'rows sent twice'],
      citizens: ['air/lun-*.demo.csv', 'hours of sensors are missing', ''],
      community: ['air/community-*.demo.csv', 'hours of sensors are missing', 'rows sent twice'],
    }[network as keyof typeof perNetwork] as [string, string, string]
    const doubled = twice ? made.dirtOf(file, twice) : 0
    expect(rows + made.dirtOf(file, silent) - doubled).toBe(stations * period.hours)
  })

  test('no station is in two of the three', async () => {
    expect(
      await one(
        'select count(distinct id) from (select id from city union all select id from citizens union all select id from community)',
      ),
    ).toBe(40)
  })

  test('a file a month, and no row in the wrong one', async () => {
    expect(made.files.map(({path}) => path).filter(path => path.startsWith('air/air-'))).toHaveLength(25)
    expect(
      await one(
        `select count(*) from read_csv('${made.folder}/air/lun-*.demo.csv', all_varchar = true, filename = true) where filename not like '%/lun-' || updated[1:7] || '.demo.csv'`,
      ),
      // The clock that is an hour ahead begins November an hour early.
    ).toBe(1)
  })
})

describe('the air behaves as air does', () => {
  test('a year’s means are those of a coastal city of its size', async () => {
    const [row] = await made.ask<Record<string, number>>(
      `select avg(pm25) as pm25, avg(pm10) as pm10, avg(no2) as no2, avg(o3) as o3, avg(pm1 / pm25) as finest from sound where moment >= '2025-11-21' and not moment between '${fireFrom}' and '${fireTo}'`,
    )
    expect(row!.pm25).toBeGreaterThan(10)
    expect(row!.pm25).toBeLessThan(22)
    expect(row!.pm10! / row!.pm25!).toBeGreaterThan(1.3)
    expect(row!.pm10! / row!.pm25!).toBeLessThan(2.4)
    expect(row!.no2).toBeGreaterThan(12)
    expect(row!.no2).toBeLessThan(35)
    expect(row!.o3).toBeGreaterThan(38)
    expect(row!.o3).toBeLessThan(70)
    expect(row!.finest).toBeGreaterThan(0.5)
    expect(row!.finest).toBeLessThan(0.9)
  })

  test('wind disperses, ozone and nitrogen dioxide exchange, stations agree, hours resemble each other', async () => {
    const [row] = await made.ask<Record<string, number>>(`
      select corr(wind_speed, pm25) filter (where month(moment) in (11, 12, 1, 2)) as wind,
        corr(o3, no2) as exchange, corr(pm25, next) as persistence from (
        select *, lead(pm25) over (partition by id order by moment) as next from sound where id = 'PR-01')`)
    expect(row!.wind).toBeLessThan(-0.3)
    expect(row!.exchange).toBeLessThan(-0.3)
    expect(row!.persistence).toBeGreaterThan(0.9)
    expect(
      await one(
        `select corr(a.pm25, b.pm25) from sound a join sound b on a.moment = b.moment and a.id = 'PR-01' and b.id = 'PR-05'`,
      ),
    ).toBeGreaterThan(0.7)
  })

  test('rush hours on the avenue, a quiet Sunday, stoves on winter evenings', async () => {
    const no2 = async (where: string) =>
      one(`select avg(no2) from sound where id = 'PR-04' and month(moment) in (4, 5, 6, 9, 10) and ${where}`)
    const clock = `hour(moment at time zone 'Europe/Kyiv')`
    const weekday = `isodow(moment at time zone 'Europe/Kyiv')`
    expect(await no2(`${weekday} < 6 and ${clock} in (8, 9)`)).toBeGreaterThan(
      1.4 * (await no2(`${weekday} < 6 and ${clock} in (3, 4)`)),
    )
    expect(await no2(`${weekday} < 6 and ${clock} in (8, 9)`)).toBeGreaterThan(
      1.4 * (await no2(`${weekday} = 7 and ${clock} in (8, 9)`)),
    )
    const garden = async (months: string, hours: string) =>
      one(
        `select avg(pm25) from citizens where id = 'CS-19' and month(moment) in (${months}) and ${clock} in (${hours}) and not is_zero`,
      )
    expect(await garden('12, 1, 2', '19, 20, 21')).toBeGreaterThan(
      1.15 * (await garden('12, 1, 2', '12, 13, 14')),
    )
    expect(await garden('12, 1, 2', '19, 20, 21')).toBeGreaterThan(2.5 * (await garden('6, 7', '19, 20, 21')))
  })

  test('ozone is a matter of summer afternoons', async () => {
    const ozone = async (where: string) => one(`select avg(o3) from sound where ${where}`)
    expect(await ozone('month(moment) in (6, 7) and hour(moment) in (11, 12, 13)')).toBeGreaterThan(
      1.5 * (await ozone('month(moment) in (6, 7) and hour(moment) in (2, 3)')),
    )
    expect(await ozone('month(moment) in (6, 7)')).toBeGreaterThan(
      1.4 * (await ozone('month(moment) in (12, 1)')),
    )
  })

  test('avenue, harbour and shore differ as they should', async () => {
    const of = async (property: string, id: string) =>
      one(`select avg(${property}) from sound where id = '${id}'`)
    expect(await of('no2', 'PR-04')).toBeGreaterThan(1.7 * (await of('no2', 'PR-06')))
    expect(await of('so2', 'PR-02')).toBeGreaterThan(1.5 * (await of('so2', 'PR-06')))
    expect(await of('pm10 - pm25', 'PR-02')).toBeGreaterThan(1.4 * (await of('pm10 - pm25', 'PR-06')))
    expect(await of('o3', 'PR-06')).toBeGreaterThan(await of('o3', 'PR-04'))
  })

  test('boxes of residents’ sensors have each an offset of its own, and some stand in the sun', async () => {
    const spread = async (column: string) =>
      one(`select stddev_samp(offset_) from (
        select c.id, avg(c.${column} - s.${column}) as offset_ from citizens c join sound s on c.moment = s.moment
          and s.id = 'PR-03' where not c.is_zero and c.humidity <= 100 and hour(c.moment) between 0 and 3 group by c.id)`)
    // Of the box 1.2 °C and 4 %; a warm box is dry besides, and places differ.
    expect(await spread('temperature')).toBeGreaterThan(0.85)
    expect(await spread('temperature')).toBeLessThan(1.8)
    expect(await spread('humidity')).toBeGreaterThan(3)
    expect(await spread('humidity')).toBeLessThan(9)
    // An offset lasts: that of one half-year is that of another.
    const lasting = await one(`
      select corr(early, late) from (
        select c.id, avg(c.temperature - s.temperature) filter (where c.moment < '2025-11-21') as early,
          avg(c.temperature - s.temperature) filter (where c.moment >= '2025-11-21') as late
        from citizens c join sound s on c.moment = s.moment and s.id = 'PR-03'
        where not c.is_zero and hour(c.moment) between 0 and 3 group by c.id)`)
    expect(lasting).toBeGreaterThan(0.97)
    // At noon of summer a third of them read degrees more than at night.
    const sunny = await one(`
      select count(*) from (
        select c.id, avg(c.temperature - s.temperature) filter (where hour(c.moment) between 9 and 11)
          - avg(c.temperature - s.temperature) filter (where hour(c.moment) between 0 and 2) as warmer
        from citizens c join sound s on c.moment = s.moment and s.id = 'PR-03'
        where not c.is_zero and month(c.moment) in (6, 7) group by c.id) where warmer > 2`)
    expect(sunny).toBeGreaterThanOrEqual(4)
    expect(sunny).toBeLessThanOrEqual(14)
  })

  test('low-cost sensors over-read in damp air', async () => {
    const ratio = async (where: string) =>
      one(
        `select avg(c.pm25 / s.pm25) from citizens c join sound s on c.moment = s.moment and c.id = 'CS-07' and s.id = 'PR-03' where c.pm25 > 0.5 and s.pm25 > 3 and ${where}`,
      )
    expect(await ratio('s.humidity > 93')).toBeGreaterThan(1.25 * (await ratio('s.humidity < 70')))
  })

  test('fireworks of New Year’s night, and none under the curfew', async () => {
    const night = (year: number) => {
      const around = sensorPeriod({today: dayOf(year, 1, 20), firstDay: dayOf(year - 1, 12, 1)})
      const told = testScope(`${year}-01-20`)
      const {stoves} = cityAir(1, around, hourCalendar(around), told.weather(), told.events)
      const eve = dayOf(year - 1, 12, 31) * 24 - around.firstHour
      return Math.max(...stoves.slice(eve + 21, eve + 28)) / stoves[eve + 18]!
    }
    // Midnight in Kyiv is 22:00 UTC.
    expect(night(2022)).toBeGreaterThan(3)
    expect(night(2026)).toBeLessThan(2)
    const [row] = await made.ask<Record<string, number>>(`
      select max(pm25) filter (where moment between '2025-12-31 22:00' and '2026-01-01 03:00') as night,
        max(pm25) filter (where moment between '2026-01-01 15:00' and '2026-01-01 23:00') as evening from sound`)
    expect(row!.night).toBeLessThan(1.5 * row!.evening!)
  })

  test('no inversion is a plateau: evenings of stoves and traffic, weak at noon', async () => {
    const days = await made.ask<{id: string; evening: number; noon: number; range: number}>(`
      with clocked as (select *, (moment at time zone 'Europe/Kyiv') as clock from sound),
      calm as (select clock::date as day from clocked group by day having avg(wind_speed) < 1 and avg(pm25) > 35 and max(wind_speed) < 2)
      select id, clock::date as day, avg(pm25) filter (where hour(clock) between 18 and 21) as evening,
        avg(pm25) filter (where hour(clock) between 12 and 14) as noon, max(pm25) / min(pm25) as range
      from clocked join calm on clock::date = day group by all having count(*) = 24`)
    expect(days.length).toBeGreaterThan(60)
    const share = (passes: (day: (typeof days)[0]) => boolean) => days.filter(passes).length / days.length
    expect(share(({evening, noon}) => evening > noon)).toBeGreaterThan(0.75)
    expect(share(({range}) => range > 1.6)).toBeGreaterThan(0.95)
    expect(median(days.map(({range}) => range))).toBeGreaterThan(2)
  })

  test('the heating failed in frost, not in fog: dry and cold', async () => {
    expect(
      await one(
        `select avg(temperature) from sound where moment between '${isoDate(heatingFailure.from)}' and '${isoDate(heatingFailure.to)}'`,
      ),
    ).toBeLessThan(-7)
  })
})

describe('what is hidden can be found in the files', () => {
  test('CS-09 drifts by 1.5 µg/m³ a month, and no other sensor does', async () => {
    // Outside the heating season nothing else pulls two sensors of the estates apart.
    const slopes = await made.ask<{id: string; slope: number}>(`
      with base as (select moment, median(pm25) as middle from citizens where not is_zero group by moment),
      monthly as (
        select id, date_trunc('month', moment) as month, median(pm25 - middle) as difference
        from citizens join base using (moment)
        where moment between '2026-04-01' and '2026-10-01' and humidity < 75 and not is_zero and not moment between '${fireFrom}' and '${fireTo}'
        group by id, month)
      select id, regr_slope(difference, epoch(month) / 86400 / 30.44) as slope from monthly group by id order by slope desc`)
    expect(slopes[0]!.id).toBe('CS-09')
    expect(Math.abs(slopes[0]!.slope - 1.5)).toBeLessThan(0.35)
    expect(Math.max(...slopes.slice(1).map(({slope}) => Math.abs(slope)))).toBeLessThan(0.7)
  })

  test('CS-14 repeats itself for four days, and no other sensor does', async () => {
    const runs = await made.ask<{id: string; hours: number; from: Date}>(`
      with marked as (
        select *,
          sum(is_new::int) over (partition by id order by line) as run
        from (select *, (pm1, pm25, pm10, temperature, humidity, pressure) is distinct from
          lag((pm1, pm25, pm10, temperature, humidity, pressure)) over (partition by id order by line) as is_new
          from citizens where not is_zero))
      select id, count(*)::int as hours, min(moment) as from from marked group by id, run having count(*) > 5`)
    const {stuck} = airFaults(scope)
    expect(runs).toEqual([{id: stuck.station, hours: 96, from: new Date(stuck.from * 3_600_000)}])
  })

  test('CS-20 sends zeros for five weeks', async () => {
    const zeros = await made.ask(
      `select id, count(*)::int as rows, (epoch(max(moment) - min(moment)) / 3600)::int + 1 as hours from citizens where is_zero group by id`,
    )
    expect(zeros).toEqual([{id: 'CS-20', rows: 37 * 24, hours: 37 * 24}])
  })

  test('the clock of CS-03 runs an hour ahead for a month after the change, and no other', async () => {
    const {clock} = airFaults(scope)
    const [from, to] = [clock.from, clock.to].map(hour => new Date(hour * 3_600_000).toISOString())
    const lags = await made.ask<{id: string; ahead: number; right: number}>(`
      with steps as (
        select id, moment, temperature - lag(temperature) over (partition by id order by line) as step from citizens where moment between '${from}' and '${to}'),
      city as (select moment, temperature - lag(temperature) over (order by moment) as step from sound where id = 'PR-03' and moment between '${from}' and '${to}')
      select s.id, corr(s.step, c.step) filter (where s.moment = c.moment + interval 1 hour) as ahead,
        corr(s.step, c.step) filter (where s.moment = c.moment) as right
      from steps s join city c on s.moment between c.moment and c.moment + interval 1 hour group by s.id`)
    expect(lags.filter(({ahead, right}) => ahead > right).map(({id}) => id)).toEqual(['CS-03'])
  })

  test('CS-18 reads most before dawn in frost, as no other sensor does', async () => {
    const nights = await made.ask<{id: string; ratio: number}>(`
      with clocked as (select id, pm25, hour(moment at time zone 'Europe/Kyiv') as clock from citizens where month(moment) in (12, 1, 2) and not is_zero)
      select id, avg(pm25) filter (where clock between 3 and 6) / avg(pm25) filter (where clock between 18 and 21) as ratio
      from clocked group by id order by ratio desc`)
    expect(nights[0]!.id).toBe('CS-18')
    expect(nights[0]!.ratio).toBeGreaterThan(1)
    expect(nights[1]!.ratio).toBeLessThan(0.95 * nights[0]!.ratio)
    const beside = async (months: string) =>
      one(
        `select avg(a.pm25) / avg(b.pm25) from citizens a join citizens b on a.moment = b.moment and a.id = 'CS-18' and b.id = 'CS-06' where month(a.moment) in (${months}) and hour(a.moment) between 1 and 4`,
      )
    expect(await beside('12, 1, 2')).toBeGreaterThan(1.4)
    // In frost, from four to six, twice what the sensors around it read.
    const [frost] = await made.ask<Record<string, number>>(`
      with clocked as (select *, hour(moment at time zone 'Europe/Kyiv') as clock from citizens where not is_zero),
      cold as (select moment from clocked where id = 'CS-06' and temperature < -2)
      select avg(pm25) filter (where id = 'CS-18' and clock between 4 and 6) as before_dawn,
        avg(pm25) filter (where id = 'CS-18' and clock between 18 and 21) as evening,
        avg(pm25) filter (where id in ('CS-06', 'CS-07', 'CS-08') and clock between 4 and 6) as neighbours
      from clocked semi join cold using (moment)`)
    expect(Math.abs(frost!.before_dawn! / frost!.neighbours! - 2)).toBeLessThan(0.35)
    expect(frost!.before_dawn).toBeGreaterThan(1.2 * frost!.evening!)
    expect(await beside('6, 7')).toBeLessThan(1.25)
  })

  test('the steppe fire: more than 100 µg/m³ at every station for five days, and on no other days', async () => {
    const days = await column(`
      select strftime(moment::date, '%Y-%m-%d') as day from sound group by day having count(distinct id) = 6
      and (select min(m) from (select avg(pm25) as m from sound s where strftime(s.moment::date, '%Y-%m-%d') = day group by id)) > 100 order by day`)
    expect(days.length).toBeGreaterThanOrEqual(4)
    expect(days.length).toBeLessThanOrEqual(5)
    for (const day of days) expect([String(day) >= fireFrom, String(day) < fireTo]).toEqual([true, true])
    const [row] = await made.ask<Record<string, number>>(
      `select avg(pm1 / pm25) as finest, avg(pm10 / pm25) as coarse, median(wind_speed) as wind from sound where moment between '${fireFrom} 12:00' and '${fireTo}'`,
    )
    expect(row!.finest).toBeGreaterThan(0.72)
    expect(row!.coarse).toBeLessThan(1.4)
  })

  test('winter inversions: several times each winter still air holds the dust for days', async () => {
    for (const year of [2024, 2025]) {
      const episodes = await made.ask<{days: number; ozone: number; pressure: number}>(`
        with daily as (
          select moment::date as day, avg(wind_speed) as wind, avg(pm25) as pm25, avg(o3) as o3, avg(pressure) as pressure
          from sound where moment between '${year}-11-01' and '${year + 1}-03-05' group by day),
        marked as (select *, (day - date '2020-01-01') - row_number() over (order by day) as run from daily where wind < 1.2 and pm25 > 30)
        select count(*)::int as days, avg(o3) as ozone, avg(pressure) as pressure from marked group by run having count(*) >= 2`)
      expect(episodes.length).toBeGreaterThanOrEqual(3)
      for (const {ozone, pressure} of episodes) {
        expect(ozone).toBeLessThan(25)
        expect(pressure).toBeGreaterThan(1012)
      }
    }
  })
})

describe('dirt is there as often as the chapter says', () => {
  const counts: [file: string, fault: string, sql: string][] = [
    [
      'air/air-*.demo.csv',
      'cells −9999 while gas analysers were checked',
      `select count(*) filter (where no2 = '-9999') + count(*) filter (where o3 = '-9999') from made('air/air-*')`,
    ],
    ['air/air-*.demo.csv', 'negative PM2.5', 'select count(*) from city where pm25 < 0'],
    [
      'air/air-*.demo.csv',
      'rows with particles in mg/m³ instead of µg/m³',
      `select count(*) from made('air/air-*') where regexp_matches(pm25, '^[0-9]+[.,][0-9]{4}$')`,
    ],
    ['air/air-*.demo.csv', 'rows sent twice', 'select count(*) - count(distinct (id, moment)) from city'],
    [
      'air/air-*.demo.csv',
      '85 °C from a sensor just switched on',
      'select count(*) from city where temperature = 85',
    ],
    [
      'air/lun-*.demo.csv',
      'rows with zeros instead of readings',
      'select count(*) from citizens where is_zero',
    ],
    [
      'air/lun-*.demo.csv',
      'rows whose time was there before: the clocks went back',
      'select count(*) - count(distinct (id, updated)) from citizens',
    ],
    ['air/lun-*.demo.csv', 'humidity of 127 %', 'select count(*) from citizens where humidity = 127'],
    [
      'air/community-*.demo.csv',
      'cells nan',
      `select count(*) filter (where P1 = 'nan') + count(*) filter (where P2 = 'nan') + count(*) filter (where temperature = 'nan') + count(*) filter (where humidity = 'nan') from (select distinct * from made('air/community-*'))`,
    ],
    [
      'air/community-*.demo.csv',
      'rows at the sensor’s limit of 999.9 and 1999.9',
      'select count(distinct (id, moment)) from community where pm25 = 999.9 and pm10 = 1999.9',
    ],
    [
      'air/community-*.demo.csv',
      'rows sent twice',
      'select count(*) - count(distinct (id, moment)) from community',
    ],
  ]

  test.each(counts)('%s: %s', async (file, fault, sql) => {
    expect(made.dirtOf(file, fault)).toBeGreaterThan(10)
    expect(await one(sql)).toBe(made.dirtOf(file, fault))
  })

  test('one month of the city has decimal commas', async () => {
    const {commaMonth} = airFaults(scope)
    expect(await one(`select count(*) from made('air/air-*') where pm25 like '%,%'`)).toBe(
      made.dirtOf(`air/air-${commaMonth}.demo.csv`, 'rows with a decimal comma'),
    )
    expect(await one(`select count(*) from made('air/air-${commaMonth}') where pm25 like '%.%'`)).toBe(0)
  })

  test('by Kyiv’s clocks one hour of autumn is there twice, and one of spring is not', async () => {
    const twice = async (where: string) =>
      column(`
        select distinct updated from (
          select id, updated from citizens where ${where} group by all having count(*) = 2) order by 1`)
    expect(await twice(`id <> 'CS-03'`)).toEqual(['2025-10-26 03:00', '2026-10-25 03:00'])
    // The one that was put back a month late repeats the hour in which that was done.
    expect(await twice(`id = 'CS-03'`)).toEqual(['2025-11-26 14:00', '2026-10-25 03:00'])
    expect(
      await one(`select max(rows) from (select count(*) as rows from citizens group by id, updated)`),
    ).toBe(2)
    expect(
      await one(`select count(*) from citizens where updated in ('2025-03-30 03:00', '2026-03-29 03:00')`),
    ).toBe(0)
  })

  test('no other fault slipped in', async () => {
    expect(
      await one(
        'select count(*) from city where humidity not between 0 and 100 or pm10 not between 0 and 1000 or no2 < 0 or o3 < 0',
      ),
    ).toBe(0)
    expect(
      await one(
        `select count(*) from citizens where not is_zero and (pm25 not between 0 and 1000 or temperature not between -30 and 50 or pressure not between 95000 and 105000)`,
      ),
    ).toBe(0)
  })
})

test('the same files twice', async () => {
  const again = await madeFiles([air], testScope())
  expect(again.files).toEqual(made.files)
})
