import {afterAll, beforeAll, expect, test} from 'vitest'
import {builtCity, sampleCity} from '../../../test/city.fixture.ts'

let town: Awaited<ReturnType<typeof builtCity>>
beforeAll(async () => {
  town = await builtCity([await sampleCity()], null, {select: '+kpis,+kpi_definitions'})
})
afterAll(() => town.warehouse.close())

const kpi = (name: string) =>
  town.rows(`select district, month, value, base from kpis where kpi = '${name}' order by district, month`)

test('appeals closed on time are those of the appeals themselves, in the city and in its districts', async () => {
  const closed = `from appeals where closed_at is not null and due_at is not null and closed_at >= received_at`
  const month = `cast(date_trunc('month', closed_at at time zone 'Europe/Kyiv') as date)`
  const found = await kpi('appeals_on_time_share')
  const expected = await town.rows<{month: string; value: number; base: number}>(
    `select ${month} as month, avg((closed_at <= due_at)::integer) as value, count(*)::double as base ${closed} group by all order by 1`,
  )
  expect(expected.length).toBeGreaterThan(3)
  for (const one of expected) {
    const row = found.find(({district, month: of}) => district === '' && String(of) === String(one.month))
    expect(row).toMatchObject({base: one.base, value: expect.closeTo(one.value, 12)})
  }
  expect(found.some(({district}) => district !== '')).toBe(true)
})

test('the pace of spending is what the treasury’s figures say less the months that are over', async () => {
  const found = await kpi('budget_pace_gap')
  const expected = await town.rows(
    `select '' as district, make_date(year, month, 1) as month, sum(executed_cumulative_uah)::double / sum(plan_amended_uah)::double - month / 12.0 as value,
       sum(plan_amended_uah)::double as base from budget_monthly where flow = 'expense' group by year, month order by 2`,
  )
  expect(found.length).toBeGreaterThan(0)
  expect(found.map(({month, value}) => [String(month), Number(value).toFixed(12)])).toEqual(
    expected.map(({month, value}) => [String(month), Number(value).toFixed(12)]),
  )
})

test('petitions reached their threshold in the share that the petitions themselves say', async () => {
  const found = await kpi('petitions_reached_share')
  const expected = await town.rows<{month: string; value: number; base: number}>(
    `select cast(date_trunc('month', closes_at at time zone 'Europe/Kyiv') as date) as month, count(*)::double as base,
       avg((threshold_reached_at is not null)::integer) as value
     from petitions where collection not in ('draft', 'moderation', 'rejected', 'collecting') and closes_at is not null
     group by all order by 1`,
  )
  expect(expected.some(({value}) => value > 0)).toBe(true)
  expect(found.map(({month, value, base}) => [String(month), value, base])).toEqual(
    expected.map(({month, value, base}) => [String(month), value, base]),
  )
})

test('days of polluted air are those of the stations, in the city and in its districts', async () => {
  const found = await kpi('pm25_days_share')
  const expected = await town.rows<{district: string; month: string; value: number; base: number}>(
    `with day as (select '' as district, date, median(mean) as median from air_quality_daily
         where property = 'pm25' and is_complete group by date
       union all select s.district, date, median(mean) from air_quality_daily d join stations s using (station_id)
         where s.subject = 'air' and property = 'pm25' and is_complete and s.district is not null group by all)
     select district, cast(date_trunc('month', date) as date) as month, avg((round(median, 3) > 15)::integer) as value,
       count(*)::double as base from day group by all order by 1, 2`,
  )
  expect(new Set(expected.map(({district}) => district)).size).toBeGreaterThan(1)
  expect(
    found.map(({district, month, value, base}) => [district, String(month), Number(value).toFixed(12), base]),
  ).toEqual(
    expected.map(({district, month, value, base}) => [
      district,
      String(month),
      Number(value).toFixed(12),
      base,
    ]),
  )
})

test('every indicator is defined, and none is worked out that is not', async () => {
  const unknown = await town.rows(`select distinct kpi from kpis anti join kpi_definitions using (city, kpi)`)
  expect(unknown).toEqual([])
  const names = await town.rows<{kpi: string}>(`select distinct kpi from kpis order by kpi`)
  expect(names.map(({kpi: name}) => name)).toEqual(
    expect.arrayContaining(['alert_hours_share', 'appeals_on_time_share', 'budget_pace_gap']),
  )
})
