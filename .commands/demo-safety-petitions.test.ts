import {beforeAll, expect, test} from 'vitest'
import {builtDemo} from './test/built-demo.fixture.ts'

// What is hidden in the alerts, shelters and petitions of the demo city, found in the tables that everybody reads.
let demo: Awaited<ReturnType<typeof builtDemo>>

beforeAll(async () => {
  demo = await builtDemo(
    {
      alerts: null,
      shelters: null,
      schools: null,
      districts: null,
      petitions: null,
      'petition-snapshots': null,
      'petition-signature-times': null,
    },
    '+alerts_hours,+schools,+petitions_funnel,+petitions_spikes,+petitions_alike',
  )
  return () => demo.close()
})

const column = async (sql: string) => (await demo.rows(sql)).map(row => Object.values(row)[0])

test('alerts moved into the night: less than two fifths of the hours at first, more than half in the end', async () => {
  const shares = await column(`select night_share from alerts_hours where period = 'year' order by from_date`)
  expect(Number(shares[0])).toBeLessThan(0.4)
  expect(Number(shares.at(-1))).toBeGreaterThan(0.5)
})

test('since alerts are declared by raion there are more than twice the records in the oblast and no more hours', async () => {
  const [row] = await demo.rows<Record<string, number>>(
    `select avg(oblast_records) filter (where declared_by = 'raion') / avg(oblast_records) filter (where declared_by = 'oblast') as records,
       avg(hours) filter (where declared_by = 'raion') / avg(hours) filter (where declared_by = 'oblast') as hours
     from alerts_hours where period = 'month' and from_date >= '2025-01-01'`,
  )
  expect(row!.records).toBeGreaterThan(2)
  expect(row!.hours).toBeGreaterThan(0.7)
  expect(row!.hours).toBeLessThan(1.4)
  expect(
    await column(
      `select cast(from_date as varchar) from alerts_hours where period = 'month' and declared_by = 'mixed'`,
    ),
  ).toEqual(['2025-12-01'])
})

test('every hour of every alert is in one day, one month, one year; days have 23, 24 or 25 hours', async () => {
  const [merged] = await column('select sum(hours) from alerts_merged')
  for (const period of ['day', 'month', 'year']) {
    const [hours] = await column(`select sum(hours) from alerts_hours where period = '${period}'`)
    expect(Number(hours)).toBeCloseTo(Number(merged), 1)
  }
  expect(
    await column(
      `select distinct known_hours from alerts_hours where period = 'day' and from_date between '2023-01-01' and '2025-12-31' order by 1`,
    ),
  ).toEqual([23, 24, 25])
})

test('beyond the river no shelter is known to be accessible in a wheelchair', async () => {
  const known = await column(
    `select distinct district from shelters where district_id is not null group by district having count(*) filter (where accessible in ('yes', 'partly')) = 0`,
  )
  expect(known).toEqual(['Заріччянський район'])
})

test('five shelters are listed twice, and none says who holds the keys', async () => {
  expect(
    await column(
      `select count(*)::int from (select register_number from shelters where is_repeated group by 1 having count(distinct capacity_persons) = 2)`,
    ),
  ).toEqual([5])
  const columns = await column(`select column_name from (describe shelters)`)
  for (const name of ['responsible_person', 'phone', 'balance_holder']) expect(columns).not.toContain(name)
})

test('one school has no shelter within 500 metres', async () => {
  const far = await demo.rows<{nearest_shelter_m: number}>(
    `select school_id, nearest_shelter_m from schools where school_id like 'ЗЗСО%' order by nearest_shelter_m desc limit 2`,
  )
  expect(far[0]!.nearest_shelter_m).toBeGreaterThan(500)
  expect(far[1]!.nearest_shelter_m).toBeLessThan(400)
})

test('a petition was signed nine hundred times in two hours of a night', async () => {
  const spikes = await demo.rows<{title: string; signatures: number}>(
    'select title, spike.signatures::int as signatures from petitions_spikes spike join petitions using (city, petition_id)',
  )
  expect(new Set(spikes.map(({title}) => title))).toEqual(
    new Set(['Дозволити ширші літні майданчики на набережній Річковій']),
  )
  expect(spikes.reduce((sum, {signatures}) => sum + signatures, 0)).toBeGreaterThanOrEqual(900)
})

test('a counter showed zero for a day; a twentieth of the signatures went and did not come back', async () => {
  const faults = await demo.rows(
    `select title, suspect, shown, day.signatures = 0 as is_counted_as_zero, added from petitions_history day join petitions using (city, petition_id)
     where suspect is not null order by suspect`,
  )
  expect(faults).toMatchObject([
    {title: 'Створити майстерню для ремонту речей при міській бібліотеці', suspect: 'fall'},
    {
      title: 'Відкрити другий вхід до парку «Приморський»',
      suspect: 'zero',
      shown: 0,
      is_counted_as_zero: false,
    },
  ])
  expect(Number(faults[0]!.added)).toBeLessThan(0)
})

test('transport is always answered late', async () => {
  const [late] = await demo.rows(
    `select answered, answered_in_time_share from petitions_funnel where dimension = 'topic' and value = 'Транспорт'`,
  )
  expect(late).toMatchObject({answered_in_time_share: 0})
})

test('the rules changed: from 1000 to 600, from 350 to 200', async () => {
  expect(
    await column(
      `select distinct value from petitions_funnel where dimension = 'threshold' and value <> '' order by 1`,
    ),
  ).toEqual(['1000', '200', '350', '600'])
})

test('one petition was copied three times, and its signatures scattered', async () => {
  const copies = await demo.rows<{title: string; signatures: number; petitions: number; together: number}>(
    `select title, signatures, petitions, signatures_together::int as together from petitions_alike where is_scattered order by petition_id`,
  )
  expect(copies).toHaveLength(4)
  expect(copies[0]).toMatchObject({title: 'Зберегти зелену зону вздовж балки', petitions: 4})
  expect(copies[0]!.together).toBeGreaterThan(600)
  for (const {signatures} of copies) expect(Number(signatures)).toBeLessThan(600)
})

test('the chance of the forecast is the share that it says, and the later half judges it', async () => {
  const bins = await demo.rows<{petitions: number; reached: number; chance: number}>(
    `select petitions, reached, chance from petitions_calibration where stage <> ''`,
  )
  expect(bins.length).toBeGreaterThan(3)
  for (const {petitions, reached, chance} of bins)
    expect(chance).toBeCloseTo((reached + 0.5) / (petitions + 1), 3)
  const [all] = await demo.rows<{brier: number; brier_of_mean: number; skill: number}>(
    `select brier, brier_of_mean, skill from petitions_calibration where stage = ''`,
  )
  expect(all!.skill).toBeCloseTo(1 - all!.brier / all!.brier_of_mean, 1)
})
