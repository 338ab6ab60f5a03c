import {defineCity, type Feed, type Format, feed, licences, loadDatasets} from '../../src/index.ts'
import terrain from '../../terrain/dataset.ts'
import {airFeeds} from './feeds/air.ts'
import {alertsFeeds} from './feeds/alerts.ts'
import {budgetFeeds} from './feeds/budget.ts'
import {noiseFeeds} from './feeds/noise.ts'
import {participationFeeds} from './feeds/participation.ts'
import {petitionsFeeds} from './feeds/petitions.ts'
import {spendingFeeds} from './feeds/spending.ts'
import {trafficFeeds} from './feeds/traffic.ts'
import {waterFeeds} from './feeds/water.ts'

/** What the generator writes, topic by topic. */
const made: Feed[] = [
  ...airFeeds,
  ...alertsFeeds,
  ...budgetFeeds,
  ...noiseFeeds,
  ...participationFeeds,
  ...petitionsFeeds,
  ...spendingFeeds,
  ...trafficFeeds,
  ...waterFeeds,
  feed(terrain, {
    made: {path: 'terrain/surface.city.json', format: {kind: 'cityjson', types: ['TINRelief']}},
  }),
]

/** Samples that are not the usual CSV with semicolons. */
const formats: Record<string, {file: string; format: Format}> = {
  alerts: {file: 'sample.csv', format: {kind: 'csv', delimiter: ','}},
  buildings: {file: 'sample.geojson', format: {kind: 'geojson'}},
  districts: {file: 'sample.geojson', format: {kind: 'geojson'}},
}
const usual = {file: 'sample.csv', format: {kind: 'csv', delimiter: ';'}} as const

/** A dataset that the generator does not write yet is shown by its sample. */
const generated = new Set(made.map(({dataset}) => dataset.id))
const samples = [...(await loadDatasets()).values()]
  .filter(({id}) => !generated.has(id))
  .map(dataset => feed(dataset, {sample: formats[dataset.id] ?? usual}))

/** Nobody real published these rows, so nobody real is named as their publisher. */
const publisher = {uk: 'Hromada, вигадані дані', en: 'Hromada, invented data'}

export default defineCity({
  id: 'demo',
  name: {uk: 'Приклад', en: 'Pryklad'},
  nameOf: {uk: 'Прикладу', en: 'Pryklad'},
  country: 'UA',
  isDemo: true,
  zone: 'Europe/Kyiv',
  bbox: [31.259, 45.874, 31.363, 45.949],
  population: [{year: 2026, residents: 120_000, source: 'invented'}],
  budgetCodes: [{code: '99000000000', from: '2021-01-01'}],
  alertPlaces: [{oblast: 'Prykladna oblast'}, {oblast: 'Prykladna oblast', raion: 'Prykladskyi raion'}],
  geoidMetres: 30,
  feeds: [...made, ...samples].map(one => ({...one, publisher, licence: licences.ccBy4})),
})
