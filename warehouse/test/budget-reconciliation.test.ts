import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {budgetCities} from './budget-cities.fixture.ts'
import {builtCity} from './city.fixture.ts'

const data = realData()

/** The files of openbudget.gov.ua for 25 budgets, January 2021 to June 2026. */
describe.skipIf(!data)('the treasury’s own files reconcile', () => {
  let town: Awaited<ReturnType<typeof builtCity>>

  beforeAll(async () => {
    town = await builtCity(budgetCities(), data, {select: '+budget_reconciliation'})
    return () => town.warehouse.close()
  })

  const monthsOf = async (rule: string) =>
    town.row(
      `select count(*) as months, count(*) filter (where lines_off = 0) as agree from budget_reconciliation where rule = '${rule}'`,
    )

  test.each([
    ['expense_funds', 1650],
    ['income_funds', 1650],
    ['financing_funds', 1648],
    ['financing_parts', 1648],
    ['closing', 1630],
    ['programs_economic', 1499],
    ['program_funds', 1499],
  ])('%s in all %d months', async (rule, months) => {
    expect(await monthsOf(rule)).toEqual({months, agree: months})
  })

  test('T = C + S in all 50,867 expense keys', async () => {
    const keys = await town.row(
      `select count(*) as keys, count(*) filter (where t = c + s) as equal from (
         select city, period, kekv, coalesce(sum(executed_uah) filter (where fund = 'T'), 0) as t,
           coalesce(sum(executed_uah) filter (where fund = 'C'), 0) as c, coalesce(sum(executed_uah) filter (where fund = 'S'), 0) as s
         from stg_budget_expenses group by all)`,
    )
    expect(keys).toEqual({keys: 50_867, equal: 50_867})
  })

  test('two cities whose financing is filed under an old budget code do not close, and nobody else', async () => {
    const rows = await town.rows(
      `select city, min(period_end)::varchar as since, max(period_end)::varchar as until, count(*) as months
       from budget_reconciliation where rule = 'closing_of_two_budgets' and lines_off > 0 group by city order by city`,
    )
    const [since, until, months] = ['2024-04-30', '2024-12-31', 9]
    expect(rows).toEqual([
      {city: 'kryvyi-rih', since, until, months},
      {city: 'poltava', since, until, months},
    ])
  })

  test('whoever drills down loses no kopiyka', async () => {
    const rules = await town.rows<{rule: string; years: number; off: number}>(
      `select rule, count(*) as years, sum(lines_off) as off from budget_reconciliation
       where rule in ('months', 'economic_codes', 'programs', 'program_months', 'divisions', 'income_codes', 'expense_codes')
       group by rule order by rule`,
    )
    expect(rules.map(({rule, off}) => [rule, Number(off)])).toEqual(
      [
        'divisions',
        'economic_codes',
        'expense_codes',
        'income_codes',
        'months',
        'program_months',
        'programs',
      ].map(rule => [rule, 0]),
    )
    expect(Math.min(...rules.map(({years}) => Number(years)))).toBe(146)
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
