import {Draw} from '../../tools/numbers/draw.ts'
import {runningTotals} from './apportion.ts'
import {type IncomeLine, zeros} from './budget-year.ts'
import {inYear} from './in-year.ts'
import {type IncomeCode, incomeCodes, incomeMonths} from './incomes.ts'
import {type Planted, transit} from './planted.ts'

/** Codes whose payments the state or another budget makes by a timetable. */
export const isGiven = ({code}: IncomeCode): boolean => code[0] === '4' && code !== '42020500'

/** What came in during a year, month by month, besides what institutions earn and are given. Plans are left at nought. */
export function executeIncomes(seed: number, year: number, planted: Planted): IncomeLine[] {
  return incomeCodes.flatMap(code => {
    const executed =
      code.source === 'F' || code.source === 'G' ? zeros() : executedMonths(seed, year, code, planted)
    const isThere = code.source === 'F' || code.source === 'G' || executed.some(amount => amount !== 0)
    return isThere ? [{code, executed, plan: zeros(), estimate: zeros()}] : []
  })
}

function executedMonths(seed: number, year: number, code: IncomeCode, planted: Planted): number[] {
  if (code.code === transit.income && year === planted.lastYear) return transitMonths()
  const draw = new Draw(seed, 'income', code.code, year)
  const given = isGiven(code)
  const stray = given ? 1 : draw.lognormal(1, 0.015)
  const grain = given ? 10_000 : 1
  const amount = Math.round((inYear(code.millions, year) * 100_000_000 * stray) / grain) * grain
  if (amount === 0) return zeros()
  const isEven = given || code.code === '11010100'
  const weights = monthShares(code, year).map(share => share * draw.lognormal(1, isEven ? 0.01 : 0.06))
  // Small taxes are paid back at times, more in a month than comes in.
  if (!given && code.millions[4]! < 3)
    for (let month = 2; month < 11; month++)
      if (draw.chance(0.012)) weights[month] = -0.3 * Math.min(weights[month]!, weights[month - 1]!)
  return runningTotals(amount, weights, grain)
}

/** Soldiers' tax: two and a half times as much from March 2022; from October 2023 it is the state's. */
function monthShares({code, months}: IncomeCode, year: number): readonly number[] {
  if (code === '11010200' && year === 2022)
    return [2.2, 2.4, 6.5, 8.2, 9.1, 9.6, 10, 10.2, 10.1, 10.2, 10.5, 11]
  if (code === '11010200' && year === 2023)
    return [9.2, 9.6, 10, 10.2, 10.4, 10.3, 10.5, 10.3, 10.6, 8.9, 0, 0]
  return incomeMonths[months]
}

function transitMonths(): number[] {
  const weights = zeros()
  let amount = 0
  for (const [month, kopiykas] of transit.tranches) {
    weights[month] = kopiykas
    amount += kopiykas
  }
  return runningTotals(amount, weights)
}
