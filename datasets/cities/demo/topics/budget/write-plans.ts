import {Draw} from '../../tools/numbers/draw.ts'
import {dayOf, isoDate} from '../../tools/time/days.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {type BudgetYear, sumOf} from './budget-year.ts'

const plansFile = 'budget/decisions.demo.csv'

const hryvnias = (kopiykas: number) => (kopiykas / 100).toFixed(2)

/**
 * The council's decisions: in December before the year it approves what the treasury has as January's plan, and at the
 * sessions of the year it makes the plan of each later month that differs from the month before.
 */
export function writePlans(seed: number, years: readonly BudgetYear[], outbox: Outbox): void {
  const csv = outbox.csv(
    plansFile,
    ['budgetYear', 'kind', 'decisionNumber', 'decisionDate', 'incomes', 'expenses', 'decisionUrl'],
    {delimiter: ';'},
  )
  for (const {year, months, incomes, parts} of years) {
    const draw = new Draw(seed, 'council decisions', year)
    const income = sumOf(incomes, line => line.plan)
    const expense = sumOf(parts, part => part.plan)
    let number = 10
    const decide = (kind: 'approved' | 'revised', day: number, month: number) => {
      number += Math.floor(draw.between(3, 41))
      const decision = `${year}-${number}-VIII`
      csv.row([
        String(year),
        kind,
        decision,
        isoDate(day),
        hryvnias(income[month]!),
        hryvnias(expense[month]!),
        `https://rada.pryklad.example/decisions/${decision}`,
      ])
    }
    decide('approved', dayOf(year - 1, 12, Math.floor(draw.between(14, 24))), 0)
    for (let month = 1; month < months; month++)
      if (expense[month] !== expense[month - 1] || income[month] !== income[month - 1])
        decide('revised', dayOf(year, month + 1, Math.floor(draw.between(8, 28))), month)
  }
  outbox.done(csv)
}
