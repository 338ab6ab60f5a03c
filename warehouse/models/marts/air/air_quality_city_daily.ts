import {countOf, integer, medianOf, rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import daily from './air_quality_daily.ts'

export default defineModel({
  name: 'air_quality_city_daily',
  title: {uk: 'Повітря міста за добу', en: 'Air of the city, daily'},
  describe: {
    uk: 'Одне число на місто: медіана станцій із повною добою і скільки їх. Еталонні станції окремо (reference) і всі разом (all). Середнє тут не годиться: одна зіпсована станція зсуває його скільки завгодно.',
    en: 'One figure for the city: the median of stations with a complete day, and how many they are. Reference stations apart (reference) and all together (all). A mean would not do: one broken station moves it as far as it likes.',
  },
  grain: ['city', 'stations_of', 'property', 'date'],
  publish: true,
  inputs: [daily],
  columns: {
    stations_of: {uk: 'Які станції: reference еталонні, all усі', en: 'Which stations: reference or all'},
    median: {uk: 'Медіана станцій, в одиниці unit', en: 'Median of stations, in the unit of the column unit'},
    least: {uk: 'Найменше серед станцій', en: 'Least of the stations'},
    most: {uk: 'Найбільше серед станцій', en: 'Most of the stations'},
    stations: {uk: 'Скільки станцій', en: 'How many stations', unit: '1'},
  },
  query: db => {
    const days = db.selectFrom('air_quality_daily').where('is_complete', '=', true)
    const columns = ['city', 'property', 'unit', 'date', 'mean'] as const
    const both = days
      .select([...columns, eb => eb.val('all').as('stations_of')])
      .unionAll(
        days
          .where('is_reference', '=', true)
          .select([...columns, eb => eb.val('reference').as('stations_of')]),
      )
    return db
      .selectFrom(both.as('day'))
      .select(eb => [
        'city',
        'stations_of',
        'property',
        'unit',
        'date',
        rounded(medianOf(eb.ref('mean')), 3).as('median'),
        eb.fn.min('mean').as('least'),
        eb.fn.max('mean').as('most'),
        integer(countOf()).as('stations'),
      ])
      .groupBy(['city', 'stations_of', 'property', 'unit', 'date'])
      .orderBy('city')
      .orderBy('stations_of')
      .orderBy('property')
      .orderBy('date')
  },
})
