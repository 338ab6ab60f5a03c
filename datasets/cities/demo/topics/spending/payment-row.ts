import {drawTaxNumber} from '../../tools/language/contacts.ts'
import {drawPerson, fullName} from '../../tools/language/people.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import type {Contract} from './contracts.ts'
import type {FaultCounts} from './payment-faults.ts'
import {type Payment, paymentText, personalText} from './payment-texts.ts'
import {type Stream, treasury} from './streams.ts'

/** A row from the payer on, without the budget's code at its end; its faults are counted. */
export function paymentRow(stream: Stream, payment: Payment, seed: number, faults: FaultCounts): string {
  const {slot, contract, payer, tail} = stream
  if (!slot.payee) {
    const draw = new Draw(seed, 'payee', stream.key, payment.month, payment.index)
    const person = drawPerson(draw)
    const taxNumber = drawTaxNumber(draw, person.isWoman)
    const isNameless = draw.chance(0.08)
    const {details, planted} = personalText(stream, person, payment, draw)
    if (isNameless) faults.nameless++
    if (planted) faults[planted]++
    const account = `UA${10 + draw.below(90)}999999***************${1000 + draw.below(9000)}`
    return `${payer};${isNameless ? '' : taxNumber};${treasury(fullName(person))};${account};;999999;${treasury(details)}${tail};;`
  }
  const {bits} = payment
  const isLoud = slot.purchase !== null && (bits >>> 3) % 60 === 0
  if (isLoud) faults.loud++
  const details = treasury(paymentText(stream, payment))
  return `${payer};${isLoud ? stream.loudPayee : stream.payee};${details}${tail}${linkOf(contract, bits, faults)};`
}

/** Number and id of the contract, as far as whoever entered the payment gave them. */
function linkOf(contract: Contract | null, bits: number, faults: FaultCounts): string {
  if (!contract) return ';'
  const at = (bits >>> 9) % 100
  if (at < 6) faults.unlinked++
  if (at >= 96) faults.respelled++
  return `${at < 6 ? '' : contract.id};${at >= 96 ? `№ ${contract.number} ` : contract.number}`
}
