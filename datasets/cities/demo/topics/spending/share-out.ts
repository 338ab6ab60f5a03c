import {mix} from '../../tools/numbers/hash.ts'
import {districtIndex} from '../../world/districts.ts'
import {apportion} from '../budget/apportion.ts'
import {coldPrograms, type Planted} from '../budget/planted.ts'
import type {ExecutedLine} from './executed-lines.ts'
import type {Slot, TextKind} from './slot.ts'

/** Below this many kopiykas each, fewer slots are paid in a month. */
const smallest: Record<TextKind, number> = {
  pay: 1,
  incomeTax: 1,
  levy: 1,
  contributions: 1,
  meter: 20_000,
  goods: 250_000,
  works: 300_000,
  subsidy: 500_000,
  transfer: 1,
  list: 1_000_000,
  stipend: 100_000,
  aid: 100_000,
  dwelling: 1,
  trip: 40_000,
  loan: 1,
  fee: 10_000,
}

/**
 * Shares a line's months out among its slots, exactly: kopiykas by slot and month, slot first. At scales below 1 fewer
 * slots are paid, at least one in every month that has money.
 * @param key a whole number that belongs to the line
 */
export function shareOut(
  line: ExecutedLine,
  slots: readonly Slot[],
  key: number,
  scale: number,
  year: number,
  planted: Planted,
): Float64Array {
  const {program, kekv, months} = line
  const shares = new Float64Array(slots.length * 12)
  const isCold = year === planted.coldYear && coldPrograms.some(code => code === program.code)
  for (let month = 0; month < 12; month++) {
    let rest = months[month]!
    if (rest < 0) shares[mostPaid(shares, slots.length, month) * 12 + month]! += rest
    if (rest <= 0) continue
    for (const [index, {fixed}] of slots.entries())
      if (fixed) {
        shares[index * 12 + month] = fixed[month]!
        rest -= fixed[month]!
      }
    if (rest < 0)
      throw new RangeError(`${program.code} ${kekv} ${year}: too little is paid in month ${month + 1}.`)
    const paid = paidSlots(slots, month, rest, kekv[0] === '3' ? 16 : 1, key, scale)
    const weights = paid.map(index => {
      const {payer, text, season} = slots[index]!
      const weight = slots[index]!.weight * (season?.[month] ?? 1)
      // Pay and what is withheld from it keep their proportion.
      if (isOfPay(text)) return weight
      const unit = mix(key ^ Math.imul(index * 12 + month + 77, 0x85eb_ca6b)) / 0x1_0000_0000
      const stray = text === 'meter' ? 0.92 + 0.16 * unit : 0.65 + 0.7 * unit
      const wasCold = isCold && month === planted.coldMonth && payer.district === districtIndex.stepovyi
      return weight * stray * (wasCold ? (kekv === '2273' ? 4.5 : 0.5) : 1)
    })
    if (paid.length === 0)
      throw new RangeError(`${program.code} ${kekv} ${year}: nothing is paid in month ${month + 1}.`)
    apportion(rest, weights).forEach((kopiykas, place) => {
      shares[paid[place]! * 12 + month] = kopiykas
    })
  }
  return shares
}

const isOfPay = (text: TextKind) =>
  text === 'pay' || text === 'incomeTax' || text === 'levy' || text === 'contributions'

/** Slots that are paid in a month; what is withheld from pay goes with it, three slots together. */
function paidSlots(
  slots: readonly Slot[],
  month: number,
  kopiykas: number,
  /** How many times the smallest share is worth paying: more for what is built. */
  least: number,
  key: number,
  scale: number,
): number[] {
  const planted: number[] = []
  const open: number[] = []
  for (const [index, {fixed, from, to, season, isPlanted}] of slots.entries())
    if (!fixed && month >= from && month <= to && (season?.[month] ?? 1) > 0)
      (isPlanted ? planted : open).push(index)
  if (open.length === 0) return planted
  const {text} = slots[open[0]!]!
  const together = text === 'pay' ? 3 : 1
  const groups = open.length / together
  const affordable = isOfPay(text)
    ? groups
    : Math.min(groups, Math.floor(kopiykas / (smallest[text] * least)))
  const count = Math.max(planted.length > 0 ? 0 : 1, Math.round(affordable * Math.min(1, scale)))
  const start = mix(key ^ Math.imul(month + 1, 0x9e37_79b1)) % groups
  const picked = planted
  for (let group = 0; group < count; group++)
    for (let part = 0; part < together; part++)
      picked.push(open[((start + group) % groups) * together + part]!)
  return picked
}

/** The slot that has been paid most in the months before: money comes back from it. */
function mostPaid(shares: Float64Array, count: number, before: number): number {
  let best = 0
  let most = -1
  for (let index = 0; index < count; index++) {
    let paid = 0
    for (let month = 0; month < before; month++) paid += shares[index * 12 + month]!
    if (paid > most) {
      best = index
      most = paid
    }
  }
  return best
}
