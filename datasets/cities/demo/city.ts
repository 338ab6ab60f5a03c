import {defineCity, type Feed, type Format, feed, licences, loadDatasets} from '../../src/index.ts'

const csv = (delimiter: ',' | ';'): {file: string; format: Format} => ({
  file: 'sample.csv',
  format: {kind: 'csv', delimiter},
})
const geojson: {file: string; format: Format} = {file: 'sample.geojson', format: {kind: 'geojson'}}

/** Samples that are not the usual CSV with semicolons. */
const samples: Record<string, ReturnType<typeof csv>> = {
  alerts: csv(','),
  buildings: geojson,
  districts: geojson,
}

/** Datasets whose declaration has no sample: nothing small stands for a surface of ground. */
const without = new Set(['terrain'])

/** Nobody real published these rows, so nobody real is named as their publisher. */
const publisher = {uk: 'Hromada, вигадані дані', en: 'Hromada, invented data'}

const feeds: Feed[] = [...(await loadDatasets()).values()]
  .filter(({id}) => !without.has(id))
  .map(dataset =>
    feed(dataset, {sample: samples[dataset.id] ?? csv(';'), publisher, licence: licences.ccBy4}),
  )

export default defineCity({
  id: 'demo',
  name: {uk: 'Приклад', en: 'Pryklad'},
  nameOf: {uk: 'Прикладу', en: 'Pryklad'},
  country: 'UA',
  isDemo: true,
  zone: 'Europe/Kyiv',
  bbox: [31.26, 45.87, 31.36, 45.95],
  population: [{year: 2026, residents: 120_000, source: 'invented'}],
  budgetCodes: [{code: '99000000000', from: '2024-01-01'}],
  alertPlaces: [{oblast: 'Prykladna oblast'}, {oblast: 'Prykladna oblast', raion: 'Prykladskyi raion'}],
  geoidMetres: 30,
  feeds,
})
