import {Draw} from '../../tools/numbers/draw.ts'
import {type CreditLine, type FinanceLine, type Months, zeros} from './budget-year.ts'
import {inYear} from './in-year.ts'

/** Hryvnias with the month (0 is January) in which they move, running up. */
export function stepped(steps: readonly [month: number, kopiykas: number][]): Months {
  const months = zeros()
  for (const [from, kopiykas] of steps) for (let month = from; month < 12; month++) months[month]! += kopiykas
  return months
}

const million = 100_000_000

/** Loans the city took and pays back: one from abroad for saving energy, an older one at home. All in the special fund. */
export function debts(seed: number, year: number): FinanceLine[] {
  const draw = new Draw(seed, 'debt', year)
  const drawn = year <= 2026 ? inYear([16, 0, 22, 9, 0, 0], year) : 0
  const paid = year < 2023 ? 0 : inYear([0, 0, 2.4, 4.1, 6, 6.2], Math.min(year, 2026))
  const homePaid = year <= 2022 ? 3 : 0
  const lines: FinanceLine[] = []
  if (drawn > 0) {
    const first = Math.round(drawn * draw.between(0.4, 0.7) * million)
    const executed = stepped([
      [5, first],
      [9, Math.round(drawn * million) - first - draw.below(90_000)],
    ])
    lines.push({code: '401201', fund: 'S', executed, plan: executed.map(() => Math.round(drawn * million))})
  }
  const pay = (code: string, millions: number, months: readonly [number, number]) => {
    const half = Math.round((millions * million) / 2) - draw.below(40_000)
    const executed = stepped([
      [months[0], -half],
      [months[1], -half],
    ])
    lines.push({code, fund: 'S', executed, plan: executed.map(() => -Math.round(millions * million))})
  }
  if (homePaid > 0) pay('402102', homePaid, [2, 8])
  if (paid > 0) pay('402201', paid, [4, 10])
  return lines
}

/** Small loans for homes, from 2023 for shops of veterans as well, and what comes back of them. */
export function credits(seed: number, year: number): CreditLine[] {
  const draw = new Draw(seed, 'credit', year)
  const back = Math.round(draw.between(60, 160)) * 100_000
  const returned: Months = zeros()
  for (let month = 0; month < 12; month++)
    returned[month] = -Math.round((back * (month + 1)) / 12 + draw.between(0, 90_000) * (month / 12))
  const lines: CreditLine[] = [{code: '4123', fund: 'S', executed: returned, plan: returned.map(() => -back)}]
  if (year >= 2023) {
    const given = Math.round(draw.between(120, 220)) * 1_000_000
    lines.push({
      code: '4113',
      fund: 'C',
      executed: stepped([
        [6, Math.round(given * 0.45)],
        [10, Math.round(given * draw.between(0.4, 0.55))],
      ]),
      plan: zeros().map((_, month) => (month < 1 ? 0 : given)),
    })
  }
  return lines
}
