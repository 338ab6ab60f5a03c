import contractsData from '@hromada/datasets/contracts/dataset.ts'
import {countWhere, nullIfZero, quotient, sumOfMoneyWhere} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import spending from './spending.ts'

/** What is paid beyond the value is a question to ask, not an accusation: a link that is only probable may be wrong. */
export default defineModel({
  name: 'contracts',
  title: contractsData.title,
  describe: {
    uk: 'Договори міста і скільки за кожним сплачено. Контрагентів – юридичних осіб названо, підприємців ні.',
    en: 'Contracts of the city and what was paid under each. Contractors that are legal entities are named, persons who trade are not.',
  },
  grain: ['city', 'contract_id'],
  publish: true,
  inputs: [staging(contractsData), spending],
  columns: {
    has_tender: {uk: 'Чи були торги', en: 'Was there a tender'},
    payments: {uk: 'Платежів', en: 'Payments', unit: '1'},
    paid_uah: {
      uk: 'Сплачено: звʼязок певний або ймовірний',
      en: 'Paid, by links that are confirmed or probable',
      unit: 'UAH',
    },
    possible_uah: {
      uk: 'Сплачено, можливо, за цим договором; до сплаченого не входить',
      en: 'Paid, possibly under this contract; not part of what was paid',
      unit: 'UAH',
    },
    confirmed_uah: {
      uk: 'З них платежами, що називають договір номером у системі',
      en: 'Of which by payments that bear the contract’s number in the system',
      unit: 'UAH',
    },
    paid_share: {uk: 'Сплачено, частка ціни', en: 'Paid, as a share of the value', unit: '1'},
    is_overpaid: {uk: 'Чи сплачено понад ціну', en: 'Was more paid than the value'},
  },
  query: db => {
    const paid = db
      .selectFrom('spending')
      .where('linked_contract_id', 'is not', null)
      .select(eb => [
        'city',
        'linked_contract_id',
        countWhere(eb('link_level', '!=', 'possible')).as('payments'),
        sumOfMoneyWhere(eb.ref('amount_uah'), eb('link_level', '!=', 'possible')).as('paid_uah'),
        sumOfMoneyWhere(eb.ref('amount_uah'), eb('link_level', '=', 'possible')).as('possible_uah'),
        sumOfMoneyWhere(eb.ref('amount_uah'), eb('link_level', '=', 'confirmed')).as('confirmed_uah'),
      ])
      .groupBy(['city', 'linked_contract_id'])
    return db
      .selectFrom('stg_contracts as contract')
      .leftJoin(paid.as('paid'), join =>
        join
          .onRef('paid.city', '=', 'contract.city')
          .onRef('paid.linked_contract_id', '=', 'contract.contract_id'),
      )
      .select(eb => [
        'contract.city',
        'contract.contract_id',
        'contract.payer_code',
        'contract.contract_number',
        'contract.contract_date',
        'contract.from_date',
        'contract.to_date',
        'contract.amount_uah',
        'contract.contractor_type',
        'contract.contractor_code',
        'contract.contractor_name',
        'contract.subject',
        'contract.cpv',
        'contract.cpv_name',
        'contract.tender_id',
        eb('contract.tender_id', 'is not', null).$castTo<boolean>().as('has_tender'),
        'contract.no_tender_reason',
        eb.fn.coalesce('paid.payments', eb.lit(0)).as('payments'),
        eb.fn.coalesce('paid.paid_uah', eb.lit(0)).$castTo<string>().as('paid_uah'),
        eb.fn.coalesce('paid.possible_uah', eb.lit(0)).$castTo<string>().as('possible_uah'),
        eb.fn.coalesce('paid.confirmed_uah', eb.lit(0)).$castTo<string>().as('confirmed_uah'),
        quotient(
          eb.fn.coalesce('paid.paid_uah', eb.lit(0)),
          nullIfZero(eb.ref('contract.amount_uah').$castTo<string>()),
        )
          .$castTo<number | null>()
          .as('paid_share'),
        eb(eb.fn.coalesce('paid.paid_uah', eb.lit(0)), '>', eb.ref('contract.amount_uah'))
          .$castTo<boolean>()
          .as('is_overpaid'),
      ])
      .orderBy('contract.city')
      .orderBy('contract.contract_id')
  },
})
