import {countOf, energyMean, integer, rounded, weekdayOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import hourly from './noise_hourly.ts'

export default defineModel({
  name: 'noise_daily',
  title: {uk: 'Шум за добу', en: 'Noise, daily'},
  describe: {
    uk: 'Рівень звуку вдень (07–19), увечері (19–23) і вночі (23–07) кожної доби. Децибели усереднено за енергією, а не арифметично.',
    en: 'Sound level by day (07–19), in the evening (19–23) and at night (23–07) of every date. Decibels are averaged by energy, not arithmetically.',
  },
  grain: ['city', 'station_id', 'date', 'period'],
  publish: true,
  inputs: [hourly],
  columns: {
    weekday: {uk: 'День тижня, 1 понеділок … 7 неділя', en: 'Weekday, 1 Monday … 7 Sunday'},
    laeq: {uk: 'LAeq частини доби', en: 'LAeq of the part of the day', unit: 'dB'},
    l90_lowest: {uk: 'Найнижчий фоновий рівень L90', en: 'Lowest background level L90', unit: 'dB'},
    hours: {uk: 'Дійсних годин', en: 'Valid hours', unit: 'h'},
  },
  query: db =>
    db
      .selectFrom('noise_hourly')
      .where('flag', '=', 'ok')
      .select(eb => [
        'city',
        'station_id',
        'date',
        weekdayOf(eb.ref('date')).as('weekday'),
        'period',
        rounded(energyMean(eb.ref('laeq')), 1).as('laeq'),
        eb.fn.min('l90').as('l90_lowest'),
        integer(countOf()).as('hours'),
      ])
      .groupBy(eb => ['city', 'station_id', 'date', 'period', weekdayOf(eb.ref('date'))])
      .orderBy('city')
      .orderBy('station_id')
      .orderBy('date')
      .orderBy('period'),
})
