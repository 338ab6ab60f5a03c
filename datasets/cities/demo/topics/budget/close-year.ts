import {Draw} from '../../tools/numbers/draw.ts'
import {type BudgetYear, type Fund, fundOf, type Months, sumOf, zeros} from './budget-year.ts'
import {stepped} from './debts.ts'

/** What is on the city's accounts at the beginning of a year. */
export type Balances = Record<Fund, number>

/**
 * Closes a year: other settlements, what the general fund gave the development budget, and what was on the accounts at
 * the end of each month. Plans of the balances are left to `planBalances`.
 * @param target what the special fund keeps on its accounts, by month
 * @returns what is on the accounts at the end of the year
 */
export function closeYear(seed: number, budget: BudgetYear, start: Balances, target: Months): Balances {
  const {year, finance} = budget
  const draw = new Draw(seed, 'close', year)
  const add = (code: string, fund: Fund, executed: Months, plan: Months = zeros()) =>
    finance.push({code, fund, executed, plan})

  // Odd settlements: a rest of the special fund handed over in January, kopiykas that nobody can place.
  const handed = draw.chance(0.6) ? Math.round(draw.between(15, 90)) * 1_000_000 : 0
  if (handed > 0) {
    add(
      '602302',
      'C',
      zeros().map(() => handed),
      zeros().map(() => handed),
    )
    add(
      '602302',
      'S',
      zeros().map(() => -handed),
      zeros().map(() => -handed),
    )
  }
  let odd = 0
  const odds = zeros().map(() => {
    if (draw.chance(0.4)) odd -= draw.below(900_000)
    return odd
  })
  add('602304', 'S', odds)
  // Until the invasion free money lay on deposits over the summer.
  if (year <= 2021) {
    const placed = 3_000_000_000
    add(
      '601210',
      'C',
      stepped([[3, -placed]]),
      zeros().map((_, month) => (month < 2 ? 0 : -placed)),
    )
    add(
      '601110',
      'C',
      stepped([[10, placed]]),
      zeros().map((_, month) => (month < 2 ? 0 : placed)),
    )
  }

  // The development budget is topped up to what it needs, month by month.
  const special = flow(budget, 'S', 'executed')
  let given = 0
  const givens = special.map((amount, month) => {
    given = Math.max(given, target[month]! - start.S - amount)
    return given
  })
  const general = flow(budget, 'C', 'executed')
  const ends = {
    C: general.map((amount, month) => start.C + amount - givens[month]!),
    S: special.map((amount, month) => start.S + amount + givens[month]!),
  }
  for (const fund of ['C', 'S'] as const) {
    add(
      '602100',
      fund,
      zeros().map(() => start[fund]),
    )
    add('602200', fund, ends[fund])
    add('602400', fund, fund === 'C' ? givens.map(amount => -amount) : givens)
  }
  return {C: ends.C[11]!, S: ends.S[11]!}
}

/** Incomes − expenses − credits + financing as far as it is known, running up. */
export function flow(
  {parts, incomes, credits, finance}: BudgetYear,
  fund: Fund,
  kind: 'executed' | 'plan',
): Months {
  const income = sumOf(
    incomes.filter(({code}) => fundOf(code.source) === fund),
    line => line[kind],
  )
  const expense = sumOf(
    parts.filter(({source}) => fundOf(source) === fund),
    part => part[kind],
  )
  const credit = sumOf(
    credits.filter(line => line.fund === fund),
    line => line[kind],
  )
  const other = sumOf(
    finance.filter(line => line.fund === fund),
    line => line[kind],
  )
  return income.map((amount, month) => amount - expense[month]! - credit[month]! + other[month]!)
}
