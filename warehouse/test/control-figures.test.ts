import {loadCities} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {builtCity} from './city.fixture.ts'

const data = realData()
const withBudget = ['kyiv', 'odesa', 'lviv', 'dnipro', 'kharkiv', 'mykolaiv']
const millions = (uah: unknown) => Number((Number(uah) / 1e6).toFixed(1))

/** Figures published by openbudget.gov.ua, Analyze Boston, UK Parliament and the City of The Hague. */
describe.skipIf(!data)('control figures on the publishers’ own files', () => {
  let town: Awaited<ReturnType<typeof builtCity>>

  beforeAll(async () => {
    const known = await loadCities()
    const cities = [...withBudget, 'boston', 'london', 'the-hague'].map(id => known.get(id)!)
    town = await builtCity(cities, data)
    return () => town.warehouse.close()
  })

  test('Odesa 2025: incomes 16,614.1 M, expenses 17,164.6, plan as amended in December 17,950.5, in January 13,497.7', async () => {
    const expense = await town.row(
      `select * from budget_totals where city = 'odesa' and year = 2025 and flow = 'expense'`,
    )
    expect([expense.executed_uah, expense.plan_amended_uah, expense.plan_january_uah].map(millions)).toEqual([
      17164.6, 17950.5, 13497.7,
    ])
    const income = await town.row(
      `select executed_uah from budget_totals where city = 'odesa' and year = 2025 and flow = 'income'`,
    )
    expect(millions(income.executed_uah)).toBe(16614.1)
    const kinds = await town.rows(
      `select kind, sum(executed_cumulative_uah) as uah from budget_incomes
       where city = 'odesa' and year = 2025 and month = 12 group by kind order by kind`,
    )
    expect(Object.fromEntries(kinds.map(({kind, uah}) => [kind, millions(uah)]))).toMatchObject({
      tax: 12501.0,
      non_tax: 1123.3,
      capital: 61.1,
      transfers: 2928.7,
    })
  })

  test('Kyiv 2025: incomes 105,168.5 M, expenses 116,206.0', async () => {
    const rows = await town.rows(
      `select flow, executed_uah from budget_totals where city = 'kyiv' and year = 2025 order by flow`,
    )
    expect(rows.map(({executed_uah}) => millions(executed_uah))).toEqual([116206.0, 105168.5])
  })

  test('the December identity is 0.00 M UAH for six cities in 2024 and 2025', async () => {
    const rows = await town.rows(
      `select city, year, residual_uah from budget_balance where month = 12 and year in (2024, 2025)`,
    )
    expect(rows).toHaveLength(12)
    for (const {residual_uah} of rows)
      expect((Number(residual_uah) / 1e6).toFixed(2).replace('-0.00', '0.00')).toBe('0.00')
  })

  test('expenditure by function adds up to expenditure by economic code, to the kopiyka', async () => {
    const rows = await town.rows(
      `select f.city, f.year, f.uah = e.uah as equal from
        (select city, year, months, sum(executed_uah) as uah from budget_yearly group by all) f
        join (select city, year, month, sum(executed_cumulative_uah) as uah from int_budget_lines where flow = 'expense' group by all) e
          on e.city = f.city and e.year = f.year and e.month = f.months`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(35)
    expect(rows.filter(({equal}) => !equal)).toEqual([])
    // Education in Odesa, 2025: a third of everything.
    const education = await town.row(
      `select executed_uah from budget_yearly where city = 'odesa' and year = 2025 and division = '09'`,
    )
    expect(millions(education.executed_uah)).toBe(5881.2)
  })

  test('functions are those of the KFK, never of the programme’s first digit', async () => {
    const divisionsOf = async (where: string) =>
      (await town.rows(`select distinct division from budget_programs where ${where} order by 1`)).map(
        ({division}) => division,
      )
    // Anchors of the standard list: 8240 → 0380, 8600 → 0170, 8710 → 0133, 7461 → 0456, 9110 → 0180.
    for (const [program, division] of [
      ['8240', '03'],
      ['8600', '01'],
      ['8710', '01'],
      ['7461', '04'],
      ['9110', '01'],
    ])
      expect([program, await divisionsOf(`program = '${program}'`)]).toEqual([program, [division]])
    expect((await divisionsOf(`program like '8%'`)).length).toBeGreaterThanOrEqual(4)
  })

  test('own revenue, transfers and soldiers’ tax stand apart and add up; per resident says whose count', async () => {
    const parts = await town.rows<{part: string; executed_uah: string}>(
      `select part, executed_uah from budget_comparison where city = 'odesa' and year = 2025 and flow = 'income' order by part`,
    )
    expect(parts.map(({part}) => part)).toEqual(['military_tax', 'own_general', 'own_special', 'transfers'])
    expect(parts.reduce((sum, row) => sum + Math.round(Number(row.executed_uah) * 100), 0)).toBe(
      Math.round(
        Number(
          (
            await town.row(
              `select executed_uah from budget_totals where city = 'odesa' and year = 2025 and flow = 'income'`,
            )
          ).executed_uah,
        ) * 100,
      ),
    )
    expect(millions(parts[3]!.executed_uah)).toBe(2928.7)
    const soldiers = await town.rows<{year: number; share: number}>(
      `select year, round(share_of_flow, 4) as share from budget_comparison
       where city = 'odesa' and part = 'military_tax' and year < 2026 order by year`,
    )
    // Computed from code 11010200 of the publisher's file: in 2024 some of it was given back.
    expect(soldiers.map(({share}) => share + 0)).toEqual([0.0331, 0.1211, 0.0707, -0.0006, 0])
    // 17,164.6 M over the 1,010,537 people of 2022.
    const odesa = await town.row(
      `select sum(per_resident_uah) as per_resident, any_value(residents_year) as counted, any_value(residents_source) as source,
         count(executed_constant_uah) as constant
       from budget_comparison where city = 'odesa' and year = 2025 and flow = 'expense'`,
    )
    expect(Number(odesa.per_resident)).toBeCloseTo(16985.6, 0)
    expect(odesa).toMatchObject({
      counted: 2022,
      source: expect.stringContaining('State Statistics'),
      constant: 0,
    })
  })

  test('the treasury’s plan is never called approved: no city here has published its decisions', async () => {
    expect(await town.rows(`select distinct plan_version from budget_plan_versions`)).toEqual([
      {plan_version: 'amended_treasury'},
    ])
  })

  test('months are differences of the cumulative feed and add up to December', async () => {
    const rows = await town.rows(
      `select city, year, sum(executed_month_uah) as months, max(executed_cumulative_uah) filter (where month = 12) as december
       from (select city, year, month, sum(executed_month_uah) as executed_month_uah, sum(executed_cumulative_uah) as executed_cumulative_uah
             from budget_expenses group by all) group by all having december is not null`,
    )
    expect(rows).toHaveLength(30)
    for (const {months, december} of rows) expect(months).toBe(december)
  })

  test('Odesa’s budget code changed in 2023 and is one city’s all the same', async () => {
    const rows = await town.rows(`select distinct budget_code from budget_expenses where city = 'odesa'`)
    expect(rows).toEqual([{budget_code: '1556400000'}])
    const years = await town.row(`select count(distinct year) as n from budget_expenses where city = 'odesa'`)
    expect(years.n).toBe(6)
  })

  test('Boston: 121,245 appeals, 197 closed before opened and flagged, 19,874 never closed', async () => {
    expect(
      await town.row(
        `select count(*) as appeals, count(*) filter (where is_closed_before_received) as flagged,
           count(*) filter (where closed_at is null) as open, count(*) filter (where hours_to_close < 0) as negative
         from appeals where city = 'boston'`,
      ),
    ).toEqual({appeals: 121_245, flagged: 197, open: 19_874, negative: 0})
    // 01/05/2015 12:40:41 PM in Boston is 17:40:41 UTC.
    const first = await town.row(`select received_at from appeals where appeal_id = '101001242404'`)
    expect(first.received_at).toEqual(new Date('2015-01-05T17:40:41Z'))
  })

  test('UK petitions: the country sums equal the signature count in all 60', async () => {
    const rows = await town.rows(
      `select petition_id, any_value(p.signatures) as signatures, sum(s.signatures) as countries
       from petitions p join petitions_by_country s using (city, petition_id) group by petition_id`,
    )
    expect(rows).toHaveLength(60)
    for (const {signatures, countries} of rows) expect(Number(countries)).toBe(signatures)
  })

  test('The Hague: 844 buildings, each with a place and a height of its model', async () => {
    expect(
      await town.row(
        `select count(*) as buildings, count(*) filter (where height_source = 'model' and height_m > 0) as measured,
           min(lon) > 4.26 and max(lon) < 4.29 and min(lat) > 52.09 and max(lat) < 52.11 as is_there
         from buildings where city = 'the-hague'`,
      ),
    ).toEqual({buildings: 844, measured: 844, is_there: true})
  })

  test('Odesa, March 2024: 77.2 hours under alert in 75 alerts, over the whole oblast', async () => {
    const month = await town.row(
      `select alerts, round(hours, 1) as hours from alerts_hours
       where city = 'odesa' and period = 'month' and from_date = '2024-03-01'`,
    )
    expect(month).toEqual({alerts: 75, hours: 77.2})
  })

  test('telephone numbers in the wrong column of the shelter register are not published', async () => {
    const known = (await loadCities()).get('kyiv')!
    expect(known.feeds.some(({dataset}) => dataset.id === 'shelters')).toBe(true)
    const words = await town.rows(`select distinct accessible from shelters order by 1`)
    expect(words.map(({accessible}) => accessible)).toEqual(['no', 'partly', 'unknown'])
    expect(town.findings).toContainEqual(
      expect.objectContaining({city: 'kyiv', dataset: 'shelters', rule: 'not_allowed', column: 'accessible'}),
    )
  })

  test('no audit that blocks has found anything', () => {
    const faults = town.built.models.flatMap(({model, audits}) =>
      audits
        .filter(({severity, failures}) => severity === 'block' && failures > 0)
        .map(({name}) => `${model.name}.${name}`),
    )
    expect(faults).toEqual([])
  })
})
