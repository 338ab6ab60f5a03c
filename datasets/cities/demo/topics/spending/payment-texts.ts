import {drawIban, drawPlainPhone, drawTaxNumber} from '../../tools/language/contacts.ts'
import {monthNames} from '../../tools/language/month-names.ts'
import {fullName, type Person} from '../../tools/language/people.ts'
import type {Draw} from '../../tools/numbers/draw.ts'
import {dayOf, dottedDate} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import {type Contract, decimalPoint} from './contracts.ts'
import type {Stream} from './streams.ts'

/** What a payment is about: when, which of its slot's it is, and how much. */
export type Payment = {
  year: number
  month: number
  day: number
  index: number
  kopiykas: number
  bits: number
}

/** A working day in the week before a payment, on which somebody asked for it. */
const askedOn = (day: number, bits: number): number => workingDay(day - 1 - ((bits >>> 10) % 6))

const workingDay = remembered(workingDayUntil)
const dateText = remembered(dottedDate)

/** There are far fewer days than payments. */
function remembered<T>(of: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>()
  return day => {
    const before = known.get(day)
    if (before !== undefined) return before
    const value = of(day)
    known.set(day, value)
    return value
  }
}

/** What stands in a payment's text, without persons. */
export function paymentText({slot, contract, books, register}: Stream, payment: Payment): string {
  const {text, about, purchase, payee} = slot
  const {year, month, day, bits, kopiykas} = payment
  const period = `${monthNames[month]} ${year} р.`
  // Meters are read when the month is over; most of December's bill is paid in advance, the rest in January.
  const read =
    month === 0
      ? `остаточний розрахунок за ${monthNames[11]} ${year - 1} р.`
      : month === 11
        ? `${monthNames[10]} та ${period}`
        : `${monthNames[month - 1]} ${year} р.`
  const tax =
    payee && 'isPerson' in payee && payee.isPerson
      ? 'без ПДВ'
      : `ПДВ ${decimalPoint(Math.round(kopiykas / 6))}`
  const asked = askedOn(day, bits)
  const on = contract ? Math.max(asked, contract.signedOn) : asked
  const date = dateText(on)
  const under = contract ? `; дог. № ${contract.number} від ${dateText(contract.signedOn)}` : ''
  if (kopiykas < 0) return `Повернення коштів${under}; лист № ${books.letters.next(on)} від ${date}`
  switch (text) {
    case 'pay':
      return `Заробітна плата за ${isFirstHalf(payment) ? 'I' : 'II'} половину: ${period}, згідно з відомістю № ${books.nextSheet()}`
    case 'incomeTax':
      return `ПДФО із заробітної плати, ${period}`
    case 'levy':
      return `Військовий збір із заробітної плати, ${period}`
    case 'contributions':
      return `ЄСВ на заробітну плату, ${period}`
    case 'meter':
      return `за ${purchase!.paidFor}${about ? ` (${about})` : ''}${volume(contract, kopiykas)}, ${read}${under}; рах. № ${register!.next(on)} від ${date}; ${tax}`
    case 'goods':
      return `за ${purchase!.paidFor}${volume(contract, kopiykas)}${under}; накл. № ${register!.next(on)} від ${date}; ${tax}`
    case 'works':
      return `за ${purchase!.paidFor}${under}; ${act(contract!, on)}; ${tax}`
    case 'subsidy':
      return `Фінансова підтримка, ${about}; без ПДВ`
    case 'transfer':
      return `${about}, ${period}`
    case 'list':
      return `Виплата мешканцям згідно зі списком № ${books.nextList()}, розпорядження від ${dateText(workingDay(day - 1))}`
    case 'stipend':
      return `Стипендія за ${period} згідно зі списком № ${books.nextSheet()}`
    case 'loan':
      return `Відсотки за користування позикою за ${period}, договір № 7/2019`
    case 'fee':
      return `${about}, ${period}`
    default:
      return about
  }
}

/** Pay of the first half of a month is due in its middle. */
const isFirstHalf = ({year, month, day}: Payment) => day - dayOf(year, month + 1, 1) < 20

/** Acts under a contract are numbered as they come, and none is older than the one before. */
function act(contract: Contract, day: number): string {
  contract.actedOn = Math.max(contract.actedOn, day)
  return `акт № ${++contract.acts} від ${dateText(contract.actedOn)}`
}

/** «, 1240.5 Гкал»: how much was read or weighed for this money; nothing where it is not counted so. */
function volume(contract: Contract | null, kopiykas: number): string {
  if (!contract?.unit?.isBulk) return ''
  const {name, kopiykas: each} = contract.unit
  return `, ${Math.round((kopiykas / each) * 10) / 10} ${name}`
}

/** Kinds of personal data that officials put into payments to persons; the name is in all of them. */
export type PersonalData = 'tax number' | 'phone' | 'account'

/** What stands in a payment to a person, and what besides the name should not. */
export function personalText(
  {slot: {text}, books, register}: Stream,
  person: Person,
  {year, day, bits, kopiykas}: Payment,
  draw: Draw,
): {details: string; planted: PersonalData | null} {
  const asked = askedOn(day, bits)
  const date = dateText(asked)
  const name = fullName(person, 'dative')
  if (kopiykas < 0)
    return {details: `Повернення коштів, лист № ${books.letters.next(asked)} від ${date}`, planted: null}
  if (text === 'trip')
    return {
      details: `Відшкодування витрат на відрядження: ${fullName(person, 'dative')}, наказ № ${register!.next(asked)} від ${date}`,
      planted: null,
    }
  const head =
    text === 'dwelling'
      ? `Грошова компенсація за належне для отримання жиле приміщення: ${name}, рішення комісії № ${register!.shared(asked, 0)} від ${date}`
      : `Матеріальна допомога: ${name}, розпорядження № ${register!.shared(asked, bits >>> 4)}-р/${year} від ${date}`
  const at = draw.unit()
  if (at < 0.1)
    return {details: `${head}, РНОКПП ${drawTaxNumber(draw, person.isWoman)}`, planted: 'tax number'}
  if (at < 0.15) return {details: `${head}, тел. ${drawPlainPhone(draw)}`, planted: 'phone'}
  if (at < 0.19) return {details: `${head}, на рахунок ${drawIban(draw)}`, planted: 'account'}
  return {details: head, planted: null}
}
