import type {Contract} from './contracts.ts'
import type {Body, Institution} from './institutions.ts'
import type {Purchase, Utility} from './purchases.ts'
import type {Season} from './seasons.ts'

/** What is written into a payment. */
export type TextKind =
  | 'pay'
  | 'incomeTax'
  | 'levy'
  | 'contributions'
  | 'meter'
  | 'goods'
  | 'works'
  | 'subsidy'
  | 'transfer'
  | 'list'
  | 'stipend'
  | 'aid'
  | 'dwelling'
  | 'trip'
  | 'loan'
  | 'fee'

/** When in a month it is paid: any day, pay days, the day after, three times, or towards the end. */
export type Rhythm = 'even' | 'pay' | 'taxes' | 'decades' | 'end'

/**
 * A stream of payments within a line of the budget: one payer, one payee, mostly one contract. The months of the line
 * are shared out among its slots, and each month of a slot among its payments.
 */
export type Slot = {
  payer: Institution
  /** Null where every payment goes to another person. */
  payee: Body | null
  weight: number
  /** First and last month in which it is paid, 0 is January. */
  from: number
  to: number
  /** How much of its weight it has in each month; none where it is 0. */
  season: Season | null
  /** Payments in such a month at scale 1 … */
  payments: number
  /** … or, where this is set, one for so many kopiykas. */
  each: number | null
  text: TextKind
  /** What stands in the text besides. */
  about: string
  rhythm: Rhythm
  /** Kopiykas to which payments are rounded where there are several. */
  grain: number
  purchase: Purchase | Utility | null
  /** The contract of the year before, where the slot pays what was left of it. */
  carried: Contract | null
  /** Kopiykas by month that are paid to it exactly, besides which it gets nothing. */
  fixed: readonly number[] | null
  /** Value of the contract as a share of what is paid under it, where that is planted. */
  valueShare: number | null
  /** Paid at every scale. */
  isPlanted: boolean
}

/** A slot with the usual answers. */
export const slot = (known: Pick<Slot, 'payer' | 'payee' | 'text'> & Partial<Slot>): Slot => ({
  weight: 1,
  from: 0,
  to: 11,
  season: null,
  payments: 1,
  each: null,
  about: '',
  rhythm: 'even',
  grain: 1,
  purchase: null,
  carried: null,
  fixed: null,
  valueShare: null,
  isPlanted: false,
  ...known,
})
