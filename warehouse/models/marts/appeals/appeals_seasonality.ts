import {exponential, jsonElements, jsonNumber, monthAfter} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import series from '../../intermediate/appeals/int_appeals_series.ts'

export default defineModel({
  name: 'appeals_seasonality',
  title: {uk: 'Сезонність звернень', en: 'Seasonality of appeals'},
  describe: {
    uk: 'Скільки звернень на тему за місяць – від загального рівня, скільки від пори року, скільки від решти: STL (Клівленд та ін., 1990) на логарифмі, сезон сталий з року в рік, стійко до викидів. Рівень, помножений на сезон і на решту, – це звернення місяця й ще одне. Лише цілі місяці.',
    en: 'How much of the appeals about a topic in a month is the general level, how much the time of year, how much the rest: STL (Cleveland et al., 1990) on the logarithm, a season that is the same every year, robust to outliers. The level times the season times the rest is the appeals of the month and one more. Whole months only.',
  },
  grain: ['city', 'category', 'month'],
  publish: true,
  inputs: [series],
  columns: {
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    level: {
      uk: 'Рівень, звернень за місяць (і ще одне)',
      en: 'Level, appeals a month (and one more)',
      unit: '1',
    },
    season: {
      uk: 'У скільки разів більше від пори року',
      en: 'How many times more for the time of year',
      unit: '1',
    },
    rest: {
      uk: 'У скільки разів більше, ніж рівень і сезон',
      en: 'How many times more than level and season',
      unit: '1',
    },
  },
  query: db =>
    db
      .selectFrom('int_appeals_series as series')
      .crossJoin(eb => jsonElements(eb.ref('series.parts')))
      .where('series.district', '=', '')
      .select(eb => {
        const of = (path: string) => jsonNumber(eb.ref('element.json'), path).$notNull()
        return [
          'series.city',
          'series.category',
          monthAfter(eb.ref('series.first_month'), of('n')).as('month'),
          exponential(of('trend')).as('level'),
          exponential(of('seasonal')).as('season'),
          exponential(of('remainder')).as('rest'),
        ]
      })
      .orderBy('series.city')
      .orderBy('series.category')
      .orderBy('month'),
})
