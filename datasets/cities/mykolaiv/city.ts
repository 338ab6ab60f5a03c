import {defineCity, egm96} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'mykolaiv',
  name: {uk: 'Миколаїв', en: 'Mykolaiv'},
  nameOf: {uk: 'Миколаєва', en: 'Mykolaiv'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [31.88, 46.82, 32.15, 47.06],
  population: residents2022(470_011),
  budgetCodes: [
    {code: '14549000000', from: '2021-01-01'},
    {code: '1454900000', from: '2023-01-01'},
  ],
  alertPlaces: [
    {oblast: 'Mykolaivska oblast'},
    {oblast: 'Mykolaivska oblast', raion: 'Mykolaivskyi raion'},
    {
      oblast: 'Mykolaivska oblast',
      raion: 'Mykolaivskyi raion',
      hromada: 'm. Mykolaiv ta Mykolaivska terytorialna hromada',
    },
  ],
  geoid: egm96({
    west: 31.75,
    south: 46.75,
    metres: [
      [25.66, 25.14, 24.71],
      [25.85, 25.37, 24.98],
      [26.05, 25.6, 25.23],
    ],
  }),
  feeds: [...openbudget('Mykolaiv', '1454900000'), officialAlerts('Mykolaivska oblast')],
})
