import {jsonElements, jsonNumber, jsonText, monthAfter} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import series from '../../intermediate/appeals/int_appeals_series.ts'
import skill from './appeals_forecast_skill.ts'

export default defineModel({
  name: 'appeals_forecast',
  title: {uk: 'Прогноз звернень', en: 'Forecast of appeals'},
  describe: {
    uk: 'Скільки звернень чекати в наступні три місяці за темою й темою в районі: середнє (у логарифмах) торішнього й STL із простим експоненційним згладжуванням; медіана та інтервал 80 % з помилок на минулому. Лише там, де прогноз кращий за «як торік»; решта – у таблиці його перевірки. Подій, яких не було, прогноз не знає.',
    en: 'How many appeals to expect in the next three months by topic and topic in a district: the mean (of logarithms) of last year’s number and of STL with simple exponential smoothing; the median and the interval of 80 % from errors on the past. Only where the forecast is better than "as last year"; the rest is in the table of its test. It knows nothing of events that have not been.',
  },
  grain: ['city', 'category', 'district', 'month'],
  publish: true,
  inputs: [series, skill],
  // What has skill this month may have none in the next.
  largestDrop: 1,
  columns: {
    month: {uk: 'Місяць прогнозу', en: 'Month that is forecast'},
    step: {uk: 'На скільки місяців уперед', en: 'Months ahead', unit: '1'},
    expected: {uk: 'Скільки чекати (медіана)', en: 'How many to expect (the median)', unit: '1'},
    low_80: {uk: 'Нижня межа 80 % інтервалу', en: 'Lower end of the 80 % interval', unit: '1'},
    high_80: {uk: 'Верхня межа 80 % інтервалу', en: 'Upper end of the 80 % interval', unit: '1'},
  },
  query: db =>
    db
      .selectFrom('int_appeals_series as series')
      .innerJoin('appeals_forecast_skill as tested', join =>
        join
          .onRef('tested.city', '=', 'series.city')
          .onRef('tested.category', '=', 'series.category')
          .onRef('tested.district', '=', 'series.district'),
      )
      .crossJoin(eb => jsonElements(jsonText(eb.ref('series.forecast'), 'expected')))
      .where('tested.has_skill', '=', true)
      .select(eb => {
        const ahead = (path: string) => jsonNumber(eb.ref('element.json'), path).$notNull()
        return [
          'series.city',
          'series.category',
          'series.district',
          monthAfter(eb.ref('series.last_month'), ahead('step')).as('month'),
          ahead('step').as('step'),
          ahead('value').as('expected'),
          ahead('low').as('low_80'),
          ahead('high').as('high_80'),
          'tested.skill',
        ]
      })
      .orderBy('series.city')
      .orderBy('series.category')
      .orderBy('series.district')
      .orderBy('month'),
})
