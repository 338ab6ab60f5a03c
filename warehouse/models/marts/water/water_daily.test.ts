import {expect, test} from 'vitest'
import {modelRows} from '../../../test/model-rows.fixture.ts'
import model from './water_daily.ts'

test('a gauge that measures levels and rain has one row a day, one of either has its own', async () => {
  const city = 'lutsk'
  const level = (gauge_id: string) => ({
    city,
    gauge_id,
    hour: '2025-07-01T09:00:00Z',
    level_cm: 120,
    highest_cm: 125,
  })
  const rain = (gauge_id: string, rain_mm: number) => ({
    city,
    gauge_id,
    hour: '2025-07-01T09:00:00Z',
    rain_mm,
  })
  const rows = await modelRows(model, {
    cities: [{city, zone: 'Europe/Kyiv'}],
    water_levels: [level('both'), level('river')],
    rain_hourly: [rain('both', 8), rain('roof', 6), rain('blocked', 0)],
  })
  expect(
    rows.map(row => [row.gauge_id, row.level_cm, row.rain_mm, row.city_rain_mm, row.is_rain_missed]),
  ).toEqual([
    // The median of 0, 6 and 8 is that of the city, and of a gauge that measures no rain.
    ['blocked', null, 0, 6, true],
    ['both', 120, 8, 6, false],
    ['river', 120, 6, 6, null],
    ['roof', null, 6, 6, false],
  ])
})
