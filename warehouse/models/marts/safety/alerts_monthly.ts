import {countOf, hoursTouched, hoursWithin, localHour, localMonth, sumWhere} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import merged from './alerts_merged.ts'

export default defineModel({
  name: 'alerts_monthly',
  title: {uk: 'Тривоги за місяцями', en: 'Alerts by month'},
  describe: {
    uk: 'Годин під тривогою за місяць, з них уночі (23–07 за годинником міста), і скільки разів.',
    en: 'Hours under alert in a month, of which at night (23–07 by the city’s clock), and how many times.',
  },
  grain: ['city', 'month'],
  publish: true,
  inputs: [merged, cities],
  columns: {
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    alerts: {uk: 'Скільки разів починалася', en: 'How many began', unit: '1'},
    hours: {uk: 'Годин під тривогою', en: 'Hours under alert', unit: 'h'},
    night_hours: {uk: 'З них уночі, 23–07', en: 'Of which at night, 23–07', unit: 'h'},
  },
  query: db => {
    const touched = db
      .selectFrom('alerts_merged as alert')
      .innerJoin('cities', 'cities.city', 'alert.city')
      .crossJoin(eb => hoursTouched(eb.ref('alert.started_at'), eb.ref('alert.finished_at')))
      .select(['alert.city', 'cities.zone', 'alert.started_at', 'alert.finished_at', 'touched.hour'])
    const parts = db
      .selectFrom(touched.as('touched'))
      .select(eb => [
        'city',
        localMonth(eb.ref('hour'), eb.ref('zone')).as('month'),
        localHour(eb.ref('hour'), eb.ref('zone')).as('local_hour'),
        hoursWithin(eb.ref('hour'), eb.ref('started_at'), eb.ref('finished_at')).as('hours'),
      ])
    const sums = db
      .selectFrom(parts.as('part'))
      .select(eb => [
        'city',
        'month',
        eb.fn.sum<number>('hours').as('hours'),
        sumWhere(eb.ref('hours'), eb.or([eb('local_hour', '>=', 23), eb('local_hour', '<', 7)])).as(
          'night_hours',
        ),
      ])
      .groupBy(['city', 'month'])
    const begun = db
      .selectFrom('alerts_merged as alert')
      .innerJoin('cities', 'cities.city', 'alert.city')
      .select(eb => [
        'alert.city',
        localMonth(eb.ref('alert.started_at'), eb.ref('cities.zone')).as('month'),
        countOf().as('alerts'),
      ])
      .groupBy(eb => ['alert.city', localMonth(eb.ref('alert.started_at'), eb.ref('cities.zone'))])
    return db
      .selectFrom(sums.as('sums'))
      .leftJoin(begun.as('begun'), join =>
        join.onRef('begun.city', '=', 'sums.city').onRef('begun.month', '=', 'sums.month'),
      )
      .select(eb => [
        'sums.city',
        'sums.month',
        eb.fn.coalesce('begun.alerts', eb.lit(0)).as('alerts'),
        'sums.hours',
        'sums.night_hours',
      ])
      .orderBy('sums.city')
      .orderBy('sums.month')
  },
})
