import contracts from '@hromada/datasets/contracts/dataset.ts'
import spending from '@hromada/datasets/spending/dataset.ts'
import {contractNumberKey, descending, rowNumber, wholeDays} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/**
 * The contract that a payment was made under, and how sure that is:
 *
 * - `confirmed`: the payment bears the contract's number in the system (contractId);
 * - `probable`: payer, payee and the contract's own number agree, and the day lies in its term;
 * - `possible`: payer and payee agree, and either the number does outside the term, or the amount is the contract's to
 *   the kopiyka.
 *
 * Persons who trade are not told apart in the warehouse: theirs are linked by payer and number, never by amount alone. Of
 * several contracts the surest is taken, then the newest that was concluded by the day of payment. A payment without
 * a row here is unmatched: wages and taxes have no contract.
 */
export default defineModel({
  name: 'int_spending_links',
  title: {uk: 'Платежі та їхні договори', en: 'Payments and their contracts'},
  describe: {
    uk: 'За яким договором зроблено платіж і наскільки це певно.',
    en: 'Under which contract a payment was made, and how sure that is.',
  },
  grain: ['city', 'payment_id'],
  inputs: [staging(spending), staging(contracts)],
  columns: {
    linked_contract_id: {uk: 'Договір, за яким сплачено', en: 'Contract under which it was paid'},
    link_level: {
      uk: 'confirmed платіж названо номером договору в системі; probable збігаються платник, одержувач і номер договору, день у строку дії; possible збігаються платник, одержувач і номер поза строком або сума; unmatched договору не знайдено',
      en: 'confirmed: the payment bears the contract’s number in the system; probable: payer, payee and the contract’s number agree within its term; possible: payer, payee and the number outside the term, or the amount; unmatched: no contract was found',
    },
  },
  query: db => {
    const confirmed = db
      .selectFrom('stg_spending as payment')
      .innerJoin('stg_contracts as contract', join =>
        join
          .onRef('contract.city', '=', 'payment.city')
          .onRef('contract.contract_id', '=', 'payment.contract_id'),
      )
      .select(eb => [
        'payment.city',
        'payment.payment_id',
        'contract.contract_id as linked_contract_id',
        eb.val('confirmed').as('link_level'),
      ])
    const guessed = db
      .selectFrom('stg_spending as payment')
      .innerJoin('stg_contracts as contract', join =>
        join
          .onRef('contract.city', '=', 'payment.city')
          .onRef('contract.payer_code', '=', 'payment.payer_code')
          .on(eb =>
            eb(
              eb.fn.coalesce('contract.contractor_code', eb.val('')),
              '=',
              eb.fn.coalesce('payment.payee_code', eb.val('')),
            ),
          ),
      )
      .where('payment.contract_id', 'is', null)
      .where(eb => eb('contract.contract_date', '<=', eb.ref('payment.paid_date')))
      .where(eb =>
        eb.or([
          eb(
            contractNumberKey(eb.ref('payment.contract_number')),
            '=',
            contractNumberKey(eb.ref('contract.contract_number')),
          ),
          eb.and([
            eb('payment.contract_number', 'is', null),
            eb('payment.payee_code', 'is not', null),
            eb('payment.amount_uah', '=', eb.ref('contract.amount_uah')),
          ]),
        ]),
      )
      .select(eb => [
        'payment.city',
        'payment.payment_id',
        'contract.contract_id as linked_contract_id',
        eb
          .case()
          .when(
            eb.and([
              eb('payment.contract_number', 'is not', null),
              eb.or([
                eb('contract.to_date', 'is', null),
                eb('contract.to_date', '>=', eb.ref('payment.paid_date')),
              ]),
            ]),
          )
          .then('probable')
          .else('possible')
          .end()
          .as('link_level'),
        wholeDays(eb.ref('contract.contract_date'), eb.ref('payment.paid_date')).as('days'),
      ])
    const ranked = db
      .selectFrom(guessed.as('guess'))
      .select(eb => [
        'city',
        'payment_id',
        'linked_contract_id',
        'link_level',
        rowNumber(
          [eb.ref('city'), eb.ref('payment_id')],
          [descending(eb.ref('link_level')), eb.ref('days'), eb.ref('linked_contract_id')],
        ).as('rank'),
      ])
    return confirmed.unionAll(
      db
        .selectFrom(ranked.as('guess'))
        .where('rank', '=', 1)
        .select(['city', 'payment_id', 'linked_contract_id', 'link_level']),
    )
  },
})
