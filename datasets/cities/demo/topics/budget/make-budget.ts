import {Draw} from '../../tools/numbers/draw.ts'
import {dateOf, monthEnd} from '../../tools/time/days.ts'
import type {Events} from '../../world/events.ts'
import {type BudgetYear, type Months, sumOf, zeros} from './budget-year.ts'
import {type Balances, closeYear} from './close-year.ts'
import {credits, debts} from './debts.ts'
import {executeExpenses} from './execute-expenses.ts'
import {executeIncomes} from './execute-incomes.ts'
import {leftInPlan, planBalances, plannedStart} from './plan-balances.ts'
import {planExpenses, planOwnReceipts} from './plan-expenses.ts'
import {planIncomes, takeOwnReceipts} from './plan-incomes.ts'
import {plantedIn} from './planted.ts'

/** What the budget is a function of; `scale` is not among it. */
type BudgetScope = {seed: number; firstDay: number; today: number; events: Events}

/**
 * The city's budget year by year, from `firstDay` to the last month that lies wholly before `today`. All money is whole
 * kopiykas, and every identity of the treasury's reports holds exactly, in each fund, month and year.
 */
export function makeBudget({seed, firstDay, today, events}: BudgetScope): BudgetYear[] {
  const planted = plantedIn(today, events)
  const years: BudgetYear[] = []
  let start: Balances | null = null
  for (let year = dateOf(firstDay).year; year <= dateOf(today).year; year++) {
    const months = wholeMonths(year, today)
    const incomes = executeIncomes(seed, year, planted)
    const income = sumOf(incomes, line => line.executed)[11]!
    start ??= {C: Math.round(income * 0.058), S: Math.round(income * 0.011)}
    const finance = debts(seed, year)
    const lent = credits(seed, year)
    const borrowed = sumOf(finance, line => line.executed)[11]!
    const given = sumOf(lent, line => line.executed)[11]!

    // A council spends what comes in and what was left, less what it wants to keep.
    const total = income + borrowed - given + start.C + start.S - Math.round(income * shareKept(year))
    const parts = executeExpenses(seed, year, total, planted)
    const budget: BudgetYear = {year, months, parts, incomes, credits: lent, finance}
    planOwnReceipts(seed, year, parts)
    takeOwnReceipts(incomes, parts)
    const draw = new Draw(seed, 'special balance', year)
    const kept = zeros().map(() => Math.round(income * draw.between(0.01, 0.022)))
    const end = closeYear(seed, budget, start, kept)

    planIncomes(seed, year, incomes)
    const planned = councilPlan(budget)
    const {C, S} = plannedStart(start)
    const final = planned[11]! + C + S - leftInPlan.C - leftInPlan.S
    planExpenses(seed, year, parts, {approved: planned[0]!, final}, planted)
    planBalances(budget, start)
    if (months > 0) years.push(budget)
    start = end
  }
  return years
}

/** Part of a year's income that is on the accounts when it ends. In 2022 soldiers' tax came and repairs stood still. */
const shareKept = (year: number) =>
  year === 2021 ? 0.085 : year === 2022 ? 0.165 : year === 2023 ? 0.115 : year === 2024 ? 0.09 : 0.075

/** Months of a year that lie wholly before a day. */
const wholeMonths = (year: number, today: number): number =>
  Array.from({length: 12}, (_, index) => index + 1).filter(month => monthEnd(year, month) < today).length

/** What the council may plan to spend by month, balances aside: income of the general and development funds and loans. */
function councilPlan({incomes, credits, finance}: BudgetYear): Months {
  const income = sumOf(
    incomes.filter(({code}) => code.source === 'C' || code.source === 'D'),
    line => line.plan,
  )
  const lent = sumOf(credits, line => line.plan)
  const other = sumOf(finance, line => line.plan)
  return income.map((amount, month) => amount - lent[month]! + other[month]!)
}
