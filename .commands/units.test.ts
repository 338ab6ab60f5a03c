import {loadDatasets} from '@hromada/datasets'
import {loadModels} from '@hromada/warehouse'
import {expect, test} from 'vitest'
import {en} from '../portal/src/i18n/en.ts'
import {uk} from '../portal/src/i18n/uk.ts'

test('every unit of a column has a word in every language', async () => {
  const columns = [
    ...[...(await loadDatasets()).values()].flatMap(dataset => Object.values(dataset.columns)),
    ...(await loadModels()).flatMap(model => Object.values(model.columns)),
  ]
  const units = [...new Set(columns.flatMap(({unit}) => (unit ? [unit] : [])))].filter(unit => unit !== '1')
  expect(units.length).toBeGreaterThan(15)
  for (const [language, texts] of Object.entries({uk, en}))
    expect([language, units.filter(unit => !(unit in texts.unit))]).toEqual([language, []])
})
