import type {IncomeCode} from './incomes.ts'
import type {Source} from './mixes.ts'
import type {Program} from './programs.ts'

/** Money is whole kopiykas. Lists hold twelve months, January first; what was executed runs up from 1 January. */
export type Months = number[]

export type Fund = 'C' | 'S'

export const fundOf = (source: Source): Fund => (source === 'C' ? 'C' : 'S')

/** What one programme spends under one economic code from one source. */
export type ExpensePart = {
  program: Program
  kekv: string
  source: Source
  executed: Months
  /** Plan of the year as amended by the end of each month. */
  plan: Months
  /** Estimates of the institutions (кошториси), which follow own receipts without a council's decision. */
  estimate: Months
}

export type IncomeLine = {code: IncomeCode; executed: Months; plan: Months; estimate: Months}

/** Loans to citizens and firms; what comes back is negative. */
export type CreditLine = {code: string; fund: Fund; executed: Months; plan: Months}

/** A code of financing that has no codes below it. */
export type FinanceLine = {code: string; fund: Fund; executed: Months; plan: Months}

export type BudgetYear = {
  year: number
  /** How many months the treasury has reported. */
  months: number
  parts: ExpensePart[]
  incomes: IncomeLine[]
  credits: CreditLine[]
  finance: FinanceLine[]
}

export const zeros = (): Months => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

/** Sum, month by month. */
export function sumOf<T>(lines: readonly T[], months: (line: T) => Months): Months {
  const sum = zeros()
  for (const line of lines) {
    const values = months(line)
    for (let month = 0; month < 12; month++) sum[month]! += values[month]!
  }
  return sum
}
