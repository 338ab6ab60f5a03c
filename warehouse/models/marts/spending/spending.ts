import spendingData from '@hromada/datasets/spending/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'
import links from '../../intermediate/spending/int_spending_links.ts'

export default defineModel({
  name: 'spending',
  title: spendingData.title,
  describe: {
    uk: 'Кожен платіж: хто платив, коли, скільки, за якою програмою й економічним кодом, за яким договором і наскільки це певно. Людей серед одержувачів не названо.',
    en: 'Every payment: who paid, when, how much, under which programme and economic code, under which contract and how sure that is. Persons among payees are not named.',
  },
  grain: ['city', 'payment_id'],
  publish: true,
  inputs: [staging(spendingData), links],
  query: db =>
    db
      .selectFrom('stg_spending as payment')
      .leftJoin('int_spending_links as link', join =>
        join.onRef('link.city', '=', 'payment.city').onRef('link.payment_id', '=', 'payment.payment_id'),
      )
      .select(eb => [
        'payment.city',
        'payment.payment_id',
        'payment.paid_date',
        'payment.document_date',
        'payment.document_number',
        'payment.amount_uah',
        'payment.currency',
        'payment.payer_code',
        'payment.payer_name',
        'payment.payee_code',
        'payment.payee_name',
        'payment.kekv',
        'payment.program',
        'payment.contract_number',
        'payment.budget_code',
        'link.linked_contract_id',
        eb.fn.coalesce('link.link_level', eb.val('unmatched')).as('link_level'),
      ])
      .orderBy('payment.city')
      .orderBy('payment.payment_id'),
})
