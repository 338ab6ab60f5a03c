import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'cities',
  title: {uk: 'Міста', en: 'Cities'},
  describe: {
    uk: 'Міста цієї установки: перше – своє, решта – щоб порівнювати.',
    en: 'Cities of this installation: the first is at home, the others are there to compare with.',
  },
  grain: ['city'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    name_uk: {type: 'text', uk: 'Назва українською', en: 'Name in Ukrainian'},
    name_en: {type: 'text', uk: 'Назва англійською', en: 'Name in English'},
    is_home: {type: 'boolean', uk: 'Своє місто', en: 'The city at home'},
    is_demo: {type: 'boolean', uk: 'Вигадане місто', en: 'An invented city'},
    residents: {type: 'integer', nullable: true, unit: '1', uk: 'Мешканців', en: 'Residents'},
    residents_year: {type: 'integer', nullable: true, uk: 'Рік підрахунку', en: 'Year of the count'},
    residents_source: {type: 'text', nullable: true, uk: 'Хто порахував', en: 'Who counted'},
    zone: {type: 'text', uk: 'Часовий пояс', en: 'Time zone'},
    lon: {type: 'number', unit: 'deg', uk: 'Довгота середини', en: 'Longitude of the middle'},
    lat: {type: 'number', unit: 'deg', uk: 'Широта середини', en: 'Latitude of the middle'},
    geoid_metres: {
      type: 'number',
      unit: 'm',
      uk: 'Висота геоїда над еліпсоїдом',
      en: 'Height of the geoid above the ellipsoid',
    },
  },
  rows: cities =>
    cities.map(
      ({id, name, isDemo, population, zone, bbox: [west, south, east, north], geoidMetres}, index) => ({
        city: id,
        name_uk: name.uk,
        name_en: name.en,
        is_home: index === 0,
        is_demo: isDemo,
        residents: population.at(-1)?.residents ?? null,
        residents_year: population.at(-1)?.year ?? null,
        residents_source: population.at(-1)?.source ?? null,
        zone,
        lon: (west + east) / 2,
        lat: (south + north) / 2,
        geoid_metres: geoidMetres,
      }),
    ),
})
