import trafficCounts from '@hromada/datasets/traffic-counts/dataset.ts'
import {localDate, localHour} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

const classes = ['cars', 'trucks', 'buses', 'bicycles'] as const

export default defineModel({
  name: 'traffic_hourly',
  title: {uk: 'Рух щогодини', en: 'Traffic, hourly'},
  describe: {
    uk: 'Скільки транспорту лічильник бачив за годину в кожному напрямку, з годиною за годинником міста. Порожнє – лічильник переповнився або мовчав.',
    en: 'How much traffic a counter saw in an hour in each direction, with the hour by the city’s clock. Empty: the counter ran over or was silent.',
  },
  grain: ['city', 'counter_id', 'direction', 'counted_at'],
  publish: true,
  inputs: [staging(trafficCounts), cities],
  columns: {
    date: {uk: 'Дата за годинником міста', en: 'Date by the city’s clock'},
    local_hour: {uk: 'Година за годинником міста, 0–23', en: 'Hour by the city’s clock, 0–23'},
    vehicles: {uk: 'Усього, разом із велосипедами', en: 'In all, bicycles with them', unit: '1'},
  },
  query: db =>
    db
      .selectFrom('stg_traffic_counts as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .select(['hour.city', 'hour.counter_id', 'hour.direction', 'hour.counted_at'])
      .select(eb => [
        localDate(eb.ref('hour.counted_at'), eb.ref('cities.zone')).as('date'),
        localHour(eb.ref('hour.counted_at'), eb.ref('cities.zone')).as('local_hour'),
        ...classes.map(name => eb.ref(`hour.${name}`).as(name)),
        eb(
          eb('hour.cars', '+', eb.ref('hour.trucks')),
          '+',
          eb('hour.buses', '+', eb.ref('hour.bicycles')),
        ).as('vehicles'),
      ])
      .orderBy('hour.city')
      .orderBy('hour.counter_id')
      .orderBy('hour.direction')
      .orderBy('hour.counted_at'),
})
