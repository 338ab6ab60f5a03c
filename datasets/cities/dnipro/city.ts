import {defineCity, egm96} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'dnipro',
  name: {uk: 'Дніпро', en: 'Dnipro'},
  nameOf: {uk: 'Дніпра', en: 'Dnipro'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [34.75, 48.35, 35.25, 48.58],
  population: residents2022(968_502),
  budgetCodes: [
    {code: '04576000000', from: '2021-01-01'},
    {code: '0457600000', from: '2023-01-01'},
  ],
  alertPlaces: [
    {oblast: 'Dnipropetrovska oblast'},
    {oblast: 'Dnipropetrovska oblast', raion: 'Dniprovskyi raion'},
    {
      oblast: 'Dnipropetrovska oblast',
      raion: 'Dniprovskyi raion',
      hromada: 'm. Dnipro ta Dniprovska terytorialna hromada',
    },
  ],
  geoid: egm96({
    west: 34.75,
    south: 48.25,
    metres: [
      [21.19, 20.75, 20.32],
      [20.55, 20.07, 19.61],
      [19.87, 19.33, 18.82],
    ],
  }),
  feeds: [...openbudget('Dnipro', '0457600000'), officialAlerts('Dnipropetrovska oblast')],
})
