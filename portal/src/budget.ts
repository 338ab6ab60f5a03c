import type {Site} from './site.ts'

export type BudgetTotal = {
  year: number
  flow: 'income' | 'expense'
  months: number
  /** Null where the treasury had no plan yet in January. */
  plan_january_uah: number | null
  plan_amended_uah: number
  executed_uah: number
}
export type BudgetYear = {year: number; months: number; income: BudgetTotal; expense: BudgetTotal}

/** Years for which both sides of a city's budget are known, oldest first. */
export async function budgetYears(site: Site, city = site.city.id): Promise<BudgetYear[]> {
  const rows = await site.rows<BudgetTotal>('budget_totals', {where: [['city', '=', city]], order: ['year']})
  return [...new Set(rows.map(row => row.year))].flatMap(year => {
    const income = rows.find(row => row.year === year && row.flow === 'income')
    const expense = rows.find(row => row.year === year && row.flow === 'expense')
    return income && expense ? [{year, months: Math.min(income.months, expense.months), income, expense}] : []
  })
}

/** The year a page is about: `?year=` where there is one, otherwise the last whole year, otherwise the newest. */
export function chosenYear(years: BudgetYear[], asked: string | null): BudgetYear | null {
  return (
    years.find(({year}) => String(year) === asked) ??
    years.findLast(({months}) => months === 12) ??
    years.at(-1) ??
    null
  )
}

export type ProgramRow = {
  year: number
  months: number
  division: string
  kfk: string
  kfk_name: string | null
  program: string
  program_name: string | null
  /** Null where the functional file's plan does not reconcile with the economic one. */
  plan_amended_uah: number | null
  executed_uah: number
}

/** Programmes and functions of a city's budget, all years. */
export const budgetPrograms = (site: Site, city = site.city.id): Promise<ProgramRow[]> =>
  site.rows<ProgramRow>('budget_programs', {
    select: [
      'year',
      'months',
      'division',
      'kfk',
      'kfk_name',
      'program',
      'program_name',
      'plan_amended_uah',
      'executed_uah',
    ],
    where: [['city', '=', city]],
  })

/** Groups of divisions as the portal shows them, each with its colour, the same everywhere. */
export const groupColours = {
  education: 'var(--c1)',
  housing: 'var(--c2)',
  economy: 'var(--c3)',
  social: 'var(--c4)',
  health: 'var(--c6)',
  government: 'var(--c5)',
  order: 'var(--c8)',
  culture: 'var(--c7)',
  transfers: 'var(--c0)',
} as const
export type Group = keyof typeof groupColours
export const groupKeys = Object.keys(groupColours) as Group[]

const byDivision: Record<string, Group> = {
  '01': 'government',
  '02': 'order',
  '03': 'order',
  '04': 'economy',
  '05': 'order',
  '06': 'housing',
  '07': 'health',
  '08': 'culture',
  '09': 'education',
  '10': 'social',
}

/** Transfers to other budgets (function 0180) stand apart: the city does not spend that money. */
export const groupOf = ({division, kfk}: {division: string; kfk: string}): Group =>
  kfk === '0180' ? 'transfers' : (byDivision[division] ?? 'government')

/** Plan of some rows together; unknown where that of any is. */
export const planOf = (rows: {plan_amended_uah: number | null}[]): number | null =>
  rows.some(row => row.plan_amended_uah === null) ? null : sum(rows, row => row.plan_amended_uah!)

/** Spent share of a plan, null where there is no plan to measure by. */
export const shareOf = (executed: number, plan: number | null): number | null =>
  plan === null || plan <= 0 ? null : executed / plan

export const sum = <T>(rows: T[], value: (row: T) => number): number =>
  rows.reduce((total, row) => total + value(row), 0)
