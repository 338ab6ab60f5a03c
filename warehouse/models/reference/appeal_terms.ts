import {defineSeed} from '../../src/model.ts'

/** Law of Ukraine on Citizens' Appeals, No. 393/96-ВР of 2 October 1996, article 20. Days are calendar days. */
const article20 = {
  category: '',
  subcategory: '',
  legal_basis: 'statutory',
  valid_from: '1996-10-02',
  source: 'Закон України «Про звернення громадян» від 02.10.1996 № 393/96-ВР, стаття 20',
}

export default defineSeed({
  name: 'appeal_terms',
  title: {uk: 'Строки розгляду звернень', en: 'Terms for appeals'},
  describe: {
    uk: 'Скільки часу є на звернення: за законом – місяць, 15 діб без додаткового вивчення, щонайбільше 45 діб із продовженням; за нормою служби – скільки вона собі встановила (профіль міста). Порожня тема – будь-яка.',
    en: 'How long there is for an appeal: by law a month, 15 days where nothing has to be studied, at most 45 days when extended; by the norm of a service what it has set itself (the city’s profile). An empty topic is any.',
  },
  grain: ['city', 'legal_basis', 'kind', 'category', 'subcategory'],
  publish: true,
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    legal_basis: {
      type: 'text',
      uk: 'Підстава: statutory звернення за законом, service_request заявка за нормою служби',
      en: 'Ground: statutory an appeal by law, service_request a request by the norm of a service',
    },
    kind: {
      type: 'text',
      uk: 'usual звичайний, no_study без додаткового вивчення, extended найдовший із продовженням',
      en: 'usual, no_study where nothing has to be studied, extended the longest with an extension',
    },
    category: {type: 'text', uk: 'Тема; порожньо – будь-яка', en: 'Topic; empty for any'},
    subcategory: {type: 'text', uk: 'Вид; порожньо – будь-який', en: 'Kind; empty for any'},
    term: {type: 'text', uk: 'Строк, тривалість ISO 8601', en: 'The term, an ISO 8601 duration'},
    valid_from: {type: 'date', nullable: true, uk: 'Від якого дня діє', en: 'The day from which it holds'},
    source: {type: 'text', uk: 'Хто так установив', en: 'Who has set it'},
  },
  rows: cities =>
    cities.flatMap(({id: city, country, appealNorms}) => [
      ...(country === 'UA'
        ? [
            {city, kind: 'usual', term: 'P1M', ...article20},
            {city, kind: 'no_study', term: 'P15D', ...article20},
            {city, kind: 'extended', term: 'P45D', ...article20},
          ]
        : []),
      ...appealNorms.map(({category, subcategory = '', term, from = null, source}) => ({
        city,
        kind: 'usual',
        legal_basis: 'service_request',
        category,
        subcategory,
        term,
        valid_from: from,
        source,
      })),
    ]),
})
