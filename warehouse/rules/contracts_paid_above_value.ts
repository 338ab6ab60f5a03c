import contracts from '@hromada/datasets/contracts/dataset.ts'
import spending from '@hromada/datasets/spending/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {sumOfMoney} from '../src/functions.ts'
import {staging} from '../src/model.ts'

export default defineRule({
  name: 'contracts_paid_above_value',
  inputs: [staging(contracts), staging(spending)],
  column: 'amount_uah',
  holds: {
    uk: 'За договором сплачено не більше за його ціну',
    en: 'No more is paid under a contract than its value',
  },
  broken: {
    uk: 'За договором сплачено більше за його ціну',
    en: 'More was paid under the contract than its value',
  },
  faults: db =>
    db
      .selectFrom('stg_contracts as contract')
      .innerJoin('stg_spending as payment', join =>
        join
          .onRef('payment.city', '=', 'contract.city')
          .onRef('payment.contract_id', '=', 'contract.contract_id'),
      )
      .select(['contract.city', 'contract.contract_id'])
      .groupBy(['contract.city', 'contract.contract_id', 'contract.amount_uah'])
      .having(eb => eb(sumOfMoney(eb.ref('payment.amount_uah')), '>', eb.ref('contract.amount_uah'))),
})
