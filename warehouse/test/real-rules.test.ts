import {loadCities} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {type Model, staging} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'

const data = realData()

/** What is known to be wrong with publishers' own files, and what is known to hold in them. */
describe.skipIf(!data)('rules on the publishers’ own files', () => {
  let checked: Awaited<ReturnType<typeof builtCity>>['built']['checked']

  beforeAll(async () => {
    const known = await loadCities()
    const cities = ['kyiv', 'odesa', 'kharkiv', 'mykolaiv', 'boston', 'london', 'the-hague'].map(
      id => known.get(id)!,
    )
    const datasets = new Map(cities.flatMap(({feeds}) => feeds.map(({dataset}) => [dataset.id, dataset])))
    const models = [...datasets.values()].map(dataset => staging(dataset) as unknown as Model)
    const town = await builtCity(cities, data, {models})
    checked = town.built.checked
    expect(town.built.heldBack).toEqual([])
    await town.warehouse.close()
  })

  const answer = (city: string, dataset: string, rule: string, column: string | null = null) => {
    const {results} = checked.find(one => one.city === city && one.dataset === dataset)!
    const found = results.find(one => one.rule === rule && (column === null || one.column === column))!
    return {asked: found.asked, faults: found.faults}
  }
  const fault = (city: string, dataset: string, rule: string, column: string | null) =>
    checked
      .find(one => one.city === city && one.dataset === dataset)!
      .faults.find(one => one.rule === rule && one.column === column)?.count

  test('Boston: 197 of 101,371 closed appeals were closed before they were received; every place lies in the city', () => {
    expect(answer('boston', 'appeals', 'wrong_order', 'received_at, closed_at')).toEqual({
      asked: 101_371,
      faults: 197,
    })
    expect(answer('boston', 'appeals', 'outside_city')).toMatchObject({faults: 0})
    expect(answer('boston', 'appeals', 'dated_ahead')).toEqual({asked: 121_245, faults: 0})
    // A file of 2015 is not new.
    expect(answer('boston', 'appeals', 'stale')).toEqual({asked: 1, faults: 1})
  })

  test('Kyiv’s shelters: no place, 43 telephone numbers and other words in the column of the ramp', () => {
    expect(answer('kyiv', 'shelters', 'not_filled', 'lon')).toEqual({asked: 4381, faults: 4381})
    expect(fault('kyiv', 'shelters', 'not_allowed', 'accessible')).toBe(43)
    expect(fault('kyiv', 'shelters', 'required', 'type')).toBe(1)
  })

  test('Saltivka: 48 of 1,290 footprints have no height', () => {
    expect(answer('kharkiv', 'buildings', 'not_filled', 'height_m')).toEqual({asked: 1290, faults: 48})
    expect(fault('kharkiv', 'buildings', 'required', 'building_id')).toBe(5)
  })

  test('the treasury’s total is the sum of its funds wherever it is published: in 30,000 lines of four cities', () => {
    const sums = ['kyiv', 'odesa', 'kharkiv', 'mykolaiv'].flatMap(city =>
      ['budget-expenses', 'budget-incomes', 'budget-financing', 'budget-credits'].map(dataset =>
        answer(city, dataset, 'sum_differs'),
      ),
    )
    expect(sums.filter(({faults}) => faults > 0)).toEqual([])
    expect(sums.reduce((sum, {asked}) => sum + asked, 0)).toBeGreaterThan(30_000)
  })

  test('the mirror of programmes is not sound: codes went through floating point, totals are not those of the funds', () => {
    expect(answer('kyiv', 'budget-programs', 'sum_differs').faults).toBe(5194)
    expect(answer('kyiv', 'budget-programs', 'wrong_form', 'budget_code').faults).toBe(7266)
  })

  test('official alerts: an end for every beginning, none twice, none in the time to come', () => {
    for (const city of ['kyiv', 'odesa', 'kharkiv', 'mykolaiv'])
      for (const rule of ['wrong_order', 'dated_ahead', 'repeated', 'wrong_form'])
        expect([city, rule, answer(city, 'alerts', rule).faults]).toEqual([city, rule, 0])
  })

  test('Marylebone: 663 hours with more fine dust than dust, within what two instruments may differ by', () => {
    expect(answer('london', 'air-quality', 'wrong_order', 'pm25, pm10')).toEqual({asked: 55_123, faults: 663})
  })
})
