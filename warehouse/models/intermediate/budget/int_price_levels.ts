import consumerPrices from '@hromada/datasets/consumer-prices/dataset.ts'
import {monthOf, quotient, running, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/**
 * Chained consumer prices: the product of the indices to the month before. `to_last` is by what an amount of a month is
 * multiplied to be in prices of the last month of the file.
 */
export default defineModel({
  name: 'int_price_levels',
  title: {uk: 'Рівень цін за місяцями', en: 'Price level by month'},
  describe: {
    uk: 'Ціни кожного місяця проти цін останнього.',
    en: 'Prices of each month against those of the last one.',
  },
  grain: ['city', 'year', 'month'],
  inputs: [staging(consumerPrices)],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць', en: 'Month'},
    to_last: {
      uk: 'Ціни останнього місяця проти цін цього',
      en: 'Prices of the last month against those of this one',
      unit: '1',
    },
    prices_of: {uk: 'У цінах якого місяця', en: 'In prices of which month'},
  },
  query: db => {
    const chained = db
      .selectFrom('stg_consumer_prices')
      .select(eb => [
        'city',
        'month as at',
        running(
          'product',
          quotient(eb.ref('to_month_before_percent'), eb.lit(100)),
          [eb.ref('city')],
          eb.ref('month'),
        ).as('level'),
      ])
    const last = db
      .selectFrom('stg_consumer_prices')
      .select(eb => ['city', eb.fn.max('month').as('at')])
      .groupBy('city')
    return db
      .selectFrom(chained.as('price'))
      .innerJoin(last.as('last'), 'last.city', 'price.city')
      .innerJoin(chained.as('final'), join =>
        join.onRef('final.city', '=', 'last.city').onRef('final.at', '=', 'last.at'),
      )
      .select(eb => [
        'price.city',
        yearOf(eb.ref('price.at')).as('year'),
        monthOf(eb.ref('price.at')).as('month'),
        quotient(eb.ref('final.level'), eb.ref('price.level')).as('to_last'),
        'last.at as prices_of',
      ])
  },
})
