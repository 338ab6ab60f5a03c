import {defineCity, licences, loadDatasets, sampleFeed} from '../../src/index.ts'
import {problems} from './topics/appeals/problems.ts'
import {generatedFeeds} from './topics/feeds.ts'
import {cityKatottg} from './world/districts.ts'

/** A dataset that the generator knows nothing of is shown by its sample, so that a new one is seen at once. */
const generated = new Set(generatedFeeds.map(({dataset}) => dataset.id))
const samples = [...(await loadDatasets()).values()].filter(({id}) => !generated.has(id)).map(sampleFeed)

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
  katottg: cityKatottg,
  population: [{year: 2026, residents: 120_000, source: 'invented'}],
  // The treasury gave it a new code when its hromada was enlarged, as happened to real cities.
  budgetCodes: [
    {code: '99201000000', from: '2021-01-01'},
    {code: '99202000000', from: '2023-01-01'},
  ],
  appealNorms: problems
    .filter(({dueHours}) => dueHours > 0)
    .map(({kind, name, dueHours}) => ({
      category: kind,
      subcategory: name,
      term: `PT${dueHours}H`,
      source: 'invented',
    })),
  alertPlaces: [
    {oblast: 'Prykladna oblast'},
    {oblast: 'Prykladna oblast', raion: 'Prykladskyi raion'},
    {
      oblast: 'Prykladna oblast',
      raion: 'Prykladskyi raion',
      hromada: 'm. Pryklad ta Prykladska terytorialna hromada',
    },
  ],
  geoidMetres: 30,
  feeds: [...generatedFeeds, ...samples].map(one => ({...one, publisher, licence: licences.ccBy4})),
})
