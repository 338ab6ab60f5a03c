import districts from '../../districts/dataset.ts'
import {defineCity, egm96, feed} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'odesa',
  name: {uk: 'Одеса', en: 'Odesa'},
  nameOf: {uk: 'Одеси', en: 'Odesa'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [30.61, 46.31, 30.83, 46.63],
  katottg: 'UA51100270010076757',
  population: residents2022(1_010_537),
  budgetCodes: [
    {code: '15564000000', from: '2021-01-01'},
    {code: '1556400000', from: '2023-01-01'},
  ],
  alertPlaces: [
    {oblast: 'Odeska oblast'},
    {oblast: 'Odeska oblast', raion: 'Odeskyi raion'},
    {oblast: 'Odeska oblast', raion: 'Odeskyi raion', hromada: 'm. Odesa ta Odeska terytorialna hromada'},
  ],
  petitionRules: [
    {
      scope: 'city',
      from: '2016-03-16',
      signatures: 1000,
      collection: {months: 3},
      source: 'Одеська міська рада, порядок 2016 року',
    },
  ],
  geoid: egm96({
    west: 30.5,
    south: 46.25,
    metres: [
      [27.9, 27.45, 27.03],
      [28.05, 27.66, 27.23],
      [28.12, 27.79, 27.39],
    ],
  }),
  feeds: [
    ...openbudget('Odesa', '1556400000'),
    officialAlerts('Odeska oblast'),
    feed(districts, {
      mirror: {path: 'geo/odesa_hromada.geojson', format: {kind: 'geojson'}},
      page: 'https://www.openstreetmap.org/relation/1413934',
      columns: {
        // One of the four borders carries no code; its name stands in for it.
        district_id: {from: ['katotth', 'name:uk'], map: {'Пересипський район': 'UA51100270010413116'}},
        former_name_uk: 'old_name:-2023-05-03',
      },
    }),
  ],
})
