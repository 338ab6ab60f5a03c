import {defineCity, licences, loadDatasets, sampleFeed} from '../../src/index.ts'
import {problems} from './topics/appeals/problems.ts'
import {generatedFeeds} from './topics/feeds.ts'
import {bodies} from './world/bodies.ts'
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
  // Of the sets that are not here nobody has been put in charge.
  openDataDepartments: [
    {
      department: {uk: bodies.executive.short, en: 'Executive committee'},
      annexes: [2, 3, 4, 6, 7, 9, 10, 11, 12, 16, 17, 29, 30, 34, 35, 37, 38],
    },
    {department: {uk: bodies.contactCentre.short, en: 'Contact centre'}, annexes: [33]},
    {
      department: {uk: bodies.property.short, en: 'Department of municipal property'},
      annexes: [15, 18, 22, 50, 51, 57, 58],
    },
    {
      department: {uk: bodies.planning.short, en: 'Department of urban planning'},
      annexes: [20, 25, 39, 45, 60, 64],
    },
    {
      department: {uk: bodies.transport.short, en: 'Department of transport'},
      annexes: [26, 27, 36, 55, 56, 59],
    },
    {
      department: {uk: bodies.utilities.short, en: 'Department of housing and utilities'},
      annexes: [31, 47, 54, 61, 65, 67, 68, 76],
    },
    {department: {uk: bodies.education.short, en: 'Department of education'}, annexes: [42, 43]},
    {department: {uk: bodies.health.short, en: 'Department of health'}, annexes: [28, 40]},
    {department: {uk: bodies.finance.short, en: 'Department of finance'}, annexes: [49, 62]},
    {
      department: {uk: bodies.civilDefence.short, en: 'Department of civil protection'},
      annexes: [41, 71, 72],
    },
  ],
  geoid: {metres: 30, errorMetres: 0, source: 'Invented, like the city'},
  feeds: [...generatedFeeds, ...samples].map(one => ({...one, publisher, licence: licences.ccBy4})),
})
