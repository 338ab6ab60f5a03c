import {type BudgetYear, type ExpensePart, type Fund, fundOf, type Months, zeros} from './budget-year.ts'
import {economicCodes} from './economic-codes.ts'
import {financeNames, partsOf} from './finance-codes.ts'
import {functionNames} from './functions.ts'

/** A line of a report before it is written: amounts in kopiykas by month, null where the treasury leaves a cell empty. */
export type Line = {
  /** Codes and names, as they stand between the budget's code and the amounts. */
  codes: readonly string[]
  fund: Fund | 'T'
  /** In the order of the file's amount columns. */
  amounts: readonly (Months | null)[]
}

const nothing = zeros()

const add = (left: Months, right: Months): Months => left.map((amount, month) => amount + right[month]!)

/** Fund T of a line is the sum of its two funds; columns that only S has are empty in it. */
function total(lines: readonly Line[], summed: readonly number[]): Line {
  const [first] = lines as [Line]
  const amounts = first.amounts.map((_, column) =>
    summed.includes(column)
      ? lines.reduce((sum, {amounts}) => add(sum, amounts[column] ?? nothing), nothing)
      : null,
  )
  return {codes: first.codes, fund: 'T', amounts}
}

export const expenseColumns = [
  'ZAT_AMT',
  'PLANS_AMT',
  'FAKT_AMT',
  'FAKT_V2MB_AMT',
  'FAKTSIK_AMT',
  'FAKTSIK_V2MB_AMT',
  'FAKTSPP_AMT',
  'FAKTSPP_V2MB_AMT',
  'FAKTSID_AMT',
  'FAKTSID_V2MB_AMT',
]

/** Expenses by any codes: parts with the same codes are one line in each fund, and one in total. */
function expenseLines(
  parts: readonly ExpensePart[],
  codesOf: (part: ExpensePart) => readonly string[],
): Line[] {
  const groups = new Map<string, {codes: readonly string[]; parts: ExpensePart[]}>()
  for (const part of parts) {
    const codes = codesOf(part)
    const key = codes.join(';')
    const group = groups.get(key)
    if (group) group.parts.push(part)
    else groups.set(key, {codes, parts: [part]})
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.flatMap(([, {codes, parts: own}]) => {
    const funds = (['C', 'S'] as const).flatMap((fund): Line[] => {
      const inFund = own.filter(({source}) => fundOf(source) === fund)
      if (inFund.length === 0) return []
      const sum = (kind: 'plan' | 'estimate' | 'executed', source?: string): Months =>
        inFund
          .filter(part => source === undefined || part.source === source)
          .reduce((run, part) => add(run, part[kind]), nothing)
      const ofFunds =
        fund === 'C' ? [null, null, null] : ['D', 'F', 'G'].map(source => sum('executed', source))
      const [other = null, fees = null, gifts = null] = ofFunds
      return [
        {
          codes,
          fund,
          amounts: [
            sum('plan'),
            sum('estimate'),
            sum('executed'),
            null,
            other,
            null,
            fees,
            null,
            gifts,
            null,
          ],
        },
      ]
    })
    return [...funds, total(funds, [0, 1, 2])]
  })
}

export const economicLines = ({parts}: BudgetYear): Line[] =>
  expenseLines(parts, ({kekv}) => [kekv, economicCodes[kekv]!.name])

export const programLines = ({parts}: BudgetYear): Line[] =>
  expenseLines(parts, ({program, kekv}) => [
    program.code,
    program.name,
    program.kfk,
    functionNames[program.kfk]!,
    kekv,
    economicCodes[kekv]!.name,
  ])

/** Estimates of income are empty in fund C, and nought for all but what institutions receive. */
export const incomeLines = ({incomes}: BudgetYear): Line[] =>
  [...incomes]
    .sort((a, b) => (a.code.code < b.code.code ? -1 : 1))
    .flatMap(({code, plan, estimate, executed}) => {
      const fund = fundOf(code.source)
      const codes = [code.code, code.name]
      return [
        {codes, fund, amounts: [plan, fund === 'C' ? null : estimate, executed]},
        {codes, fund: 'T' as const, amounts: [plan, estimate, executed]},
      ]
    })

const creditNames: Record<string, string> = {
  4113: 'Надання інших внутрішніх кредитів',
  4123: 'Повернення інших внутрішніх кредитів',
}

/** What is given is estimated, what comes back is not. The last column is for banks, and stands in fund S alone. */
export const creditLines = ({credits}: BudgetYear): Line[] =>
  [...credits]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({code, fund, plan, executed}) => {
      const codes = [code, creditNames[code]!]
      const estimate = code === '4113' ? plan : nothing
      return [
        {codes, fund, amounts: [plan, estimate, executed, fund === 'S' ? nothing : null]},
        {codes, fund: 'T' as const, amounts: [plan, estimate, executed, null]},
      ]
    })

/** Financing with every code above its parts, as the treasury has it: only 400000 and 600000 may be added. */
export function financeLines({finance}: BudgetYear): Line[] {
  const amounts = (code: string, fund: Fund): [plan: Months, executed: Months] => {
    const leaf = finance.find(line => line.code === code && line.fund === fund)
    if (leaf) return [leaf.plan, leaf.executed]
    let plan = nothing
    let executed = nothing
    for (const [part, sign] of partsOf[code] ?? []) {
      const [partPlan, partExecuted] = amounts(part, fund)
      plan = add(plan, sign === 1 ? partPlan : partPlan.map(amount => -amount))
      executed = add(executed, sign === 1 ? partExecuted : partExecuted.map(amount => -amount))
    }
    return [plan, executed]
  }
  return Object.keys(financeNames)
    .sort()
    .flatMap(code => {
      const codes = [code, financeNames[code]!]
      const funds = (['C', 'S'] as const).map((fund): Line => ({codes, fund, amounts: amounts(code, fund)}))
      return [...funds, total(funds, [0, 1])]
    })
}

/** Has the treasury anything to say about this line in this month? */
export const isReported = ({amounts}: Line, month: number): boolean =>
  amounts.some(months => months !== null && months[month] !== 0)
