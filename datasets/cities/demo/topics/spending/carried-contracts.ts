import {mix} from '../../tools/numbers/hash.ts'
import {monthEnd} from '../../tools/time/days.ts'
import {type Contract, contractValue, paidOf} from './contracts.ts'
import {type Slot, slot} from './slot.ts'

/** A contract that is paid on in the year after: its line, and what has been paid under it in all. */
export type Carried = {line: string; slot: Slot; contract: Contract; paid: number}

/** One in so many works of autumn goes on over the year's end. */
const oneIn = 3

/** What is left of a contract for the next year; null where nothing is: the works were done, or the money lapsed. */
export function carryOver(
  {...own}: Slot,
  contract: Contract,
  months: Float64Array,
  line: string,
): Carried | null {
  const bits = mix(contract.bits ^ 0x3c6e_f372)
  const isWork = own.text === 'works' && own.to === 11 && own.from > 3 && line.split(' ')[1]![0] === '3'
  if (!isWork || own.isPlanted || bits % oneIn > 0) return null
  return {line, slot: own, contract, paid: paidOf(months).most}
}

/** The slot in which the next year pays what is left: for some months of spring. */
export function takeOver({slot: before, contract}: Carried): Slot {
  const {payer, payee, text, purchase, rhythm, payments, weight} = before
  const to = 1 + (mix(contract.bits ^ 0x510e_527f) % 4)
  return slot({
    payer,
    payee,
    text,
    purchase,
    rhythm,
    payments,
    weight: weight * 0.6,
    from: 0,
    to,
    carried: contract,
    isPlanted: true,
  })
}

/** Gives contracts their value and their end when all that is paid under them is known. */
export function closeCarried(carried: readonly Carried[]): void {
  for (const {slot: own, contract, paid} of carried) {
    contract.kopiykas = contractValue(own, paid, false, contract.bits)
    const year = 1 + Number(contract.id.slice(0, 4))
    contract.endsOn = monthEnd(year, contract.bits & 256 ? 12 : 6)
  }
}
