import {countOf, sumOfMoney, yearOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import spending from './spending.ts'

export default defineModel({
  name: 'spending_links',
  title: {
    uk: 'Наскільки певно платежі повʼязано з договорами',
    en: 'How surely payments are linked to contracts',
  },
  describe: {
    uk: 'Скільки платежів і яку суму повʼязано з договором, за ступенем певності.',
    en: 'How many payments, and what amount, are linked to a contract, by how sure the link is.',
  },
  grain: ['city', 'year', 'link_level'],
  publish: true,
  inputs: [spending],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    payments: {uk: 'Платежів', en: 'Payments', unit: '1'},
    paid_uah: {uk: 'Сплачено', en: 'Paid', unit: 'UAH'},
  },
  query: db =>
    db
      .selectFrom('spending')
      .select(eb => [
        'city',
        yearOf(eb.ref('paid_date')).as('year'),
        'link_level',
        countOf().as('payments'),
        sumOfMoney(eb.ref('amount_uah')).as('paid_uah'),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('paid_date')), 'link_level'])
      .orderBy('city')
      .orderBy('year')
      .orderBy('link_level'),
})
