import {describe, expect, test} from 'vitest'
import {dateOf, dayOf, parseDay} from '../../tools/time/days.ts'
import {eventsBefore} from '../../world/events.ts'
import {sumOf} from './budget-year.ts'
import {flow} from './close-year.ts'
import {makeBudget} from './make-budget.ts'

const cases = ['2024-06-10', '2026-01-15', '2026-11-21', '2031-03-31'].flatMap(date =>
  [0, 1, 2, 77].map(seed => ({date, seed})),
)

/** Whatever the seed and the day, a finance director would sign it. */
describe.each(cases)('seed $seed, told up to $date', ({date, seed}) => {
  const today = parseDay(date)
  const firstDay = dayOf(dateOf(today - 90).year - 5, 1, 1)
  const years = makeBudget({seed, firstDay, today, events: eventsBefore(today)})

  test('accounts close to the kopiyka and are never empty', () => {
    for (const budget of years)
      for (const fund of ['C', 'S'] as const) {
        const line = (code: string) =>
          budget.finance.find(finance => finance.code === code && finance.fund === fund)!
        for (const kind of ['executed', 'plan'] as const) {
          // What is left at the end is counted as a flow, with its sign turned.
          const rest = flow(budget, fund, kind).map((sum, month) => sum - 2 * line('602200')[kind][month]!)
          expect(rest).toEqual(rest.map(() => 0))
        }
        for (const left of line('602200').executed) expect(left).toBeGreaterThan(5e8)
        for (const left of line('602200').plan) expect(left).toBeGreaterThanOrEqual(0)
      }
  })

  test('plans look as plans do', () => {
    for (const {parts, incomes} of years) {
      const plan = sumOf(parts, part => part.plan)
      const spent = sumOf(parts, part => part.executed)
      const income = sumOf(incomes, line => line.executed)
      expect(spent[11]! / plan[11]!).toBeGreaterThan(0.85)
      expect(spent[11]! / plan[11]!).toBeLessThan(0.985)
      expect(plan[0]! / plan[11]!).toBeGreaterThan(0.75)
      expect(plan[0]! / plan[11]!).toBeLessThan(0.95)
      expect(income[11]! / sumOf(incomes, line => line.plan)[11]!).toBeCloseTo(1.025, 1)
      const tax = incomes.find(({code}) => code.code === '11010100')!
      expect(tax.plan[0]! / tax.executed[11]!).toBeCloseTo(0.927, 1)
      expect(tax.plan[11]! / tax.executed[11]!).toBeCloseTo(0.99, 2)
    }
  })

  test('money is whole kopiykas', () => {
    for (const {parts, incomes, credits, finance} of years)
      for (const {plan, executed} of [...parts, ...incomes, ...credits, ...finance])
        expect([...plan, ...executed].every(Number.isSafeInteger)).toBe(true)
  })
})
