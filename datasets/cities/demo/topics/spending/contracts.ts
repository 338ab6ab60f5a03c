import {mix} from '../../tools/numbers/hash.ts'
import {dayOf, isoDate, monthEnd} from '../../tools/time/days.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Firm} from './firms.ts'
import {tenderFrom} from './plant-slots.ts'
import type {Slot} from './slot.ts'

/** A contract under which a slot is paid. */
export type Contract = {id: string; number: string; signedOn: number; kopiykas: number}

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

/**
 * The contract of a slot, from what is paid under it by month: worth the most that has been paid at any time and a
 * little more, in whole hundreds of hryvnias. Null for slots that have none.
 * @param order how many contracts of the year came before
 * @param serial how many of the payer's
 */
export function contractOf(
  {purchase, valueShare}: Slot,
  months: Float64Array,
  year: number,
  order: number,
  serial: number,
  key: number,
): Contract | null {
  if (!purchase) return null
  let paid = 0
  let most = 0
  let first = 12
  for (let month = 11; month >= 0; month--) if (months[month] !== 0) first = month
  for (const kopiykas of months) {
    paid += kopiykas
    most = Math.max(most, paid)
  }
  if (first === 12) return null
  const bits = mix(key ^ Math.imul(order + 1, 0x27d4_eb2d))
  const slack = 1 + 0.09 * (bits / 0x1_0000_0000)
  const kopiykas =
    valueShare === null
      ? Math.ceil((most * slack) / 10_000) * 10_000
      : valueShare === 1
        ? most
        : Math.floor((most * valueShare) / 10_000) * 10_000
  // The treasury pays from 10 January; contracts of a whole year are signed just before.
  const signedOn = first === 0 ? dayOf(year, 1, 2) + (bits % 8) : dayOf(year, first + 1, 1) - 2 - (bits % 23)
  const short = year % 100
  const number = [`${serial + 1}/${short}`, `${serial + 1}-${short}`, `${short}-${serial + 1}/Т`][serial % 3]!
  return {id: `${year}${String(order + 1).padStart(6, '0')}`, number, signedOn, kopiykas}
}

/** 1234567 is 12345.67 */
export function decimalPoint(kopiykas: number): string {
  const whole = Math.abs(kopiykas)
  const rest = whole % 100
  return `${kopiykas < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}

/** One row: a contract with its one contractor and its one thing. Persons who trade pay no VAT. */
export function writeContract(
  csv: CsvFile,
  contract: Contract,
  {payer, payee, purchase, to}: Slot,
  year: number,
): void {
  const {id, number, signedOn, kopiykas} = contract
  const firm = payee as Firm
  const isPerson = firm.isPerson === true
  const signed = isoDate(signedOn)
  const isSmall = kopiykas < tenderFrom * 100
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
    isoDate(monthEnd(year, to + 1)),
    purchase!.subject,
    'false',
    isPerson ? 'false' : 'true',
    isPerson ? '0.00' : decimalPoint(Math.round(kopiykas / 6)),
    isSmall ? null : `UA-${signed}-${String(990_000 + (Number(id) % 10_000)).padStart(6, '0')}-a`,
    isSmall ? 'Закупівля без використання електронної системи закупівель' : null,
    null,
    isPerson ? 'false' : 'true',
    purchase!.cpv,
    purchase!.cpvName,
  ])
}
