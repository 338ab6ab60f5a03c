import {jsonNumber} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import series from '../../intermediate/appeals/int_appeals_series.ts'

/** Every series that could be tested is here, also those that the forecast has nothing to say of. */
export default defineModel({
  name: 'appeals_forecast_skill',
  title: {uk: 'Чого варті прогнози звернень', en: 'What forecasts of appeals are worth'},
  describe: {
    uk: 'Перевірка прогнозу на минулому за кожною темою й темою в районі: з кожного з останніх місяців (до 24) прогнозовано три наступні, знаючи лише те, що було до нього, і порівняно з «як торік того ж місяця». Прогноз публікуємо лише там, де він кращий в обох половинах перевірки. Ряди, коротші за чотири роки або з менш ніж п’ятьма зверненнями на місяць, не перевіряються.',
    en: 'The forecast tested on the past for each topic and topic in a district: from each of the last months (up to 24) the next three were forecast, knowing only what was before it, and compared with "as in the same month a year ago". A forecast is published only where it is better in both halves of the test. Series shorter than four years or with fewer than five appeals a month are not tested.',
  },
  grain: ['city', 'category', 'district'],
  publish: true,
  inputs: [series],
  columns: {
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    origins: {uk: 'Зі скількох місяців прогнозовано', en: 'Months from which it was forecast', unit: '1'},
    mean_error: {
      uk: 'Середня абсолютна помилка прогнозу, звернень за місяць',
      en: 'Mean absolute error of the forecast, appeals a month',
      unit: '1',
    },
    naive_error: {
      uk: 'Те саме, якби брати торішнє',
      en: 'The same of taking last year’s number',
      unit: '1',
    },
    skill: {
      uk: 'На яку частку помилка менша, ніж у торішнього',
      en: 'Share by which the error is smaller than that of last year’s number',
      unit: '1',
    },
    skill_earlier: {
      uk: 'Те саме за першу половину перевірки',
      en: 'The same in the first half of the test',
      unit: '1',
    },
    skill_later: {
      uk: 'Те саме за другу половину перевірки',
      en: 'The same in the second half of the test',
      unit: '1',
    },
    coverage_80: {
      uk: 'Яка частка значень потрапила в інтервал 80 %, складений з решти місяців',
      en: 'Share of values that fell into the interval of 80 % made from the other months',
      unit: '1',
    },
    has_skill: {uk: 'Чи прогноз публікується', en: 'Is the forecast published'},
  },
  query: db =>
    db
      .selectFrom('int_appeals_series')
      .where('forecast', 'is not', null)
      .select(eb => {
        const found = (path: string) => jsonNumber(eb.ref('forecast'), path)
        return [
          'city',
          'category',
          'district',
          'months',
          'received',
          found('origins').as('origins'),
          found('meanError').as('mean_error'),
          found('naiveError').as('naive_error'),
          found('skill').as('skill'),
          found('skillEarlier').as('skill_earlier'),
          found('skillLater').as('skill_later'),
          found('coverage').as('coverage_80'),
          eb.fn
            .coalesce(
              eb.and([eb(found('skillEarlier'), '>', 0), eb(found('skillLater'), '>', 0)]),
              eb.lit(false),
            )
            .$castTo<boolean>()
            .as('has_skill'),
        ]
      })
      .orderBy('city')
      .orderBy('category')
      .orderBy('district'),
})
