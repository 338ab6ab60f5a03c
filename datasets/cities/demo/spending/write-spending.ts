import type {BudgetYear} from '../budget/budget-year.ts'
import type {Planted} from '../budget/planted.ts'
import {budgetCode} from '../budget/write-budget.ts'
import type {Dirt} from '../chapter.ts'
import {drawTaxNumber} from '../language/contacts.ts'
import {drawPerson, fullName} from '../language/people.ts'
import {Draw} from '../numbers/draw.ts'
import {hash, mix} from '../numbers/hash.ts'
import {isoDate, two} from '../time/days.ts'
import type {CsvFile} from '../write/csv-file.ts'
import type {Outbox} from '../write/outbox.ts'
import {makeCommunal} from './communal.ts'
import {type Contract, contractColumns, contractOf, decimalPoint, writeContract} from './contracts.ts'
import {executedLines} from './executed-lines.ts'
import {makeFirms} from './firms.ts'
import {Institutions} from './institutions.ts'
import {type Bodies, makeSlots} from './make-slots.ts'
import {type Payment, paymentText, personalText, type Planted as PlantedText} from './payment-texts.ts'
import {plantSlots} from './plant-slots.ts'
import {shareOut} from './share-out.ts'
import type {Rhythm, Slot} from './slot.ts'
import {workdays} from './workdays.ts'

export const transactionColumns = [
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

/** A slot in a year, with what of its rows is always the same. */
type Stream = {
  slot: Slot
  key: number
  months: Float64Array
  contract: Contract | null
  payer: string
  payee: string
  /** The payee in other letters, as some accountants write it. */
  loudPayee: string
  tail: string
  /** Of the month that is being written: payments in all, written, the day of the next, kopiykas left. */
  count: number
  written: number
  next: number
  left: number
}

type Faults = Record<'repeated' | 'loud' | 'unlinked' | 'respelled' | 'nameless' | PlantedText, number>

/**
 * Writes every payment behind the executed lines of the budget, day by day, and the contracts behind the payments.
 * Payments of a month, programme and economic code add up to the line's month to the kopiyka; `scale` splits finer.
 * Holds the streams of a year, some thousands, and nothing that grows with `scale`.
 */
export function writeSpending(
  {seed, scale, today}: {seed: number; scale: number; today: number},
  years: readonly BudgetYear[],
  planted: Planted,
  outbox: Outbox,
): Dirt[] {
  const bodies: Bodies = {
    seed,
    institutions: new Institutions(seed),
    firms: makeFirms(seed),
    communal: makeCommunal(seed),
  }
  const faults: Faults = {
    repeated: 0,
    loud: 0,
    unlinked: 0,
    respelled: 0,
    nameless: 0,
    'tax number': 0,
    phone: 0,
    account: 0,
  }
  const contracts = outbox.csv('spending/contracts.demo.csv', contractColumns, style)
  let id = 300_000_000
  for (const budget of years) {
    const streams = makeStreams(bodies, budget, scale, planted)
    for (const {contract, slot} of streams)
      if (contract && contract.signedOn < today) writeContract(contracts, contract, slot, budget.year)
    for (let month = 0; month < budget.months; month++) {
      const path = `spending/transactions-${budget.year}-${two(month + 1)}.demo.csv`
      const csv = outbox.csv(path, transactionColumns, style)
      id = writeMonth(seed, scale, streams, budget.year, month, csv, id, faults)
      outbox.done(csv)
    }
  }
  outbox.done(contracts)
  return dirtOf(faults)
}

function makeStreams(bodies: Bodies, budget: BudgetYear, scale: number, planted: Planted): Stream[] {
  const {year} = budget
  const streams: Stream[] = []
  let contracts = 0
  const serials = new Map<string, number>()
  for (const line of executedLines(budget)) {
    const {program, kekv, months} = line
    const kopiykas = months.reduce((sum, amount) => sum + amount, 0)
    if (months.every(amount => amount === 0)) continue
    const about = {program, kekv, year, kopiykas}
    const slots = makeSlots(bodies, about)
    plantSlots(bodies, about, slots, planted)
    const lineKey = hash(bodies.seed, program.code, kekv, year)
    const shares = shareOut(line, slots, lineKey, scale, year, planted)
    slots.forEach((slot, index) => {
      const own = shares.subarray(index * 12, index * 12 + 12)
      if (own.every(amount => amount === 0)) return
      const {payer, payee} = slot
      const serial = serials.get(payer.code) ?? 0
      const contract = contractOf(slot, own, year, contracts, serial, lineKey)
      if (contract) {
        contracts++
        serials.set(payer.code, serial + 1)
      }
      streams.push({
        slot,
        key: mix(lineKey ^ Math.imul(index + 1, 0x9e37_79b1)),
        months: own,
        contract,
        payer: `${payer.code};${quoted(payer.name)};${payer.account};999999;ДКСУ`,
        payee: payee ? `${payee.code};${quoted(payee.name)};${payee.account};;999999` : '',
        loudPayee: payee ? `${payee.code};${quoted(payee.name.toUpperCase())};${payee.account};;999999` : '',
        tail: `;;99;;;1;${kekv};${program.code};`,
        count: 0,
        written: 0,
        next: 0,
        left: 0,
      })
    })
  }
  return streams
}

const quoted = (text: string) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function writeMonth(
  seed: number,
  scale: number,
  streams: readonly Stream[],
  year: number,
  month: number,
  csv: CsvFile,
  firstId: number,
  faults: Faults,
): number {
  const days = workdays(year, month + 1)
  const active = streams.filter(({months}) => months[month] !== 0)
  for (const stream of active) open(stream, scale, month, days.length)
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
        const row = rowOf(stream, {year, month, day, index: stream.written - 1, kopiykas, bits}, seed, faults)
        const document = 1 + (bits % 2900)
        const line = `${id++};${form};${document};${bits & 64 ? before : date};${date};${date};${decimalPoint(kopiykas)};${kopiykas};UAH;${row}${code}`
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

/** Begins a month of a stream: into how many payments its kopiykas are split, and when the first is. */
function open(stream: Stream, scale: number, month: number, days: number): void {
  const kopiykas = stream.months[month]!
  const unit = mix(stream.key ^ Math.imul(month + 1, 0x85eb_ca6b)) / 0x1_0000_0000
  const {payments, each} = stream.slot
  const usual = each === null ? payments * (0.75 + unit * 0.5) : kopiykas / each
  const wanted = Math.floor(usual * scale + unit)
  stream.count = kopiykas < 0 ? 1 : Math.max(1, Math.min(wanted, Math.floor(kopiykas / 10_000)))
  stream.written = 0
  stream.left = kopiykas
  schedule(stream, month, days)
}

/** The workday of the stream's next payment. Payments of a month follow each other. */
function schedule(stream: Stream, month: number, days: number): void {
  const {written, count, key, slot} = stream
  if (written >= count) return
  const unit = mix(key ^ Math.imul(month * 0x1_0001 + written + 1, 0xc2b2_ae35)) / 0x1_0000_0000
  const at = moments[slot.rhythm]((written + unit) / count)
  stream.next = Math.min(days - 1, Math.floor(at * days))
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
function nextPart(stream: Stream, bits: number): number {
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

/** The row from the payer on, without the budget's code at its end. */
function rowOf(stream: Stream, payment: Payment, seed: number, faults: Faults): string {
  const {slot, contract, payer, tail} = stream
  if (!slot.payee) {
    const draw = new Draw(seed, 'payee', stream.key, payment.month, payment.index)
    const person = drawPerson(draw)
    const taxNumber = drawTaxNumber(draw, person.isWoman)
    const isNameless = draw.chance(0.08)
    const {details, planted} = personalText(slot, person, payment, draw)
    if (isNameless) faults.nameless++
    if (planted) faults[planted]++
    const account = `UA${10 + draw.below(90)}999999***************${1000 + draw.below(9000)}`
    return `${payer};${isNameless ? '' : taxNumber};${fullName(person)};${account};;999999;${quoted(details)}${tail};;`
  }
  const {bits} = payment
  const isLoud = slot.purchase !== null && (bits >>> 3) % 60 === 0
  if (isLoud) faults.loud++
  const details = quoted(paymentText(slot, contract, payment))
  return `${payer};${isLoud ? stream.loudPayee : stream.payee};${details}${tail}${linkOf(contract, bits, faults)};`
}

/** Number and id of the contract, as far as whoever entered the payment gave them. */
function linkOf(contract: Contract | null, bits: number, faults: Faults): string {
  if (!contract) return ';'
  const at = (bits >>> 9) % 100
  if (at < 6) faults.unlinked++
  if (at >= 96) faults.respelled++
  return `${at < 6 ? '' : contract.id};${at >= 96 ? `№ ${contract.number} ` : contract.number}`
}

function dirtOf(faults: Faults): Dirt[] {
  const file = 'spending/transactions-*.demo.csv'
  const texts: Record<keyof Faults, [uk: string, en: string]> = {
    repeated: ['платіж повторено', 'a payment is repeated'],
    loud: ['назву одержувача написано великими літерами', 'the payee’s name is in capitals'],
    unlinked: [
      'немає contractId, хоча номер договору зазначено',
      'no contractId, although the contract’s number is given',
    ],
    respelled: ['номер договору написано зі знаком № і пробілами', 'the contract’s number is written with № and blanks'],
    nameless: ['немає коду одержувача – фізичної особи', 'no code of a payee who is a person'],
    'tax number': ['РНОКПП у призначенні платежу', 'a taxpayer’s number in the details'],
    phone: ['номер телефону в призначенні платежу', 'a phone number in the details'],
    account: ['рахунок особи в призначенні платежу', 'a person’s account in the details'],
  }
  return (Object.keys(texts) as (keyof Faults)[]).map(name => ({
    file,
    fault: {uk: texts[name][0], en: texts[name][1]},
    count: faults[name],
  }))
}
