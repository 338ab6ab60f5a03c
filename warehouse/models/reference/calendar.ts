import {calendarDays} from '../../src/calendar/calendar-days.ts'
import {defineSeed} from '../../src/model.ts'

const [firstYear, lastYear] = [2010, 2035]

export default defineSeed({
  name: 'calendar',
  title: {uk: 'Календар робочих днів', en: 'Calendar of working days'},
  describe: {
    uk: 'Свята й робочі дні за країнами міст. В Україні з 24 лютого 2022 року святкові дні робочі (Закон 2136-IX, ст. 6); про інші країни відомі лише вихідні.',
    en: 'Holidays and working days by the countries of cities. In Ukraine holidays have been worked since 24 February 2022 (Law 2136-IX, article 6); of other countries only weekends are known.',
  },
  grain: ['country', 'date'],
  columns: {
    country: {type: 'text', uk: 'Країна, ISO 3166-1', en: 'Country, ISO 3166-1'},
    date: {type: 'date', uk: 'Дата', en: 'Date'},
    holiday_uk: {type: 'text', nullable: true, uk: 'Свято українською', en: 'Holiday in Ukrainian'},
    holiday_en: {type: 'text', nullable: true, uk: 'Свято англійською', en: 'Holiday in English'},
    is_working: {type: 'boolean', uk: 'Чи день робочий', en: 'Is it a working day'},
    working_day_number: {
      type: 'integer',
      unit: '1',
      uk: 'Котрий це робочий день від 2010 року: різниця двох чисел – скільки робочих днів між ними',
      en: 'Which working day since 2010 it is: the difference of two numbers is how many lie between',
    },
  },
  rows: cities =>
    [...new Set(cities.map(({country}) => country))].flatMap(country =>
      calendarDays(country, firstYear, lastYear).map(day => ({country, ...day})),
    ),
})
