import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'populations',
  title: {uk: 'Населення міст за роками', en: 'Population of cities by year'},
  describe: {
    uk: 'Скільки людей жило в місті на 1 січня і хто їх порахував. Після 2022 року це оцінки.',
    en: 'How many people lived in a city on 1 January, and who counted them. After 2022 these are estimates.',
  },
  grain: ['city', 'residents_year'],
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    residents_year: {type: 'integer', uk: 'Рік підрахунку', en: 'Year of the count'},
    residents: {type: 'integer', unit: '1', uk: 'Мешканців', en: 'Residents'},
    residents_source: {type: 'text', uk: 'Хто порахував', en: 'Who counted'},
  },
  rows: cities =>
    cities.flatMap(({id, population}) =>
      population.map(({year, residents, source}) => ({
        city: id,
        residents_year: year,
        residents,
        residents_source: source,
      })),
    ),
})
