import {
  forecastCounts,
  lastOfMonth,
  listOf,
  localDate,
  maxOver,
  monthlyStl,
  monthOf,
  wholeSum,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import events from './int_appeals_events.ts'

/** Of its fullest month, what the first month must have in which a register was really kept. */
const begunShare = 0.05

/** Series with fewer appeals a month are not forecast: what comes next is chance. */
const enoughMonthly = 5

/**
 * Whole months of every topic, and of every topic in a district, as one series each, and what is computed of it as a
 * whole. Strays of years before a register was kept are left out.
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
    parts: {
      uk: 'Тренд, сезон і залишок теми в усьому місті, JSON',
      en: 'Trend, season and remainder of a topic in the whole city, JSON',
    },
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
      .with('whole_city', one =>
        one
          .selectFrom('whole')
          .select(eb => ['city', 'month', wholeSum(eb.ref('received')).as('n')])
          .groupBy(['city', 'month']),
      )
      .with('begun', one =>
        one
          .selectFrom(
            one
              .selectFrom('whole_city')
              .selectAll()
              .select(eb => maxOver(eb.ref('n'), [eb.ref('city')]).as('most'))
              .as('compared'),
          )
          .where(eb => eb('n', '>=', eb('most', '*', eb.lit(begunShare))))
          .select(eb => ['city', eb.fn.min('month').as('month')])
          .groupBy('city'),
      )
      .with('each_month', one =>
        one
          .selectFrom('whole_city')
          .innerJoin('begun', join =>
            join.onRef('begun.city', '=', 'whole_city.city').onRef('begun.month', '<=', 'whole_city.month'),
          )
          .select(['whole_city.city', 'whole_city.month']),
      )
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
        eb
          .case()
          .when('district', '=', '')
          .then(monthlyStl(eb.ref('counts')))
          .end()
          .as('parts'),
        eb
          .case()
          .when(eb('received', '>=', eb('months', '*', eb.lit(enoughMonthly))))
          .then(forecastCounts(eb.ref('counts')))
          .end()
          .as('forecast'),
      ])
  },
})
