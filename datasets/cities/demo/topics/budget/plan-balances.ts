import {type BudgetYear, type FinanceLine, type Fund, zeros} from './budget-year.ts'
import {type Balances, flow} from './close-year.ts'
import {planGrain, roundUp} from './plan-expenses.ts'
import {pliantCode} from './plan-incomes.ts'

/** What a plan leaves on the accounts at the end of a year, kopiykas. */
export const leftInPlan = {C: 90_000_000, S: 50_000_000} as const

/** The part of the special fund's balance that the council may plan with; the rest are own receipts of institutions. */
export const plannedStart = (start: Balances): Balances => ({C: start.C, S: Math.round(start.S * 0.45)})

/**
 * Plans of the balances, so that in each fund and month: incomes − expenses − credits + 400000 + 600000 = 0.
 * January's plan is balanced without what is left of the year before; from the session of February it is used, and what
 * is not yet shared out stays in the plan of the end of the period. Where that would fall below what a plan leaves, the
 * council raises the plan of the tax on pay.
 */
export function planBalances(budget: BudgetYear, start: Balances): void {
  const planned = plannedStart(start)
  const special = flow(budget, 'S', 'plan')
  const rest = planned.S % 100
  const given = special.map((amount, month) =>
    month === 0 ? -amount : leftInPlan.S + rest - planned.S - amount,
  )
  const pliant = budget.incomes.find(({code}) => code.code === pliantCode)!
  const general = flow(budget, 'C', 'plan')
  let raised = 0
  const ends = general.map((amount, month) => {
    const left = amount - given[month]! + (month === 0 ? 0 : planned.C)
    if (month === 0) {
      pliant.plan[0]! -= left
      return 0
    }
    const lowest = month === 11 ? leftInPlan.C / 3 : leftInPlan.C
    raised = Math.max(raised, roundUp(lowest - left, planGrain * 1000))
    pliant.plan[month]! += raised
    return left + raised
  })
  const late = (kopiykas: number) => zeros().map((_, month) => (month === 0 ? 0 : kopiykas))
  for (const fund of ['C', 'S'] as const) {
    find(budget.finance, '602100', fund).plan = late(planned[fund])
    find(budget.finance, '602200', fund).plan = fund === 'C' ? ends : late(leftInPlan.S + rest)
    find(budget.finance, '602400', fund).plan = fund === 'C' ? given.map(amount => -amount) : given
  }
}

const find = (finance: readonly FinanceLine[], code: string, fund: Fund): FinanceLine =>
  finance.find(line => line.code === code && line.fund === fund)!
