import {Draw} from '../numbers/draw.ts'
import {type BudgetYear, type CreditLine, type FinanceLine, type Fund, fundOf, type Months, sumOf, zeros} from './budget-year.ts'
import {inYear} from './in-year.ts'

/** What is on the city's accounts at the beginning of a year. */
export type Balances = Record<Fund, number>

/** Names of financing codes as the treasury's feed has them; a code's parts are in `partsOf`. */
export const financeNames: Record<string, string> = {
  400000: 'Фінансування за борговими операціями',
  401000: 'Запозичення',
  401200: 'Зовнішні запозичення',
  401201: "Довгострокові зобов'язання",
  402000: 'Погашення',
  402100: "Внутрішні зобов'язання",
  402102: "Середньострокові зобов'язання",
  402200: "Зовнішні зобов'язання",
  402201: "Довгострокові зобов'язання",
  600000: 'Фінансування за активними операціями',
  601000:
    'Зміни обсягів депозитів і цінних паперів, що використовуються для управління ліквідністю',
  601100:
    "Повернення бюджетних коштів з депозитів, надходження внаслідок продажу/пред'явлення цінних паперів",
  601110: 'Повернення бюджетних коштів з депозитів',
  601200: 'Розміщення бюджетних коштів на депозитах, придбання цінних паперів',
  601210: 'Розміщення бюджетних коштів на депозитах',
  602000: 'Зміни обсягів бюджетних коштів',
  602100: 'На початок періоду',
  602200: 'На кінець періоду',
  602300: 'Інші розрахунки',
  602302: 'Передача коштів із спеціального до загального фонду бюджету',
  602304: 'Інші розрахунки',
  602400:
    'Кошти, що передаються із загального фонду бюджету до бюджету розвитку (спеціального фонду)',
}

/** Codes a code is made of; what is left at the end of the period (602200) is taken off. */
export const partsOf: Record<string, readonly [code: string, sign: 1 | -1][]> = {
  401200: [['401201', 1]],
  401000: [['401200', 1]],
  402100: [['402102', 1]],
  402200: [['402201', 1]],
  402000: [
    ['402100', 1],
    ['402200', 1],
  ],
  400000: [
    ['401000', 1],
    ['402000', 1],
  ],
  601100: [['601110', 1]],
  601200: [['601210', 1]],
  601000: [
    ['601100', 1],
    ['601200', 1],
  ],
  602300: [
    ['602302', 1],
    ['602304', 1],
  ],
  602000: [
    ['602100', 1],
    ['602200', -1],
    ['602300', 1],
    ['602400', 1],
  ],
  600000: [
    ['601000', 1],
    ['602000', 1],
  ],
}

/** Hryvnias with the month (0 is January) in which they move, running up. */
function stepped(steps: readonly [month: number, kopiykas: number][]): Months {
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
  const lines: CreditLine[] = [
    {code: '4123', fund: 'S', executed: returned, plan: returned.map(() => -back)},
  ]
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
    add('602302', 'C', zeros().map(() => handed), zeros().map(() => handed))
    add('602302', 'S', zeros().map(() => -handed), zeros().map(() => -handed))
  }
  let odd = 0
  const odds = zeros().map(() => {
    if (draw.chance(0.4)) odd -= draw.below(900_000)
    return odd
  })
  add('602304', 'S', odds)
  // Until the invasion free money lay on deposits over the summer.
  if (year <= 2021) {
    const placed = 30 * million
    add('601210', 'C', stepped([[3, -placed]]), zeros().map((_, month) => (month < 2 ? 0 : -placed)))
    add('601110', 'C', stepped([[10, placed]]), zeros().map((_, month) => (month < 2 ? 0 : placed)))
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
    add('602100', fund, zeros().map(() => start[fund]))
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
  const income = sumOf(incomes.filter(({code}) => fundOf(code.source) === fund), line => line[kind])
  const expense = sumOf(parts.filter(({source}) => fundOf(source) === fund), part => part[kind])
  const credit = sumOf(credits.filter(line => line.fund === fund), line => line[kind])
  const other = sumOf(finance.filter(line => line.fund === fund), line => line[kind])
  return income.map((amount, month) => amount - expense[month]! - credit[month]! + other[month]!)
}
