import {defineCity, egm96} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'lviv',
  name: {uk: 'Львів', en: 'Lviv'},
  nameOf: {uk: 'Львова', en: 'Lviv'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [23.9, 49.77, 24.13, 49.91],
  population: residents2022(717_273),
  budgetCodes: [
    {code: '13563000000', from: '2021-01-01'},
    {code: '1356300000', from: '2023-01-01'},
  ],
  alertPlaces: [
    {oblast: 'Lvivska oblast'},
    {oblast: 'Lvivska oblast', raion: 'Lvivskyi raion'},
    {oblast: 'Lvivska oblast', raion: 'Lvivskyi raion', hromada: 'm. Lviv ta Lvivska terytorialna hromada'},
  ],
  geoid: egm96({
    west: 23.75,
    south: 49.75,
    metres: [
      [31.21, 31.1, 31.26],
      [31.16, 31.03, 31.16],
    ],
  }),
  feeds: [...openbudget('Lviv', '1356300000'), officialAlerts('Lvivska oblast')],
})
