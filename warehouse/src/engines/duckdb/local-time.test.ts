import {afterAll, beforeAll, expect, test} from 'vitest'
import {dataFolder} from '../../../test/city.fixture.ts'
import {openWarehouse, type Warehouse} from '../../warehouse.ts'
import {makeLocalTime} from './local-time.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse(dataFolder())
})
afterAll(() => warehouse.close())

test.each([
  ['Europe/Kyiv', '2026-10-25 01:59:59.5+00', '2026-10-25 03:59:59.5'],
  ['Europe/Kyiv', '2026-10-25 01:00:00+00', '2026-10-25 03:00:00'],
  ['Europe/London', '2026-03-29 01:00:00+00', '2026-03-29 02:00:00'],
  ['Asia/Kathmandu', '2026-01-01 00:00:00+00', '2026-01-01 05:45:00'],
])('in %s %s is %s, whether the zone was named or not', async (zone, instant, wall) => {
  for (const zones of [[], ['Europe/Kyiv', 'Europe/London', 'Europe/Kyiv']]) {
    await makeLocalTime(zones, warehouse)
    const rows = await warehouse.rows(
      `select local_time(instant, zone)::varchar as wall, instant_of(local_time(instant, zone), zone) = instant as is_back from (values (timestamptz '${instant}', '${zone}')) t(instant, zone)`,
    )
    expect(rows).toEqual([{wall, is_back: true}])
  }
})

/** Half an hour of summer time, clocks changed four times a year, a day that never was, minutes and seconds odd. */
const odd = [
  'Europe/Kyiv',
  'Europe/Dublin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Monrovia',
  'America/Caracas',
  'Asia/Pyongyang',
  'Antarctica/Troll',
  'UTC',
]

test.each(odd)('in %s times of all years, and of those beyond, are as the rules have them', async zone => {
  await makeLocalTime([zone], warehouse)
  // 1986–2056 by steps that meet every quarter of an hour of a day, and a second before each; then the ends of time.
  const times = `
    select unnest([make_timestamptz(us), make_timestamptz(us - 1000000)]) as instant
    from range(epoch_us(timestamptz '1986-01-01 00:00:00+00'), epoch_us(timestamptz '2056-01-01 00:00:00+00'), 26100000000) r(us)
    union all select unnest([timestamptz '0001-01-01', timestamptz '9999-12-31', timestamptz 'infinity', timestamptz '-infinity', null])`
  const [row] = await warehouse.rows(`
    select count(*)::double as n,
      count(*) filter (where local_time(instant, '${zone}') is distinct from instant at time zone '${zone}')::double as locals,
      count(*) filter (where instant_of(wall, '${zone}') is distinct from wall at time zone '${zone}')::double as instants
    from (select instant, instant at time zone 'UTC' as wall from (${times}))`)
  expect(row).toEqual({n: 2 * Math.ceil((25_567 * 96) / 29) + 5, locals: 0, instants: 0})
})

test('around every change of clocks every tenth minute, and a second before it, is as the rules have it', async () => {
  await makeLocalTime(odd, warehouse)
  for (const zone of odd) {
    const [row] = await warehouse.rows(`
      with day as (select make_timestamptz(us) as midnight from range(epoch_us(timestamptz '1989-12-20 00:00:00+00'), epoch_us(timestamptz '2050-01-10 00:00:00+00'), 86400000000) r(us)),
      change as (select midnight from day where (midnight at time zone '${zone}') - (midnight at time zone 'UTC')
        <> ((midnight + interval 24 hour) at time zone '${zone}') - ((midnight + interval 24 hour) at time zone 'UTC')),
      time as (select midnight + to_seconds(second) as instant, (midnight at time zone 'UTC') + to_seconds(second) as wall
        from change, (select unnest([600 * i, 600 * i - 1]) as second from range(-288, 432) r(i)))
      select count(*) filter (where local_time(instant, '${zone}') <> instant at time zone '${zone}')::double as locals,
        count(*) filter (where instant_of(wall, '${zone}') <> wall at time zone '${zone}')::double as instants from time`)
    expect(row, zone).toEqual({locals: 0, instants: 0})
  }
})
