import {beforeAll, expect, test} from 'vitest'
import {builtDemo} from './test/built-demo.fixture.ts'

// What is hidden in the water, noise and traffic of the demo city, found in the tables that everybody reads.
let demo: Awaited<ReturnType<typeof builtDemo>>

beforeAll(async () => {
  demo = await builtDemo(
    {
      'water-levels': 'water/levels-2026-*.demo.csv',
      rainfall: 'water/rain-2026-*.demo.csv',
      'water-gauges': null,
      'traffic-counts': 'traffic/traffic-2026-*.demo.csv',
      'traffic-counters': null,
      noise: 'noise/noise-2026-*.demo.csv',
      'noise-stations': null,
    },
    '+water_daily,+traffic_balance,+traffic_profiles,+noise_daily',
  )
  return () => demo.close()
})

const column = async (sql: string) => (await demo.rows(sql)).map(row => Object.values(row)[0])

test('the spring flood goes above danger along the whole river, lower from gauge to gauge', async () => {
  const crests = await demo.rows<{gauge_id: string; cm: number; danger: number}>(
    `select gauge_id, max(highest_cm) as cm, sum(danger_hours)::int as danger from water_daily
     where gauge_id in ('WL-02', 'WL-03', 'WL-04', 'WL-05') and month(date) = 3 group by gauge_id order by gauge_id`,
  )
  expect(crests).toHaveLength(4)
  for (const [index, {cm, danger}] of crests.entries()) {
    expect(danger).toBeGreaterThan(0)
    if (index > 0) expect(cm).toBeLessThan(crests[index - 1]!.cm)
  }
})

test('the cloudburst: some 74 mm in a day, the ravines rise above danger within an hour', async () => {
  const [mm] = await column(`select max(city_rain_mm) from water_daily where date = '2026-07-19'`)
  expect(Math.abs(Number(mm) - 74)).toBeLessThan(5)
  expect(
    await column(
      `select gauge_id from water_daily where date = '2026-07-19' and danger_hours > 0 and fastest_rise_cm_per_hour > 50 order by 1`,
    ),
  ).toEqual(['WL-07', 'WL-08', 'WL-09', 'WL-10', 'WL-12'])
})

test('WL-07 was moved by 42 cm on a dry day in May, and no other gauge', async () => {
  const moved = await demo.rows<{gauge_id: string; date: string; shift_cm: number}>(
    'select gauge_id, cast(date as varchar) as date, shift_cm from water_daily where is_zero_shifted',
  )
  expect(moved.map(({gauge_id, date}) => [gauge_id, date])).toEqual([['WL-07', '2026-05-16']])
  expect(Math.abs(moved[0]!.shift_cm - 42)).toBeLessThan(3)
})

test('RG-4 slept through the cloudburst', async () => {
  const missed = await demo.rows(
    `select gauge_id, date = '2026-07-19' as is_burst from water_daily where is_rain_missed`,
  )
  expect(new Set(missed.map(({gauge_id}) => gauge_id))).toEqual(new Set(['RG-4']))
  expect(missed.some(({is_burst}) => is_burst)).toBe(true)
})

test('every false echo and no true level is left out', async () => {
  expect(await column('select max(highest_cm) <= 600 from water_levels')).toEqual([true])
  expect(Number((await column('select sum(rejected_readings) from water_levels'))[0])).toBeGreaterThan(40)
})

test('the southern bridge was closed for three weeks, and its traffic went over the northern one', async () => {
  expect(
    await demo.rows(
      `select counter_id, cast(min(date) as varchar) as from_date, cast(max(date) as varchar) as to_date from traffic_daily where is_empty group by 1`,
    ),
  ).toEqual([{counter_id: 'TC-01', from_date: '2026-09-04', to_date: '2026-09-24'}])
  const [more] = await column(
    `select avg(share_of_usual) from traffic_daily where counter_id = 'TC-02' and date between '2026-09-04' and '2026-09-24'`,
  )
  expect(Number(more)).toBeGreaterThan(1.4)
})

test('TC-11 sees one direction twice', async () => {
  const rows = await demo.rows('select counter_id, in_to_out from traffic_balance where is_one_sided')
  expect(rows.map(({counter_id}) => counter_id)).toEqual(['TC-11'])
  expect(Math.abs(Number(rows[0]!.in_to_out) - 2)).toBeLessThan(0.1)
})

test('heat takes the city to the beach: weekends of summer at TC-25 against workdays of spring', async () => {
  const [ratio] = await column(
    `select quantile_cont(cars, 0.9) filter (where month(date) in (6, 7, 8) and day_kind in ('saturday', 'sunday'))
       / avg(cars) filter (where month(date) = 4 and day_kind = 'workday') from traffic_daily where counter_id = 'TC-25'`,
  )
  expect(Number(ratio)).toBeGreaterThan(1.8)
})

test('New Year’s Day is as quiet as a Sunday; holidays that are worked are not', async () => {
  const share = async (holiday: string) =>
    Number(
      (
        await column(
          `select avg(share_of_usual) from traffic_daily where holiday_en = '${holiday}' and counter_id in ('TC-08', 'TC-10', 'TC-12')`,
        )
      )[0],
    )
  expect(await share('New Year')).toBeLessThan(0.7)
  expect(await share('Independence Day')).toBeGreaterThan(0.85)
})

test('on Fridays and Saturdays the beaches are loud until the curfew, and then as quiet as ever', async () => {
  const louder = await demo.rows<{period: string; more: number}>(
    `select period, avg(laeq) filter (where weekday in (5, 6)) - avg(laeq) filter (where weekday in (1, 2, 3, 4)) as more
     from noise_daily where station_id in ('NS-04', 'NS-05') and month(date) in (6, 7, 8) group by period order by period`,
  )
  const of = new Map(louder.map(({period, more}) => [period, more]))
  expect(of.get('evening')).toBeGreaterThan(6)
  expect(Math.abs(of.get('day')!)).toBeLessThan(2)
})

test('it was quieter by the closed bridge', async () => {
  const [quieter] = await column(
    `select avg(laeq) filter (where date between '2026-09-04' and '2026-09-24') - avg(laeq) filter (where date between '2026-08-10' and '2026-09-03')
     from noise_daily where station_id = 'NS-01' and period = 'day'`,
  )
  expect(Number(quieter)).toBeLessThan(-3)
})
