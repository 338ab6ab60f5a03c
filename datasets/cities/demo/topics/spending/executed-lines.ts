import type {BudgetYear, Months} from '../budget/budget-year.ts'
import type {Program} from '../budget/programs.ts'

/** What a programme paid under an economic code, in kopiykas by month, both funds together. */
export type ExecutedLine = {program: Program; kekv: string; months: Months}

/** Lines of a year in the order of their codes. Months may be negative: money that came back. */
export function executedLines({parts}: BudgetYear): ExecutedLine[] {
  const lines = new Map<string, ExecutedLine>()
  for (const {program, kekv, executed} of parts) {
    const key = `${program.code} ${kekv}`
    let line = lines.get(key)
    if (!line) {
      line = {program, kekv, months: executed.map(() => 0)}
      lines.set(key, line)
    }
    executed.forEach((amount, month) => {
      line.months[month]! += amount - (month > 0 ? executed[month - 1]! : 0)
    })
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}
