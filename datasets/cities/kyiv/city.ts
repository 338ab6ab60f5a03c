import districts from '../../districts/dataset.ts'
import shelters from '../../shelters/dataset.ts'
import {defineCity, egm96, feed} from '../../src/index.ts'
import {officialAlerts} from '../official-alerts.ts'
import {openbudget} from '../openbudget.ts'
import {residents2022} from '../residents.ts'

export default defineCity({
  id: 'kyiv',
  name: {uk: 'Київ', en: 'Kyiv'},
  nameOf: {uk: 'Києва', en: 'Kyiv'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [30.236, 50.213, 30.827, 50.591],
  katottg: 'UA80000000000093317',
  population: residents2022(2_952_301),
  budgetCodes: [{code: '26000000000', from: '2021-01-01'}],
  alertPlaces: [{oblast: 'Kyiv City'}],
  petitionRules: [
    {
      scope: 'city',
      from: '2015-11-02',
      signatures: 10_000,
      collection: {days: 90},
      source: 'Київська міська рада, порядок 2015 року',
    },
    {
      scope: 'city',
      from: '2021-06-10',
      signatures: 6000,
      collection: {days: 60},
      answerWorkingDays: 10,
      source: 'Київська міська рада, порядок 2021 року',
    },
  ],
  geoid: egm96({
    west: 30,
    south: 50,
    metres: [
      [27.3, 26.68, 26.02, 25.37, 24.8],
      [26.74, 26.19, 25.6, 25.03, 24.54],
      [25.99, 25.53, 25.08, 24.69, 24.36],
      [25.2, 24.92, 24.7, 24.53, 24.4],
    ],
  }),
  feeds: [
    ...openbudget('Kyiv', '26000000000'),
    officialAlerts('Kyiv City'),
    feed(districts, {
      mirror: {path: 'geo/kyiv_raions.geojson', format: {kind: 'geojson'}},
      page: 'https://www.openstreetmap.org/relation/421866',
    }),
    feed(shelters, {
      mirror: {path: 'geo/kyiv_shelters_redacted.csv', format: {kind: 'csv', delimiter: ','}},
      page: 'https://data.gov.ua',
      publisher: {uk: 'Київська міська державна адміністрація', en: 'Kyiv City State Administration'},
      nulls: ['<Null>', '[вилучено]'],
      columns: {
        type: {
          from: 'Тип укриття',
          map: {
            'Найпростіші укриття': 'найпростіше укриття',
            Найпростіші: 'найпростіше укриття',
            'Споруди подвійного призначення': 'споруда подвійного призначення',
            'Подвійного призначення': 'споруда подвійного призначення',
            'Вхід в станцію метро': 'споруда подвійного призначення',
          },
        },
        kind: 'Вид укриття',
        building_kind: 'Тип будівлі',
        district: 'Район',
        address: 'Адреса',
        ownership: {
          from: 'Форма власності',
          map: {Комунальна: 'комунальна', Державна: 'державна', Приватна: 'приватна', Інша: 'інша'},
        },
        opening: 'Режим роботи',
        // The register asks only whether there is a ramp, so its "yes" is a "partly".
        accessible: {
          from: 'Наявність пристосування для доступу людей з інвалідністю та інших маломобільних груп населення (пандусу)',
          map: {
            Відсутній: 'no',
            Відсутнє: 'no',
            'В наявності': 'partly',
            Обладнано: 'partly',
            Наявний: 'partly',
          },
        },
        balance_holder: 'Власник',
        phone: '№ телефону',
      },
    }),
  ],
})
