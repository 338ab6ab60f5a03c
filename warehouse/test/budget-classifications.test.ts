import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {budgetCities} from './budget-cities.fixture.ts'
import {builtCity} from './city.fixture.ts'

const data = realData()

describe.skipIf(!data)('names of income codes in the treasury’s own files', () => {
  let town: Awaited<ReturnType<typeof builtCity>>

  beforeAll(async () => {
    const cities = budgetCities(dataset => dataset === 'budget-incomes').filter(({id}) => id === 'odesa')
    town = await builtCity(cities, data, {select: '+budget_classifications,+budget_incomes'})
    return () => town.warehouse.close()
  })

  // Read off the files: NAME_INC of the code in September and in October 2022, in March and in April 2021.
  test('codes were renamed on the days on which the files begin to say so', async () => {
    const rows = await town.rows(
      `select code, left(name, 62) as name, valid_from, valid_to, is_from_first_file from budget_classifications
       where code in ('13020300', '22080400') order by code, valid_from`,
    )
    expect(rows.filter(({code}) => code === '22080400')).toEqual([
      {
        code: '22080400',
        name: 'Надходження від орендної плати за користування цілісним майнов',
        valid_from: '2021-01-01',
        valid_to: '2021-03-31',
        is_from_first_file: true,
      },
      {
        code: '22080400',
        name: 'Надходження від орендної плати за користування майновим компле',
        valid_from: '2021-04-01',
        valid_to: null,
        is_from_first_file: false,
      },
    ])
  })

  test('an amount’s name is the one in force in its month', async () => {
    const {amounts, alike} = await town.row<{amounts: number; alike: number}>(
      `select count(*)::integer as amounts, count(*) filter (named.name = trim(income.kkd_name))::integer as alike
       from budget_incomes income left join budget_classifications named on named.city = income.city
         and named.classification = 'income' and named.code = income.kkd
         and income.period_end >= named.valid_from and income.period_end <= coalesce(named.valid_to, date '9999-12-31')
       where income.kkd_name is not null`,
    )
    expect(amounts).toBeGreaterThan(4000)
    expect(alike).toBe(amounts)
  })
})
