import spendingData from '@hromada/datasets/spending/dataset.ts'
import {countOf, left, monthOf, sumOfMoney, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Held against the treasury's programmes, line by line, in `budget_reconciliation` under the rule `payments`. */
export default defineModel({
  name: 'spending_monthly',
  title: {uk: 'Платежі за місяцями', en: 'Payments by month'},
  describe: {
    uk: 'Скільки сплачено за місяць за кожною програмою й економічним кодом і скількома платежами.',
    en: 'What was paid in a month under each programme and economic code, and in how many payments.',
  },
  grain: ['city', 'year', 'month', 'program', 'kekv'],
  publish: true,
  inputs: [staging(spendingData)],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць', en: 'Month'},
    manager: {
      uk: 'Головний розпорядник: перші два знаки програми',
      en: 'Main manager: the first two digits of the programme',
    },
    payments: {uk: 'Платежів', en: 'Payments', unit: '1'},
    paid_uah: {uk: 'Сплачено; повернуте віднято', en: 'Paid, less what came back', unit: 'UAH'},
  },
  query: db => {
    const payments = db
      .selectFrom('stg_spending')
      .select(eb => [
        'city',
        yearOf(eb.ref('paid_date')).as('year'),
        monthOf(eb.ref('paid_date')).as('month'),
        eb.fn.coalesce('program', eb.val('')).as('program'),
        eb.fn.coalesce('kekv', eb.val('')).as('kekv'),
        'amount_uah',
      ])
    return db
      .selectFrom(payments.as('payment'))
      .select(eb => [
        'city',
        'year',
        'month',
        left(eb.ref('program'), 2).as('manager'),
        'program',
        'kekv',
        countOf().as('payments'),
        sumOfMoney(eb.ref('amount_uah')).as('paid_uah'),
      ])
      .groupBy(['city', 'year', 'month', 'program', 'kekv'])
      .orderBy('city')
      .orderBy('year')
      .orderBy('month')
      .orderBy('program')
      .orderBy('kekv')
  },
})
