import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import {build, type Landing, loadModels, openWarehouse, type Warehouse} from '@hromada/warehouse'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {putDemoSources} from '../datasets/cities/demo/test/demo-sources.fixture.ts'

// What is hidden in the demo city's appeals is found in the tables that people see. The city is a twentieth of itself.
let data: string
let warehouse: Warehouse

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hromada-demo-appeals-'))
  await putDemoSources(data)
  const demo = (await loadCities()).get('demo')!
  const city = {...demo, feeds: demo.feeds.filter(({dataset}) => dataset.id === 'appeals')}
  const signal = new AbortController().signal
  const effects = {
    fetch,
    sleep: () => Promise.resolve(),
    signal,
    now: () => new Date(),
    onBytes: () => {},
    onRows: () => {},
  }
  const landings: Landing[] = []
  for (const feed of city.feeds) {
    await land(city, feed, data, null, effects)
    const used = await landingsInUse(data, city.id, feed.dataset)
    landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
  }
  warehouse = await openWarehouse(data)
  const models = (await loadModels()).filter(
    ({name}) => /appeal|^cities$/.test(name) && name !== 'appeals_per_resident',
  )
  const built = await build(
    warehouse,
    {models, rules: [], cities: [city], landings, data},
    {...effects, onModel: () => {}},
  )
  const blocking = built.models.flatMap(({model, audits}) =>
    audits
      .filter(({severity, failures}) => severity === 'block' && failures > 0)
      .map(({name}) => `${model.name}.${name}`),
  )
  expect(blocking).toEqual([])
}, 600_000)
afterAll(async () => {
  await warehouse.close()
  await rm(data, {recursive: true, force: true})
})

const rows = <R = Record<string, unknown>>(sql: string) => warehouse.rows<R>(sql)
const row = async <R = Record<string, number>>(sql: string) => (await rows<R>(sql))[0]!
const unusual = (subcategory: string, district: string) =>
  rows<{from_week: string; until: string; ratio: number; ratio_low: number; elsewhere_ratio: number | null}>(
    `select from_week, until, ratio, ratio_low, elsewhere_ratio from appeals_anomalies
     where subcategory = '${subcategory}' and district = '${district}' order by q`,
  )

test('in January heating failed in one district, far beyond what the same frost brought elsewhere', async () => {
  const [worst] = await unusual('Немає опалення', 'Степовий')
  expect(worst!.from_week).toBe('2026-01-12')
  expect(worst!.ratio_low).toBeGreaterThan(4)
  expect(worst!.ratio).toBeGreaterThan(3 * worst!.elsewhere_ratio!)
})

test('the department of urban planning takes two and a half months, and all others surely less', async () => {
  const [slowest, ...others] = await rows<{
    organization: string
    median_days: number
    median_low_days: number
  }>(
    `select organization, median_days, median_low_days from appeals_executors
     where basis = 'statutory' and received >= 30 order by median_days desc`,
  )
  expect(slowest!.organization).toBe('Управління містобудування та архітектури')
  expect(slowest!.median_days).toBeGreaterThan(65)
  for (const {median_days} of others) expect(median_days).toBeLessThan(slowest!.median_low_days)
})

test('the enterprise that closes soonest of its kind is the last by what is opened again', async () => {
  const reopened = await rows(
    `select name, place, place_best, places from appeals_rankings
     where measure = 'reopened_share' and dimension = 'organization' order by place desc limit 1`,
  )
  expect(reopened).toEqual([{name: 'КП «Прикладжитло»', place: 19, place_best: 19, places: 19}])
  const speed = await rows<{organization: string; median_high_days: number; median_low_days: number}>(
    `select organization, median_low_days, median_high_days from appeals_executors
     where basis = '' and organization in ('КП «Прикладжитло»', 'КП «Житлосервіс Прикладу»') order by median_days`,
  )
  expect(speed[0]!.organization).toBe('КП «Прикладжитло»')
  expect(speed[0]!.median_high_days).toBeLessThan(speed[1]!.median_low_days)
})

test('a messenger was opened in September 2023 and took a fifth; calls fell below a half', async () => {
  const {first} = await row<{first: string}>(
    `select min(month) as first from appeals_monthly_channels where channel_code = 'messenger' and received > 0`,
  )
  expect(first).toBe('2023-09-01')
  const share = async (channel: string, year: number) =>
    (
      await row<{share: number}>(
        `select sum(received) filter (where channel_code = '${channel}') / sum(received) as share
         from appeals_monthly_channels where year(month) = ${year}`,
      )
    ).share
  expect(await share('messenger', 2026)).toBeGreaterThan(0.18)
  expect(await share('phone', 2021)).toBeGreaterThan(0.78)
  expect(await share('phone', 2026)).toBeLessThan(0.5)
})

test('one autumn morning a main burst: the largest cluster of all', async () => {
  const [largest, second] = await rows(
    `select district, started_at, reports, subcategory from appeals_clusters order by reports desc limit 2`,
  )
  // By Kyiv's clock it is three hours later.
  expect(largest).toMatchObject({district: 'Гаванський', subcategory: 'Порив водопроводу'})
  expect((largest!.started_at as Date).toISOString()).toMatch(/^2026-10-14T04:/)
  expect(largest!.reports).toBeGreaterThan(2 * Number(second!.reports))
})

test('every tenth appeal is a duplicate, and of burst mains almost every second', async () => {
  const share = async (category: string, subcategory: string) =>
    (
      await row(
        `select duplicate_share as share from appeals_outcomes
         where category = '${category}' and subcategory = '${subcategory}'`,
      )
    ).share
  expect(await share('', '')).toBeCloseTo(0.1, 1)
  expect(await share('Водопостачання', 'Порив водопроводу')).toBeGreaterThan(0.4)
})

test('complaints about bills are explained away on the very last day; nothing else is', async () => {
  const bills = await row(
    `select last_day_share, explained_share from appeals_outcomes where category = 'Тарифи та нарахування' and subcategory = ''`,
  )
  expect(bills.last_day_share).toBeGreaterThan(0.95)
  expect(bills.explained_share).toBeGreaterThan(0.95)
  const {next} = await row(
    `select max(explained_share) as next from appeals_outcomes
     where category not in ('', 'Тарифи та нарахування') and subcategory = '' and closed >= 30`,
  )
  expect(next).toBeLessThan(0.5)
})

test('one square had by far the most lifts that stopped last year', async () => {
  const [most, ...others] = await rows<{year: number; n: number; category: string}>(
    `select year, n, category from appeals_places order by n desc limit 2`,
  )
  expect(most).toMatchObject({category: 'Ліфти', year: 2025})
  expect(most!.n).toBeGreaterThanOrEqual(100)
  expect(others[0]!.n).toBeLessThan(most!.n / 2)
})

test('in March 2022 the city fell silent, and shelters were not asked about before the war', async () => {
  const months = Object.fromEntries(
    (
      await rows<{month: string; n: number}>(
        `select cast(month as varchar) as month, sum(received) as n from appeals_monthly group by 1`,
      )
    ).map(({month, n}) => [month, Number(n)]),
  )
  expect(months['2022-03-01']! / months['2021-03-01']!).toBeLessThan(0.55)
  expect(months['2022-09-01']! / months['2021-09-01']!).toBeGreaterThan(0.7)
  const {first} = await row<{first: string}>(
    `select min(month) as first from appeals_monthly where category = 'Цивільний захист' and received > 0`,
  )
  expect(first).toBe('2022-02-01')
})

test('power was what people called about in the summer of 2024, beyond level and season', async () => {
  const found = await rows(
    `select month from appeals_seasonality where category = 'Електропостачання' order by rest desc limit 2`,
  )
  expect(found.map(({month}) => month).sort()).toEqual(['2024-06-01', '2024-07-01'])
})

test('a storm in April felled trees, and in August smoke hung over the city', async () => {
  expect((await unusual('Аварійне дерево', ''))[0]).toMatchObject({from_week: '2026-04-27'})
  const [smoke] = await unusual('Дим і запахи', '')
  expect(smoke!.from_week).toBe('2026-08-17')
  expect(smoke!.until >= '2026-08-25').toBe(true)
  expect(smoke!.ratio_low).toBeGreaterThan(5)
})

test('terms of the register are the norms of the city’s profile, and its dates follow from them', async () => {
  const {compared, others} = await row(
    `select count(*) as compared, count(*) filter (where a.term <> t.term) as others
     from appeals a join appeal_terms t on t.category = a.category and t.subcategory = a.subcategory
       and t.legal_basis = a.basis`,
  )
  expect(compared).toBeGreaterThan(10_000)
  expect(others).toBe(0)
  expect(await rows(`select term from appeals_deadlines where due_as_rule_share < 0.99`)).toEqual([])
  expect((await rows(`select term from appeals_deadlines where basis = 'statutory'`)).length).toBe(3)
})

test('a forecast is there where it did better than last year in both halves of its test, and nowhere else', async () => {
  const {wrong} = await row(
    `select count(*) as wrong from appeals_forecast_skill s
     where (skill_earlier > 0 and skill_later > 0) <> exists (from appeals_forecast f
       where (f.city, f.category, f.district) = (s.city, s.category, s.district))`,
  )
  expect(wrong).toBe(0)
  const {n, horizon} = await row<{n: number; horizon: string}>(
    `select count(*) as n, cast(min(month) as varchar) || ' ' || cast(max(month) as varchar) as horizon from appeals_forecast`,
  )
  expect(n).toBeGreaterThan(0)
  // November is not over.
  expect(horizon).toBe('2026-11-01 2027-01-01')
})

test('no place in a ranking is given for fewer than thirty', async () => {
  const {least} = await row('select min(n) as least from appeals_rankings')
  expect(least).toBeGreaterThanOrEqual(30)
})
