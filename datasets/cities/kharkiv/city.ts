import buildings from '../../buildings/dataset.ts'
import {defineCity, egm96, feed, licences} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'kharkiv',
  name: {uk: 'Харків', en: 'Kharkiv'},
  nameOf: {uk: 'Харкова', en: 'Kharkiv'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [36.1, 49.87, 36.46, 50.11],
  population: residents2022(1_421_125),
  budgetCodes: [
    {code: '20554000000', from: '2021-01-01'},
    {code: '2055400000', from: '2023-01-01'},
  ],
  alertPlaces: [
    {oblast: 'Kharkivska oblast'},
    {oblast: 'Kharkivska oblast', raion: 'Kharkivskyi raion'},
    {
      oblast: 'Kharkivska oblast',
      raion: 'Kharkivskyi raion',
      hromada: 'm. Kharkiv ta Kharkivska terytorialna hromada',
    },
  ],
  geoid: egm96({
    west: 36,
    south: 49.75,
    metres: [
      [14.5, 14.09, 13.63],
      [13.99, 13.6, 13.19],
      [13.78, 13.42, 13.08],
    ],
  }),
  feeds: [
    ...openbudget('Kharkiv', '2055400000'),
    officialAlerts('Kharkivska oblast'),
    feed(buildings, {
      mirror: {path: 'city3d/kharkiv_saltivka_buildings.geojson', format: {kind: 'geojson'}},
      page: 'https://www.openstreetmap.org/relation/3154746',
      publisher: {uk: 'Учасники OpenStreetMap', en: 'OpenStreetMap contributors'},
      licence: licences.odbl,
      columns: {
        building_id: 'full_id',
        use: 'building',
        street: 'addr:street',
        house: 'addr:housenumber',
        levels: 'building:levels',
        // `height` is not in metres there; the misspelt column is, three metres a storey.
        height_m: 'level_heigt',
      },
    }),
  ],
})
