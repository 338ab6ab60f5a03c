import {afterAll, beforeAll, expect, test} from 'vitest'
import {dataFolder} from '../../../test/city.fixture.ts'
import {openWarehouse, type Warehouse} from '../../warehouse.ts'
import {localTimeSql} from './local-time.ts'

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
    await warehouse.run(...localTimeSql(zones))
    const rows = await warehouse.rows(
      `select local_time(instant, zone)::varchar as wall, instant_of(local_time(instant, zone), zone) = instant as is_back from (values (timestamptz '${instant}', '${zone}')) t(instant, zone)`,
    )
    expect(rows).toEqual([{wall, is_back: true}])
  }
})
