import {defineSeed} from '../../src/model.ts'

type Property = [
  property: string,
  unit: string,
  least: number,
  most: number,
  isDust: boolean,
  uk: string,
  en: string,
]

/** What can be; beyond it a reading is `out_of_range`. Optical counters end at 999.9 (PM2.5) and 1999.9 (PM10). */
const properties: Property[] = [
  ['pm1', 'ug/m3', 0, 999, true, 'Пил PM1', 'Particles PM1'],
  ['pm25', 'ug/m3', 0, 999, true, 'Пил PM2.5', 'Particles PM2.5'],
  ['pm10', 'ug/m3', 0, 1999, true, 'Пил PM10', 'Particles PM10'],
  ['no2', 'ug/m3', 0, 1000, false, 'Діоксид азоту', 'Nitrogen dioxide'],
  ['o3', 'ug/m3', 0, 600, false, 'Озон', 'Ozone'],
  ['so2', 'ug/m3', 0, 2000, false, 'Діоксид сірки', 'Sulphur dioxide'],
  ['co', 'mg/m3', 0, 150, false, 'Оксид вуглецю', 'Carbon monoxide'],
  ['nox', 'ug/m3', 0, 3000, false, 'Оксиди азоту як NO2', 'Nitrogen oxides as NO2'],
  ['wind_speed', 'm/s', 0, 75, false, 'Швидкість вітру', 'Wind speed'],
  ['wind_direction', 'deg', 0, 360, false, 'Звідки вітер', 'Where the wind comes from'],
  ['temperature', 'degC', -40, 50, false, 'Температура', 'Temperature'],
  ['humidity', '%', 0, 100, false, 'Відносна вологість', 'Relative humidity'],
  ['pressure', 'hPa', 850, 1100, false, 'Тиск', 'Pressure'],
]

export const airProperties = properties.map(([property]) => property)

export default defineSeed({
  name: 'air_properties',
  title: {uk: 'Що вимірюють станції повітря', en: 'What air stations measure'},
  describe: {
    uk: 'Властивості повітря, їхні одиниці та межі, поза якими покази позначено як out_of_range.',
    en: 'Properties of air, their units, and the limits beyond which a reading is flagged out_of_range.',
  },
  grain: ['property'],
  columns: {
    property: {type: 'text', uk: 'Що вимірювали', en: 'What was measured'},
    unit: {type: 'text', uk: 'Одиниця', en: 'Unit'},
    least: {type: 'number', uk: 'Найменше можливе', en: 'Least that can be'},
    most: {type: 'number', uk: 'Найбільше можливе', en: 'Most that can be'},
    is_dust: {type: 'boolean', uk: 'Чи це пил', en: 'Is it particles'},
    property_name_uk: {type: 'text', uk: 'Назва українською', en: 'Name in Ukrainian'},
    property_name_en: {type: 'text', uk: 'Назва англійською', en: 'Name in English'},
  },
  rows: () =>
    properties.map(([property, unit, least, most, isDust, uk, en]) => ({
      property,
      unit,
      least,
      most,
      is_dust: isDust,
      property_name_uk: uk,
      property_name_en: en,
    })),
})
