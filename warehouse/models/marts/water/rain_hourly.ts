import rainfall from '@hromada/datasets/rainfall/dataset.ts'
import {countOf, hourOf, integer, medianOf, rounded, sumOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'rain_hourly',
  title: {uk: 'Дощ щогодини', en: 'Rain, hourly'},
  describe: {
    uk: 'Скільки води зібрав кожен дощомір за годину, найсильніші десять хвилин і медіана всіх дощомірів міста за ту саму годину.',
    en: 'How much water every rain gauge caught in an hour, its heaviest ten minutes, and the median of all gauges of the city in that hour.',
  },
  grain: ['city', 'gauge_id', 'hour'],
  publish: true,
  inputs: [staging(rainfall)],
  columns: {
    hour: {uk: 'Початок години', en: 'Start of the hour'},
    rain_mm: {uk: 'Шар води за годину', en: 'Depth of water in the hour', unit: 'mm'},
    heaviest_10min_mm: {uk: 'Найбільше за десять хвилин', en: 'Most in ten minutes', unit: 'mm'},
    city_median_mm: {uk: 'Медіана дощомірів міста', en: 'Median of the city’s gauges', unit: 'mm'},
    readings: {uk: 'Показів за годину, з шести', en: 'Readings of the hour, of six', unit: '1'},
  },
  query: db => {
    const hours = db
      .selectFrom('stg_rainfall')
      .where('rain_mm', '>=', 0)
      .where('rain_mm', '<=', 60)
      .select(eb => [
        'city',
        'gauge_id',
        hourOf(eb.ref('observed_at')).as('hour'),
        sumOf(eb.ref('rain_mm')).as('rain_mm'),
        eb.fn.max('rain_mm').as('heaviest_10min_mm'),
        integer(countOf()).as('readings'),
      ])
      .groupBy(eb => ['city', 'gauge_id', hourOf(eb.ref('observed_at'))])
    const everywhere = db
      .selectFrom(hours.as('hour'))
      .select(eb => ['city', 'hour', medianOf(eb.ref('rain_mm')).as('rain_mm')])
      .groupBy(['city', 'hour'])
    return db
      .selectFrom(hours.as('one'))
      .innerJoin(everywhere.as('all'), join =>
        join.onRef('all.city', '=', 'one.city').onRef('all.hour', '=', 'one.hour'),
      )
      .select(eb => [
        'one.city',
        'one.gauge_id',
        'one.hour',
        rounded(eb.ref('one.rain_mm'), 2).as('rain_mm'),
        'one.heaviest_10min_mm',
        rounded(eb.ref('all.rain_mm'), 2).as('city_median_mm'),
        'one.readings',
      ])
      .orderBy('one.city')
      .orderBy('one.gauge_id')
      .orderBy('one.hour')
  },
})
