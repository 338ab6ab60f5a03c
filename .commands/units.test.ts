import {loadDatasets} from '@hromada/datasets'
import {loadModels} from '@hromada/warehouse'
import {expect, test} from 'vitest'

/** The portal is made for the bundler's types, so its texts are taken as they are. */
async function wordsOf(language: string): Promise<Record<string, string>> {
  const texts = await import(new URL(`../portal/src/i18n/${language}.ts`, import.meta.url).href)
  return (texts as Record<string, {unit: Record<string, string>}>)[language]!.unit
}

test.each(['uk', 'en'])('every unit of a column has a word in %s', async language => {
  const columns = [
    ...[...(await loadDatasets()).values()].flatMap(dataset => Object.values(dataset.columns)),
    ...(await loadModels()).flatMap(model => Object.values(model.columns)),
  ]
  const units = [...new Set(columns.flatMap(({unit}) => (unit ? [unit] : [])))].filter(unit => unit !== '1')
  expect(units.length).toBeGreaterThan(15)
  const words = await wordsOf(language)
  expect(units.filter(unit => !words[unit])).toEqual([])
})
