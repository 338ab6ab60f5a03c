import spendingData from '@hromada/datasets/spending/dataset.ts'
import {countOf, nullIfZero, quotient, sumOfMoney, totalOver, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Legal entities by name; all persons, and payees who are not known, together under an empty code. */
export default defineModel({
  name: 'spending_payees',
  title: {uk: 'Кому платить місто', en: 'Whom the city pays'},
  describe: {
    uk: 'Скільки сплачено кожній юридичній особі за програмою й роком, її частка програми й перший платіж. Людей не названо: усі разом, код порожній.',
    en: 'What each legal entity was paid by programme and year, its share of the programme and its first payment. Persons are not named: all together, with an empty code.',
  },
  grain: ['city', 'year', 'program', 'payee_code'],
  publish: true,
  inputs: [staging(spendingData)],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    program: {
      uk: 'Код програми; порожньо, якщо не зазначено',
      en: 'Programme code; empty where it is not stated',
    },
    payee_code: {
      uk: 'ЄДРПОУ одержувача; порожньо – люди, усі разом',
      en: 'EDRPOU code of the payee; empty for persons, all together',
    },
    payee_name: {uk: 'Юридична особа', en: 'Legal entity'},
    payments: {uk: 'Платежів', en: 'Payments', unit: '1'},
    paid_uah: {uk: 'Сплачено', en: 'Paid', unit: 'UAH'},
    share_of_program: {
      uk: 'Частка сплаченого за програмою',
      en: 'Share of what the programme paid',
      unit: '1',
    },
    first_paid_date: {
      uk: 'Перший платіж цьому одержувачу, за будь-якою програмою',
      en: 'First payment to this payee, under any programme',
    },
  },
  query: db => {
    const payments = db
      .selectFrom('stg_spending')
      .select(eb => [
        'city',
        yearOf(eb.ref('paid_date')).as('year'),
        'paid_date',
        eb.fn.coalesce('program', eb.val('')).as('program'),
        eb.fn.coalesce('payee_code', eb.val('')).as('payee_code'),
        'payee_name',
        'amount_uah',
      ])
    const known = db
      .selectFrom(payments.as('payment'))
      .select(eb => [
        'city',
        'payee_code',
        // Some banks write names in capitals, which come before small letters.
        eb.fn.max('payee_name').as('payee_name'),
        eb.fn.min('paid_date').as('first_paid_date'),
      ])
      .groupBy(['city', 'payee_code'])
    const summed = db
      .selectFrom(payments.as('payment'))
      .select(eb => [
        'city',
        'year',
        'program',
        'payee_code',
        countOf().as('payments'),
        sumOfMoney(eb.ref('amount_uah')).as('paid_uah'),
      ])
      .groupBy(['city', 'year', 'program', 'payee_code'])
    return db
      .selectFrom(summed.as('payee'))
      .innerJoin(known.as('known'), join =>
        join.onRef('known.city', '=', 'payee.city').onRef('known.payee_code', '=', 'payee.payee_code'),
      )
      .select(eb => [
        'payee.city',
        'payee.year',
        'payee.program',
        'payee.payee_code',
        'known.payee_name',
        'payee.payments',
        'payee.paid_uah',
        quotient(
          eb.ref('payee.paid_uah'),
          nullIfZero(
            totalOver(eb.ref('payee.paid_uah'), [
              eb.ref('payee.city'),
              eb.ref('payee.year'),
              eb.ref('payee.program'),
            ]),
          ),
        )
          .$castTo<number | null>()
          .as('share_of_program'),
        'known.first_paid_date',
      ])
      .orderBy('payee.city')
      .orderBy('payee.year')
      .orderBy('payee.program')
      .orderBy('payee.payee_code')
  },
})
