import type {Planted} from '../budget/planted.ts'
import {coldPrograms} from '../budget/planted.ts'
import {districtIndex} from '../districts.ts'
import {mix} from '../numbers/hash.ts'
import type {ExecutedLine} from './executed-lines.ts'
import type {Slot, TextKind} from './slot.ts'

/** Below this many kopiykas each, fewer slots are paid in a month. */
const smallest: Record<TextKind, number> = {
  pay: 50_000,
  incomeTax: 50_000,
  levy: 50_000,
  contributions: 50_000,
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
  {program, kekv, months}: ExecutedLine,
  slots: readonly Slot[],
  key: number,
  scale: number,
  year: number,
  planted: Planted,
): Float64Array {
  const shares = new Float64Array(slots.length * 12)
  const isCold = year === planted.coldYear && kekv === '2273' && coldPrograms.some(code => code === program.code)
  const open: number[] = []
  for (let month = 0; month < 12; month++) {
    let rest = months[month]!
    if (rest === 0) continue
    if (rest < 0) {
      shares[mostPaid(shares, slots.length, month) * 12 + month]! += rest
      continue
    }
    open.length = 0
    slots.forEach(({fixed, from, to}, index) => {
      if (fixed) {
        const kopiykas = fixed[month]!
        if (kopiykas > rest) throw new RangeError(`${program.code} ${kekv}, month ${month}: ${rest} kopiykas are too few.`)
        shares[index * 12 + month] = kopiykas
        rest -= kopiykas
      } else if (month >= from && month <= to) open.push(index)
    })
    const start = mix(key ^ Math.imul(month + 1, 0x9e37_79b1))
    const wanted = Math.min(open.length, Math.floor(rest / smallest[slots[open[0]!]!.text]))
    const count = Math.max(1, Math.round(wanted * Math.min(1, scale)))
    let sum = 0
    for (let place = 0; place < count; place++) sum += weightOf(place)
    let run = 0
    let before = 0
    for (let place = 0; place < count; place++) {
      run += weightOf(place)
      const until = place === count - 1 ? rest : Math.round(rest * (run / sum))
      shares[slotAt(place) * 12 + month]! += until - before
      before = until
    }

    function slotAt(place: number): number {
      return open[(start + place) % open.length]!
    }
    function weightOf(place: number): number {
      const index = slotAt(place)
      const {weight, payer, text} = slots[index]!
      const isCold2 = isCold && month === planted.coldMonth && payer.district === districtIndex.stepovyi
      // Pay and what is withheld from it keep their proportion.
      if (text === 'pay' || text === 'incomeTax' || text === 'levy' || text === 'contributions') return weight
      const stray = 0.65 + (0.7 * mix(key ^ Math.imul(index * 12 + month + 77, 0x85eb_ca6b))) / 0x1_0000_0000
      return weight * stray * (isCold2 ? 3.4 : 1)
    }
  }
  return shares
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
