import {Draw} from '../../tools/numbers/draw.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import type {BudgetYear} from '../budget/budget-year.ts'
import type {Planted} from '../budget/planted.ts'
import {Books, type DatedBook, type PayerBooks} from './books.ts'
import {type Carried, carryOver, takeOver} from './carried-contracts.ts'
import {type Contract, contractOf, numberContracts, paidOf} from './contracts.ts'
import {executedLines} from './executed-lines.ts'
import {type Bodies, makeSlots} from './make-slots.ts'
import {plantSlots} from './plant-slots.ts'
import {affordable} from './purchases.ts'
import {shareOut} from './share-out.ts'
import type {Rhythm, Slot} from './slot.ts'

/** A slot in a year, with what of its rows is always the same. */
export type Stream = {
  slot: Slot
  key: number
  months: Float64Array
  contract: Contract | null
  kekv: string
  payer: string
  payee: string
  /** The payee in other letters, as some accountants write it. */
  loudPayee: string
  tail: string
  /** In which its payer registers payments. */
  books: PayerBooks
  /** In which the invoices, orders or lists behind its payments are registered; null where they are not. */
  register: DatedBook | null
  /** Of the month that is being written: payments in all, written, the day of the next, kopiykas left. */
  count: number
  written: number
  next: number
  left: number
}

/** The streams of a year, and the contracts that the next year goes on paying. */
export type YearStreams = {streams: Stream[]; carried: Carried[]}

/**
 * Every stream of a year, in the order of programmes and economic codes.
 * @param before contracts of the year before that this one goes on paying: what it pays is added to them
 */
export function makeStreams(
  bodies: Bodies,
  budget: BudgetYear,
  scale: number,
  planted: Planted,
  before: readonly Carried[],
): YearStreams {
  const {year, months: told} = budget
  const carried: Carried[] = []
  const carriedByLine = Map.groupBy(before, ({line}) => line)
  const streams: Stream[] = []
  const made: {contract: Contract; payer: string}[] = []
  const books = new Books(bodies.seed, year)
  for (const line of executedLines(budget)) {
    const {program, kekv, months} = line
    const kopiykas = months.reduce((sum, amount) => sum + amount, 0)
    if (months.every(amount => amount === 0)) continue
    const about = {program, kekv, year, kopiykas}
    const slots = makeSlots(bodies, about)
    plantSlots(bodies, about, slots, planted)
    const overdue = carriedByLine.get(`${program.code} ${kekv}`) ?? []
    slots.push(...overdue.map(takeOver))
    const lineKey = hash(bodies.seed, program.code, kekv, year)
    const shares = shareOut(line, slots, lineKey, scale, year, planted)
    slots.forEach((wanted, index) => {
      const own = shares.subarray(index * 12, index * 12 + 12)
      if (own.every(amount => amount === 0)) return
      const key = mix(lineKey ^ Math.imul(index + 1, 0x9e37_79b1))
      const slot = bought(bodies, wanted, {kekv, year, key}, own)
      const {payer, payee} = slot
      let contract = slot.carried
      if (contract) {
        const one = overdue.find(({contract: own}) => own === contract)!
        one.paid += paidOf(own).paid
      } else {
        contract = contractOf(slot, own, {year, told, key: lineKey, order: index})
        if (contract) {
          made.push({contract, payer: payer.code})
          const left = told === 12 ? carryOver(slot, contract, own, `${program.code} ${kekv}`) : null
          if (left) carried.push(left)
        }
      }
      streams.push({
        slot,
        key,
        months: own,
        contract,
        kekv,
        payer: `${payer.code};${treasury(payer.name)};${payer.account};999999;ДКСУ`,
        payee: payee ? `${payee.code};${treasury(payee.name)};${payee.account};;999999` : '',
        loudPayee: payee
          ? `${payee.code};${treasury(payee.name.toUpperCase())};${payee.account};;999999`
          : '',
        tail: `;;99;;;1;${kekv};${program.code};`,
        books: books.ofPayer(payer.code),
        register: null,
        count: 0,
        written: 0,
        next: 0,
        left: 0,
      })
    })
  }
  numberContracts(year, made)
  openRegisters(books, streams, scale)
  return {streams, carried}
}

/** Gives every stream the book in which the papers behind its payments are registered, large enough for all of it. */
function openRegisters(books: Books, streams: readonly Stream[], scale: number): void {
  for (const {slot, months} of streams) books.expect(slot, paymentsOf(slot, months, scale))
  for (const stream of streams) stream.register = books.registerOf(stream.slot)
}

/** About how many payments a stream makes in its fullest month. */
const paymentsOf = ({payments, each}: Slot, months: Float64Array, scale: number): number =>
  1 + (each === null ? payments * 1.25 : Math.max(...months) / each) * scale

/** The slot with something that can be bought for what is paid in it, of somebody who can sell that much. */
function bought(
  {seed, firms}: Bodies,
  slot: Slot,
  {kekv, year, key}: {kekv: string; year: number; key: number},
  months: Float64Array,
): Slot {
  const {purchase: wanted, payer} = slot
  if (!wanted || wanted.trade === null || slot.carried || slot.isPlanted) return slot
  const {most} = paidOf(months)
  const purchase = affordable(wanted, kekv, most, year)
  const {trade} = purchase
  const sold =
    trade === wanted.trade ? slot.payee! : firms.pick(trade, payer, new Draw(seed, 'instead', year, key))
  const payee = firms.able(sold, trade, payer, most)
  return purchase === wanted ? {...slot, payee} : {...slot, purchase, payee, season: purchase.season}
}

/** A cell of the treasury's files, whose code page has but the straight apostrophe. */
export const treasury = (text: string): string =>
  quoted(text.includes('’') ? text.replaceAll('’', "'") : text)

/** A cell of a CSV file with semicolons. */
const quoted = (text: string) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Begins a month of a stream: into how many payments its kopiykas are split, and when the first is. */
export function beginMonth(stream: Stream, scale: number, month: number, days: number): void {
  const kopiykas = stream.months[month]!
  const unit = mix(stream.key ^ Math.imul(month + 1, 0x85eb_ca6b)) / 0x1_0000_0000
  const {payments, each} = stream.slot
  const usual = each !== null ? kopiykas / each : payments === 1 ? 1 : payments * (0.75 + unit * 0.5)
  const wanted = Math.floor(usual * scale + unit)
  stream.count = kopiykas < 0 ? 1 : Math.max(1, Math.min(wanted, Math.floor(kopiykas / 10_000)))
  stream.written = 0
  stream.left = kopiykas
  schedule(stream, month, days)
}

/** The workday of the stream's next payment. Payments of a month follow each other. */
export function schedule(stream: Stream, month: number, days: number): void {
  const {written, count, key, slot} = stream
  if (written >= count) return
  const unit = mix(key ^ Math.imul(month * 0x1_0001 + written + 1, 0xc2b2_ae35)) / 0x1_0000_0000
  const at = moments[slot.rhythm]((written + unit) / count)
  // A season's first work is done before it is paid.
  const {season} = slot
  const isFirst = season !== null && slot.text === 'works' && season[(month + 11) % 12] === 0
  stream.next = Math.min(days - 1, Math.floor((isFirst ? 0.4 + 0.6 * at : at) * days))
}

/** Where in a month a payment lies, from where it lies among its own; both from 0 to 1, never falling. */
const moments: Record<Rhythm, (at: number) => number> = {
  even: at => at,
  end: at => Math.sqrt(at),
  decades: at => Math.floor(at * 3) / 3 + 0.28,
  pay: at => (at < 0.5 ? 0.44 + at * 0.1 : 0.86 + at * 0.13),
  taxes: at => 0.88 + at * 0.12,
}

/** Takes the next payment off what is left of the month. */
export function nextPart(stream: Stream, bits: number): number {
  const {count, left, slot} = stream
  const after = count - ++stream.written
  if (after === 0) return left
  const isPay = slot.text === 'pay'
  const share = isPay ? 0.86 + (bits >>> 8) / 0x1000_0000 : 0.35 + (1.3 * (bits >>> 4)) / 0x1000_0000
  const wanted = (left * share) / (after + 1)
  const grain = wanted > slot.grain * 20 ? slot.grain : 1
  const part = Math.max(1, Math.min(left - after, Math.round(wanted / grain) * grain))
  stream.left = left - part
  return part
}
