import {hash, mix} from '../../tools/numbers/hash.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import {workingDaysBetween} from '../../tools/time/working-days.ts'
import type {Slot, TextKind} from './slot.ts'

/** Days that a book remembers: papers are registered some days before what they are about is paid, never a month. */
const remembered = 32

/**
 * A book in which a body registers papers of one kind through a year. Numbers begin with 1 each January and grow with
 * the date: a working day has a stretch of numbers of its own, of which those that the city does not see belong to
 * others. Asked for days out of order, it remembers no more than the last of them.
 */
export class DatedBook {
  readonly #key: number
  readonly #perDay: number
  readonly #spare: number
  readonly #days = new Int32Array(remembered)
  readonly #taken = new Int32Array(remembered)

  /** @param most papers that may be asked for on one day */
  constructor(key: number, most: number) {
    this.#key = key
    this.#spare = Math.floor(most / 2)
    this.#perDay = most + this.#spare
  }

  /** The number of the next paper of that working day, each of its own. */
  next(day: number): number {
    const at = day % remembered
    if (this.#days[at] !== day) {
      this.#days[at] = day
      this.#taken[at] = 0
    }
    return this.#first(day) + this.#taken[at]!++
  }

  /** The number of a paper of that working day that may be about several at once. */
  shared(day: number, bits: number): number {
    return this.#first(day) + (bits % (this.#perDay - this.#spare))
  }

  #first(day: number): number {
    return 1 + workingDayOfYear(day) * this.#perDay + (mix(this.#key ^ day) % (this.#spare + 1))
  }
}

const workingDays = new Map<number, number>()

/** 0 is the first working day of its year. */
function workingDayOfYear(day: number): number {
  let count = workingDays.get(day)
  if (count === undefined) {
    count = Math.max(0, workingDaysBetween(dayOf(dateOf(day).year, 1, 1) - 1, day) - 1)
    workingDays.set(day, count)
  }
  return count
}

/** The books of a body that pays, for one year, in which it registers as it goes. */
export class PayerBooks {
  readonly key: number
  /** Of letters, for money that came back. */
  readonly letters: DatedBook
  #orders = 0
  #sheets = 0
  #lists = 0

  constructor(key: number) {
    this.key = key
    this.letters = new DatedBook(key, 2)
  }

  /** Of a payment order. Now and then one was returned and made out anew. */
  nextOrder(bits: number): number {
    this.#orders += bits % 23 === 0 ? 2 : 1
    return this.#orders
  }

  /** Of a pay sheet or a list of stipends. */
  nextSheet(): number {
    return ++this.#sheets
  }

  /** Of a list of residents. */
  nextList(): number {
    return ++this.#lists
  }

  /** Whether what is paid on a day was made out the working day before, all of it. */
  isMadeOutBefore(day: number): boolean {
    return (mix(this.key ^ Math.imul(day, 0x9e37_79b1)) & 1) === 1
  }
}

/** Whose book the papers behind a payment of a kind are in: the one who is paid, the one who pays, or the mayor. */
const keptBy: Partial<Record<TextKind, 'payee' | 'payer' | 'mayor'>> = {
  meter: 'payee',
  goods: 'payee',
  trip: 'payer',
  dwelling: 'payer',
  aid: 'mayor',
}

/** What is decided on one day, where a decision may be about several people: orders of the mayor, a commission. */
const decisionsADay: Partial<Record<TextKind, number>> = {aid: 2, dwelling: 1}

/** All books of a year: some hundreds, however much is written into them. */
export class Books {
  readonly #seed: number
  readonly #year: number
  readonly #payers = new Map<string, PayerBooks>()
  readonly #expected = new Map<string, number>()
  readonly #registers = new Map<string, DatedBook>()

  constructor(seed: number, year: number) {
    this.#seed = seed
    this.#year = year
  }

  ofPayer(code: string): PayerBooks {
    let books = this.#payers.get(code)
    if (!books) {
      books = new PayerBooks(hash(this.#seed, 'books', code, this.#year))
      this.#payers.set(code, books)
    }
    return books
  }

  /** Says of a slot, before its book is opened, how many papers a month it brings. */
  expect(slot: Slot, papers: number): void {
    const name = nameOf(slot)
    if (name) this.#expected.set(name, (this.#expected.get(name) ?? 0) + papers)
  }

  registerOf(slot: Slot): DatedBook | null {
    const name = nameOf(slot)
    if (!name) return null
    let register = this.#registers.get(name)
    if (!register) {
      // Near the end of a month, and on Fridays, a day brings several times its share.
      const most = decisionsADay[slot.text] ?? 2 + Math.ceil(this.#expected.get(name)! * 0.3)
      register = new DatedBook(hash(this.#seed, 'register', name, this.#year), most)
      this.#registers.set(name, register)
    }
    return register
  }
}

/** The name of a slot's book; null where its papers are not registered. */
function nameOf({text, payer, payee}: Slot): string | null {
  const keeper = keptBy[text]
  if (!keeper) return null
  if (keeper === 'mayor') return 'mayor'
  return keeper === 'payee' ? `invoices ${payee!.code}` : `${text} ${payer.code}`
}
