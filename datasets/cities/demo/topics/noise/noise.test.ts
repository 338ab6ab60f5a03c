import {beforeAll, describe, expect, test} from 'vitest'
import {isoDate} from '../../tools/time/days.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {type MadeFiles, madeFiles, testScope} from '../sensors/test/made-files.fixture.ts'
import {decibelsOf, energyOf} from './decibels.ts'
import {noise} from './noise.chapter.ts'

let made: MadeFiles
const scope = testScope()
const {bridgeClosed} = scope.events
const period = sensorPeriod(scope)
const file = 'noise/noise-*.demo.csv'
const one = async (sql: string) => Number(Object.values((await made.ask(sql))[0]!)[0])

beforeAll(async () => {
  made = await madeFiles([noise], scope)
  await made.ask(`
    create table noise as select station_id as id, (observed_at::timestamptz at time zone 'Europe/Kyiv') as clock,
      observed_at, laeq::double as laeq, l90::double as l90 from made('noise/noise-*')`)
  await made.ask('create table sound as from noise where laeq > 0 and laeq >= l90 and laeq <> 94')
})

test('levels add up as energies', () => {
  expect(decibelsOf(energyOf(60) + energyOf(60))).toBeCloseTo(63.01, 2)
  expect(decibelsOf(energyOf(60) + energyOf(50))).toBeCloseTo(60.41, 2)
})

test('every hour is there once, and dirt as often as the chapter says', async () => {
  expect(await one('select count(*) from noise')).toBe(
    10 * period.hours - made.dirtOf(file, 'hours of stations are missing'),
  )
  expect(await one('select count(*) - count(distinct (id, observed_at)) from noise')).toBe(0)
  expect(await one('select count(*) from noise where l90 > laeq')).toBe(
    made.dirtOf(file, 'rows in which LAeq and L90 have changed places'),
  )
  expect(await one('select count(*) from noise where laeq = 0 and l90 = 0')).toBe(
    made.dirtOf(file, 'rows of zeros: the microphone is off'),
  )
  expect(await one('select count(*) from noise where laeq = 94 and l90 = 94')).toBe(
    made.dirtOf(file, 'rows with the calibrator’s 94.0 dB'),
  )
  expect(await one('select min(laeq - l90) from sound')).toBeGreaterThan(0)
})

describe('noise behaves as noise does', () => {
  const mean = async (id: string, where = 'true', what = 'laeq') =>
    one(`select 10 * log10(avg(pow(10, ${what} / 10))) from sound where id = '${id}' and ${where}`)

  test('avenues are loud by day, courtyards and gardens quiet at night', async () => {
    const day = 'hour(clock) between 7 and 18'
    const night = '(hour(clock) >= 23 or hour(clock) < 6)'
    expect(await mean('NS-02', day)).toBeGreaterThan(65)
    expect(await mean('NS-02', day)).toBeLessThan(74)
    expect((await mean('NS-02', day)) - (await mean('NS-02', night))).toBeGreaterThan(4)
    expect(await mean('NS-07', night)).toBeLessThan(45)
    expect(await mean('NS-06', day)).toBeGreaterThan(await mean('NS-07', day))
  })

  test('freight trains make the nights of the goods line louder than its days', async () => {
    expect(
      (await mean('NS-08', 'hour(clock) between 1 and 3')) -
        (await mean('NS-08', 'hour(clock) between 11 and 13')),
    ).toBeGreaterThan(2)
  })

  test('a ship being loaded is heard for days, at night as well', async () => {
    const nights = await made.ask<{l90: number}>(
      `select median(l90) as l90 from sound where id = 'NS-03' and hour(clock) between 1 and 4 group by clock::date order by 1`,
    )
    const at = (share: number) => nights[Math.floor(nights.length * share)]!.l90
    expect(at(0.85) - at(0.15)).toBeGreaterThan(5)
  })

  test('under the curfew avenues are as quiet as they never were before the war', async () => {
    for (const id of ['NS-02', 'NS-10'])
      expect(
        (await mean(id, 'hour(clock) in (7, 8, 9)', 'laeq')) - (await mean(id, 'hour(clock) in (1, 2, 3)')),
      ).toBeGreaterThan(15)
  })

  test('weekends are quieter by day', async () => {
    expect(
      (await mean('NS-10', 'isodow(clock) < 6 and hour(clock) in (8, 17)')) -
        (await mean('NS-10', 'isodow(clock) = 7 and hour(clock) in (8, 17)')),
    ).toBeGreaterThan(1.5)
  })
})

describe('what is hidden can be found in the files', () => {
  test('the beaches are loud on Fridays and Saturdays in summer, and silent once the curfew has begun', async () => {
    const beaches = async (hours: string) =>
      made.ask<{id: string; free: number; other: number}>(`
        with hours as (
          select id, isodow(clock - interval 12 hour) in (5, 6) as is_free, median(laeq) as laeq
          from sound where month(clock) in (6, 7, 8) and hour(clock) in (${hours}) group by id, is_free)
        select id, max(laeq) filter (where is_free) as free, max(laeq) filter (where not is_free) as other from hours group by id order by free - other desc`)
    const evenings = await beaches('20, 21, 22')
    const loud = evenings.slice(0, 2)
    expect(loud.map(({id}) => id).sort()).toEqual(['NS-04', 'NS-05'])
    for (const {free, other} of loud) {
      expect(free).toBeGreaterThan(66.5)
      expect(free).toBeLessThan(70.5)
      expect(Math.abs(free - other - 8.4)).toBeLessThan(1)
    }
    expect(evenings[2]!.free - evenings[2]!.other).toBeLessThan(3)
    for (const {id, free, other} of await beaches('0, 1, 2, 3')) {
      expect(Math.abs(free - other)).toBeLessThan(2.5)
      if (id === 'NS-04' || id === 'NS-05') expect(Math.abs(free - 39)).toBeLessThan(1.5)
    }
  })

  test('it was quieter by the closed bridge', async () => {
    const isClosed = `clock >= '${isoDate(bridgeClosed.from)}' and clock < '${isoDate(bridgeClosed.to)}'`
    const changes = await made.ask<{id: string; change: number}>(`
      select id, avg(laeq) filter (where ${isClosed}) - avg(laeq) filter (where not (${isClosed})) as change
      from sound where hour(clock) between 7 and 20 and clock between '${isoDate(bridgeClosed.from - 28)}' and '${isoDate(bridgeClosed.to + 28)}'
      group by id order by change`)
    expect(changes[0]!.id).toBe('NS-01')
    expect(changes[0]!.change).toBeLessThan(-3.5)
    expect(changes[0]!.change).toBeGreaterThan(-6)
  })
})

test('the same files twice', async () => {
  const again = await madeFiles([noise], testScope())
  expect(again.files).toEqual(made.files)
})
