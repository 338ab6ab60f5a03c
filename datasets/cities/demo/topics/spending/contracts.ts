import {hash, mix} from '../../tools/numbers/hash.ts'
import {dayOf, isoDate, monthEnd} from '../../tools/time/days.ts'
import {isWorkingDay, workingDayUntil} from '../../tools/time/working-days.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import {executedShare} from './executed-share.ts'
import type {Firm} from './firms.ts'
import type {Slot} from './slot.ts'
import {tenderOf} from './tenders.ts'
import {unitKopiykas, unitPrices} from './unit-prices.ts'

/** A contract under which a slot is paid. */
export type Contract = {
  id: string
  number: string
  signedOn: number
  /** The last day on which it is in force. */
  endsOn: number
  kopiykas: number
  /** What is paid for is counted in and costs, where there is such a thing. */
  unit: {name: string; kopiykas: number; isBulk: boolean} | null
  /** 32 random bits of its own. */
  bits: number
  /** Acts under it that have been written, and the day of the last. */
  acts: number
  actedOn: number
}

export const contractColumns = [
  'id',
  'edrpou',
  'documentNumber',
  'documentDate',
  'signDate',
  'signature',
  'amount',
  'currency',
  'currencyAmountUAH',
  'contractors.identifier',
  'contractors.name',
  'contractors.contractorType',
  'contractors.address',
  'fromDate',
  'toDate',
  'subject',
  'noTerm',
  'pdvInclude',
  'pdvAmount',
  'tender',
  'reason',
  'specifications',
  'isCpvVat',
  'procurementItems.cpvCode',
  'procurementItems.nameUa',
]

/** Where a contract stands among others: its line's key, and how many of the line's came before. */
export type ContractPlace = {year: number; told: number; key: number; order: number}

/**
 * The contract of a slot, from what is paid under it by month of the `told` months of the year: worth what has been
 * paid at any time and what was not used. Null for slots that have none. It is numbered when all of the year are known.
 */
export function contractOf(slot: Slot, months: Float64Array, place: ContractPlace): Contract | null {
  const {purchase, season, from} = slot
  if (!purchase) return null
  const {year, told, key, order} = place
  const to = Math.min(slot.to, season?.findLastIndex(share => share > 0) ?? 11)
  const first = months.findIndex(kopiykas => kopiykas !== 0)
  if (first < 0) return null
  const last = months.findLastIndex(kopiykas => kopiykas !== 0)
  const bits = mix(key ^ Math.imul(order + 1, 0x27d4_eb2d))
  const {most} = paidOf(months)
  const price = unitPrices[purchase.subject]
  const unit = price && {
    name: price.unit,
    kopiykas: unitKopiykas(price, year, mix(bits ^ 0x2545_f491) / 0x1_0000_0000),
    isBulk: price.isBulk,
  }
  // What still runs is worth what is still to come, too.
  const share = to < told ? 1 : Math.max(1, told - from) / (to - from + 1)
  return {
    id: '',
    number: '',
    signedOn: signingDay(year, first, bits),
    // What has a season is not bought for longer.
    endsOn: monthEnd(year, !season && (bits >>> 7) & 1 ? 12 : Math.max(to, last) + 1),
    kopiykas: contractValue(slot, share < 1 ? Math.round(most / share) : most, share < 1, bits),
    unit: unit ?? null,
    bits,
    acts: 0,
    actedOn: 0,
  }
}

/** How a body writes the number of a contract, the same way every year. */
const numberStyles = [
  (number: number, year: number) => `${number}/${year % 100}`,
  (number: number, year: number) => `${number}-${year % 100}`,
  (number: number, year: number) => `${year % 100}-${number}/Т`,
  (number: number, year: number) => `${number}/${year}`,
] as const

/** Numbers a year's contracts in the order in which they were signed: in the register, and each payer its own. */
export function numberContracts(year: number, made: readonly {contract: Contract; payer: string}[]): void {
  const serials = new Map<string, number>()
  // The sort is stable: of one day, they stay in the order of their lines.
  ;[...made]
    .sort((a, b) => a.contract.signedOn - b.contract.signedOn)
    .forEach(({contract, payer}, index) => {
      const serial = (serials.get(payer) ?? 0) + 1
      serials.set(payer, serial)
      contract.id = `${year}${String(index + 1).padStart(6, '0')}`
      contract.number = numberStyles[hash(payer) % numberStyles.length]!(serial, year)
    })
}

/** The treasury pays from 10 January; contracts of a whole year are signed just before, others weeks before. */
function signingDay(year: number, first: number, bits: number): number {
  if (first > 0) return workingDayUntil(dayOf(year, first + 1, 1) - 2 - (bits % 23))
  const day = dayOf(year, 1, 3 + (bits % 7))
  const signed = workingDayUntil(day)
  return signed >= dayOf(year, 1, 1) ? signed : firstWorkingDay(year)
}

function firstWorkingDay(year: number): number {
  let day = dayOf(year, 1, 2)
  while (!isWorkingDay(day)) day++
  return day
}

/** What was paid in all, and the most that had been paid at any time. */
export function paidOf(months: Float64Array): {paid: number; most: number} {
  let paid = 0
  let most = 0
  for (const kopiykas of months) {
    paid += kopiykas
    most = Math.max(most, paid)
  }
  return {paid, most}
}

/** What a contract under which so much was paid is worth: the same, or, of what was not used up, round hundreds of hryvnias. */
export function contractValue({valueShare, text}: Slot, most: number, isOpen: boolean, bits: number): number {
  if (valueShare === 1) return most
  if (valueShare !== null) return Math.floor((most * valueShare) / 10_000) * 10_000
  const share = isOpen ? 0.97 : executedShare(text, mix(bits ^ 0x6c07_8965) / 0x1_0000_0000)
  return share === 1 ? most : Math.ceil(most / share / 10_000) * 10_000
}

/** 1234567 is 12345.67 */
export function decimalPoint(kopiykas: number): string {
  const whole = Math.abs(kopiykas)
  const rest = whole % 100
  return `${kopiykas < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}

/** «1240.5 Гкал × 3890.12»: how much of what is bought, and for how much each; null where it is not counted. */
function specification({unit, kopiykas}: Contract): string | null {
  if (!unit) return null
  const {name, isBulk} = unit
  if (isBulk)
    return `${Math.round((kopiykas / unit.kopiykas) * 1000) / 1000} ${name} × ${decimalPoint(unit.kopiykas)}`
  const count = Math.max(1, Math.round(kopiykas / unit.kopiykas))
  return `${count} ${name} × ${decimalPoint(Math.round(kopiykas / count))}`
}

/** One row: a contract with its one contractor and its one thing. Persons who trade pay no VAT. */
export function writeContract(csv: CsvFile, contract: Contract, slot: Slot, kekv: string): void {
  const {id, number, signedOn, endsOn, kopiykas} = contract
  const {payer, payee, purchase} = slot
  const firm = payee as Firm
  const isPerson = firm.isPerson === true
  const signed = isoDate(signedOn)
  const {tender, reason} = tenderOf(contract, purchase!, kekv)
  const amount = decimalPoint(kopiykas)
  csv.row([
    id,
    payer.code,
    number,
    signed,
    signed,
    'true',
    amount,
    'UAH',
    amount,
    firm.code,
    firm.name,
    isPerson ? 'Фізична особа-підприємець' : 'Юридична особа',
    firm.address ?? 'м. Приклад',
    signed,
    isoDate(endsOn),
    purchase!.subject,
    'false',
    isPerson ? 'false' : 'true',
    isPerson ? '0.00' : decimalPoint(Math.round(kopiykas / 6)),
    tender,
    reason,
    specification(contract),
    isPerson ? 'false' : 'true',
    purchase!.cpv,
    purchase!.cpvName,
  ])
}
