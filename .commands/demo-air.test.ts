import {beforeAll, expect, test} from 'vitest'
import {builtDemo} from './test/built-demo.fixture.ts'

// What is hidden in the air of the demo city, found in the tables that everybody reads.
const year = '{2025-11,2025-12,2026-*}'
let demo: Awaited<ReturnType<typeof builtDemo>>

beforeAll(async () => {
  demo = await builtDemo(
    {
      'air-quality': `air/air-${year}.demo.csv`,
      'air-lun': `air/lun-${year}.demo.csv`,
      'air-stations': null,
    },
    '+sensor_health,+air_quality_profiles,+air_quality_episodes',
  )
  return () => demo.close()
})

const column = async (sql: string) => (await demo.rows(sql)).map(row => Object.values(row)[0])

test('CS-09 reads more with every month', async () => {
  expect(await column('select distinct station_id from sensor_health where is_drifting')).toEqual(['CS-09'])
  const [drift] = await column(
    `select pm25_drift from sensor_health where station_id = 'CS-09' and month = '2026-10-01'`,
  )
  expect(Math.abs(Number(drift) - 1.5)).toBeLessThan(0.35)
})

test('CS-14 repeats one reading for four days, CS-20 sends zeros for five weeks, PR-05 spoke in mg/m³ for a day', async () => {
  const hours = (name: string) =>
    demo.rows(
      `select station_id, sum(${name})::int as hours from sensor_health group by station_id having sum(${name}) > 0`,
    )
  expect(await hours('stuck_hours')).toEqual([{station_id: 'CS-14', hours: 96}])
  expect(await hours('offline_hours')).toEqual([{station_id: 'CS-20', hours: 37 * 24}])
  expect(await hours('unit_slip_hours')).toEqual([{station_id: 'PR-05', hours: 24}])
})

test('the clock of CS-03 was an hour ahead in November, and no other', async () => {
  expect(
    await demo.rows(
      'select station_id, cast(month as varchar) as month, clock_hours from sensor_health where clock_hours <> 0',
    ),
  ).toEqual([{station_id: 'CS-03', month: '2025-11-01', clock_hours: 1}])
})

test('CS-18 beside the boiler house has its peak before dawn, in winter alone', async () => {
  const winter = await demo.rows<{station_id: string; ratio: number}>(
    `select station_id, avg(mean) filter (where local_hour between 4 and 6) / avg(mean) filter (where local_hour between 18 and 21) as ratio
     from air_quality_profiles where property = 'pm25' and month_of_year in (12, 1, 2) group by station_id order by ratio desc`,
  )
  expect(winter[0]!.station_id).toBe('CS-18')
  expect(winter[0]!.ratio).toBeGreaterThan(1)
  expect(winter[1]!.ratio).toBeLessThan(0.95 * winter[0]!.ratio)
})

test('the steppe fire is smoke: the longest days above 100 µg/m³ at every station', async () => {
  const days = await column(
    `select cast(date as varchar) from air_quality_city_daily
     where stations_of = 'all' and property = 'pm25' and least > 100 order by date`,
  )
  expect(days).toEqual(['2026-08-22', '2026-08-23', '2026-08-24', '2026-08-25'])
  const smoke = await demo.rows<{first_date: string; highest: number}>(
    `select cast(first_date as varchar) as first_date, highest from air_quality_episodes where looks_like = 'smoke'`,
  )
  expect(smoke.map(({first_date}) => first_date)).toEqual(['2026-08-21'])
  expect(smoke[0]!.highest).toBeGreaterThan(100)
})

test('winter has still air that holds the dust for days, without ozone', async () => {
  const still = await demo.rows<{days: number; ozone: number; month: number}>(
    `select days, ozone, month(first_date)::int as month from air_quality_episodes where looks_like = 'stagnation' and days >= 3`,
  )
  expect(still.length).toBeGreaterThanOrEqual(3)
  for (const {ozone, month} of still) {
    expect(ozone).toBeLessThan(25)
    expect([11, 12, 1, 2]).toContain(month)
  }
})
