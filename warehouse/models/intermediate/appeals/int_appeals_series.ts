import {
  forecastCounts,
  lastOfMonth,
  listOf,
  localDate,
  monthlyStl,
  monthOf,
  wholeSum,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import events from './int_appeals_events.ts'

/**
 * Whole months of every topic, and of every topic in a district, as one series each, and what is computed of it as a
 * whole. The first months of a register may be those in which few used it: nothing is cut off.
 */
export default defineModel({
  name: 'int_appeals_series',
  title: {uk: 'Ряди звернень', en: 'Series of appeals'},
  describe: {
    uk: 'Скільки звернень надходило місяць за місяцем, розклад ряду і прогноз.',
    en: 'How many appeals came month after month, the series taken apart, and its forecast.',
  },
  grain: ['city', 'category', 'district'],
  inputs: [events, cities],
  columns: {
    first_month: {uk: 'Перший місяць', en: 'First month'},
    last_month: {uk: 'Останній цілий місяць', en: 'The last whole month'},
    months: {uk: 'Скільки цілих місяців', en: 'How many whole months', unit: '1'},
    received: {uk: 'Надійшло за ці місяці', en: 'Received in these months', unit: '1'},
    parts: {uk: 'Тренд, сезон і залишок, JSON', en: 'Trend, season and remainder, JSON'},
    forecast: {uk: 'Прогноз і його перевірка, JSON', en: 'Forecast and its test, JSON'},
  },
  query: db => {
    const whole = db
      .selectFrom('int_appeals_events as event')
      .innerJoin('cities', 'cities.city', 'event.city')
      .where(eb =>
        eb(
          localDate(eb.ref('event.watched_until'), eb.ref('cities.zone')),
          '>=',
          lastOfMonth(yearOf(eb.ref('event.month')), monthOf(eb.ref('event.month'))),
        ),
      )
      .select(['event.city', 'event.month', 'event.category', 'event.district', 'event.received'])
    return db
      .with('whole', () => whole)
      .with('each_month', one => one.selectFrom('whole').select(['city', 'month']).distinct())
      .with('event', one =>
        one
          .selectFrom('whole')
          .where('district', '!=', 'unknown')
          .select(['city', 'month', 'category', 'district', 'received'])
          .unionAll(
            one
              .selectFrom('whole')
              .select(eb => ['city', 'month', 'category', eb.val('').as('district'), 'received']),
          ),
      )
      .with('part', one => one.selectFrom('event').select(['city', 'category', 'district']).distinct())
      .with('filled', one =>
        one
          .selectFrom('each_month')
          .innerJoin('part', 'part.city', 'each_month.city')
          .leftJoin('event', join =>
            join
              .onRef('event.city', '=', 'each_month.city')
              .onRef('event.month', '=', 'each_month.month')
              .onRef('event.category', '=', 'part.category')
              .onRef('event.district', '=', 'part.district'),
          )
          .select(eb => [
            'each_month.city',
            'each_month.month',
            'part.category',
            'part.district',
            wholeSum(eb.ref('event.received')).as('n'),
          ])
          .groupBy(['each_month.city', 'each_month.month', 'part.category', 'part.district']),
      )
      .with('series', one =>
        one
          .selectFrom('filled')
          .select(eb => [
            'city',
            'category',
            'district',
            eb.fn.min('month').as('first_month'),
            eb.fn.max('month').as('last_month'),
            eb.fn.countAll<number>().as('months'),
            wholeSum(eb.ref('n')).as('received'),
            listOf(eb.ref('n'), eb.ref('month')).as('counts'),
          ])
          .groupBy(['city', 'category', 'district']),
      )
      .selectFrom('series')
      .select(eb => [
        'city',
        'category',
        'district',
        'first_month',
        'last_month',
        'months',
        'received',
        monthlyStl(eb.ref('counts')).as('parts'),
        forecastCounts(eb.ref('counts')).as('forecast'),
      ])
  },
})
