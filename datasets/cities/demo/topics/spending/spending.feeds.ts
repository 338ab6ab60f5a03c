import contracts from '../../../../contracts/dataset.ts'
import spending from '../../../../spending/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const csv = {kind: 'csv', delimiter: ';'} as const

/** Payments, a file a month, and contracts. */
export const spendingFeeds: Feed[] = [
  feed(spending, {made: {path: 'spending/transactions-*.demo.csv', format: csv}}),
  feed(contracts, {made: {path: 'spending/contracts.demo.csv', format: csv}}),
]
