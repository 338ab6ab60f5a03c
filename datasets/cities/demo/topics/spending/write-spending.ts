import type {Dirt} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {mix} from '../../tools/numbers/hash.ts'
import {isoDate, two} from '../../tools/time/days.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {institutionsOf} from '../../world/institutions.ts'
import type {BudgetYear} from '../budget/budget-year.ts'
import type {Planted} from '../budget/planted.ts'
import {budgetCode} from '../budget/write-budget.ts'
import {type Carried, closeCarried} from './carried-contracts.ts'
import {makeCommunal} from './communal.ts'
import {contractColumns, decimalPoint, writeContract} from './contracts.ts'
import {Firms, sitesOf} from './firms.ts'
import {Institutions} from './institutions.ts'
import {type FaultCounts, paymentFaults} from './payment-faults.ts'
import {paymentRow} from './payment-row.ts'
import {beginMonth, makeStreams, nextPart, type Stream, schedule, type YearStreams} from './streams.ts'
import {workdays} from './workdays.ts'

const transactionColumns = [
  'id',
  'doc_vob',
  'doc_vob_name',
  'doc_number',
  'doc_date',
  'doc_v_date',
  'trans_date',
  'amount',
  'amount_cop',
  'currency',
  'payer_edrpou',
  'payer_name',
  'payer_account',
  'payer_mfo',
  'payer_bank',
  'recipt_edrpou',
  'recipt_name',
  'recipt_account',
  'recipt_bank',
  'recipt_mfo',
  'payment_details',
  'doc_add_attr',
  'region_id',
  'payment_type',
  'payment_data',
  'source_id',
  'kekv',
  'kpk',
  'contractId',
  'contractNumber',
  'budgetCode',
]

const style = {delimiter: ';'} as const

/**
 * Writes every payment behind the executed lines of the budget, day by day, and the contracts behind the payments.
 * Payments of a month, programme and economic code add up to the line's month to the kopiyka; `scale` splits finer.
 * Holds the streams of two years, some thousands, and nothing that grows with `scale`.
 */
export function writeSpending(
  {seed, scale, today}: {seed: number; scale: number; today: number},
  ground: Ground,
  years: readonly BudgetYear[],
  planted: Planted,
  outbox: Outbox,
): Dirt[] {
  const houses = institutionsOf(ground)
  const sites = sitesOf(ground)
  const bodies = {
    seed,
    sites,
    institutions: new Institutions(seed, houses),
    firms: new Firms(seed, sites),
    communal: makeCommunal(seed, houses),
  }
  const faults = noneOf(paymentFaults)
  const contracts = outbox.csv('spending/contracts.demo.csv', contractColumns, style)
  let id = 300_000_000
  const streamsOf = (budget: BudgetYear, before: readonly Carried[]) =>
    makeStreams(bodies, budget, scale, planted, before)
  let made: YearStreams | null = null
  for (const [place, budget] of years.entries()) {
    const {year, months} = budget
    const {streams, carried}: YearStreams = made ?? streamsOf(budget, [])
    // What a contract that goes on is worth shows only when the next year has paid its part.
    const after = years[place + 1]
    made = after ? streamsOf(after, carried) : null
    closeCarried(carried)
    const signed = streams.flatMap(({contract, slot, kekv}) =>
      contract && !slot.carried && contract.signedOn < today ? {contract, slot, kekv} : [],
    )
    signed.sort((a, b) => Number(a.contract.id) - Number(b.contract.id))
    for (const {contract, slot, kekv} of signed) writeContract(contracts, contract, slot, kekv)
    for (let month = 0; month < months; month++) {
      const csv = outbox.csv(
        `spending/transactions-${year}-${two(month + 1)}.demo.csv`,
        transactionColumns,
        style,
      )
      id = writeMonth({seed, scale, streams, year, month, faults}, id, csv)
      outbox.done(csv)
    }
  }
  outbox.done(contracts)
  return dirtOf('spending/transactions-*.demo.csv', paymentFaults, faults)
}

type Month = {
  seed: number
  scale: number
  streams: readonly Stream[]
  year: number
  month: number
  faults: FaultCounts
}

/** @returns the id after the last payment's */
function writeMonth(
  {seed, scale, streams, year, month, faults}: Month,
  firstId: number,
  csv: CsvFile,
): number {
  const days = workdays(year, month + 1)
  const active = streams.filter(({months}) => months[month] !== 0)
  for (const stream of active) beginMonth(stream, scale, month, days.length)
  const code = budgetCode(year)
  let id = firstId
  for (const [place, day] of days.entries()) {
    const date = isoDate(day)
    const before = place > 0 ? isoDate(days[place - 1]!) : date
    // The payment order was renamed by the law on payment services.
    const form = date < '2022-08-01' ? '1;Платіжне доручення' : '1;Платіжна інструкція'
    for (const stream of active) {
      while (stream.next === place && stream.written < stream.count) {
        const bits = mix(stream.key ^ Math.imul(month * 0x1_0001 + stream.written + 1, 0x27d4_eb2d))
        const kopiykas = nextPart(stream, bits)
        const row = paymentRow(
          stream,
          {year, month, day, index: stream.written - 1, kopiykas, bits},
          seed,
          faults,
        )
        const {books} = stream
        const made = books.isMadeOutBefore(day) ? before : date
        const line = `${id++};${form};${books.nextOrder(bits)};${made};${date};${date};${decimalPoint(kopiykas)};${kopiykas};UAH;${row}${code}`
        csv.line(line)
        // The service answers with a payment twice where it lies on the edge of two windows.
        if (mix(bits ^ 0x51ed_270b) % 6000 === 0) {
          csv.line(line)
          faults.repeated++
        }
        schedule(stream, month, days.length)
      }
    }
  }
  return id
}
