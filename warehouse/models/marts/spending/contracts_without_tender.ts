import {countOf, countWhere, sumOfMoney, yearOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import contracts from './contracts.ts'

/**
 * Goods and services from 100,000 hryvnias on are bought by open tender (resolution No. 1178 of 12.10.2022). A buyer who
 * concludes many contracts with one firm just below that line may be splitting one purchase.
 */
const threshold = 100_000

export default defineModel({
  name: 'contracts_without_tender',
  title: {uk: 'Договори без торгів', en: 'Contracts without a tender'},
  describe: {
    uk: 'Скільки договорів без торгів замовник уклав з юридичною особою за рік і скільки з них – трохи менші за поріг торгів: від 90 до 100 тисяч гривень.',
    en: 'How many contracts without a tender a buyer concluded with a legal entity in a year, and how many of them lie just below the threshold of tenders: from 90 to 100 thousand hryvnias.',
  },
  grain: ['city', 'year', 'payer_code', 'contractor_code'],
  publish: true,
  inputs: [contracts],
  columns: {
    year: {uk: 'Рік договору', en: 'Year of the contract'},
    contracts: {uk: 'Договорів без торгів', en: 'Contracts without a tender', unit: '1'},
    contracts_uah: {uk: 'На суму', en: 'Their value', unit: 'UAH'},
    near_threshold: {
      uk: 'З них від 90 до 100 тисяч гривень',
      en: 'Of which from 90 to 100 thousand hryvnias',
      unit: '1',
    },
    near_threshold_uah: {uk: 'На суму', en: 'Their value', unit: 'UAH'},
  },
  query: db =>
    db
      .selectFrom('contracts')
      .where('has_tender', '=', false)
      .where('contractor_code', 'is not', null)
      .select(eb => {
        const isNear = eb.and([
          eb('amount_uah', '>=', eb.lit(threshold * 0.9).$castTo<string>()),
          eb('amount_uah', '<', eb.lit(threshold).$castTo<string>()),
        ])
        return [
          'city',
          yearOf(eb.ref('contract_date')).as('year'),
          'payer_code',
          'contractor_code',
          eb.fn.max('contractor_name').as('contractor_name'),
          countOf().as('contracts'),
          sumOfMoney(eb.ref('amount_uah')).as('contracts_uah'),
          countWhere(isNear).as('near_threshold'),
          sumOfMoney(eb.case().when(isNear).then(eb.ref('amount_uah')).end()).as('near_threshold_uah'),
        ]
      })
      .groupBy(eb => ['city', yearOf(eb.ref('contract_date')), 'payer_code', 'contractor_code'])
      .orderBy('city')
      .orderBy('year')
      .orderBy('payer_code')
      .orderBy('contractor_code'),
})
