import {Draw} from '../../tools/numbers/draw.ts'
import type {ExpensePart, IncomeLine} from './budget-year.ts'
import {isGiven} from './execute-incomes.ts'
import {roundTo, roundUp} from './plan-expenses.ts'
import {sessionsOf} from './sessions.ts'

/** The code whose plan a council raises when it needs more: the tax on pay. */
export const pliantCode = '11010100'

/**
 * Gives income its plan of January and as amended by the end of each month, a little below what comes in. It is amended
 * at the sessions that amend expenditure.
 */
export function planIncomes(seed: number, year: number, incomes: readonly IncomeLine[]): void {
  const amended = runningShares(sessionsOf(seed, year))
  for (const line of incomes) {
    const {code, executed} = line
    if (code.source === 'F' || code.source === 'G') continue
    if (isGiven(code)) planGiven(line)
    else {
      const draw = new Draw(seed, 'income plan', code.code, year)
      const whole = executed[11]!
      // Round numbers, as a council likes them: to ten thousands, small ones to hundreds of hryvnias.
      const grain = whole > 200_000_000 ? 10_000_000 : whole > 10_000_000 ? 1_000_000 : 10_000
      const final = roundTo(whole * (code.code === pliantCode ? 0.99 : draw.between(0.9, 1)), grain)
      const approved = roundTo(whole * (code.code === pliantCode ? 0.925 : draw.between(0.8, 1.0)), grain)
      line.plan = amended.map(share => Math.max(0, roundTo(approved + (final - approved) * share, grain)))
    }
  }
}

function runningShares(weights: readonly number[]): number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  let run = 0
  return weights.map(weight => {
    run += weight
    return run / sum
  })
}

/** What is given yearly is known in January; what comes by agreement is planned once it is signed, a month ahead. */
function planGiven(line: IncomeLine): void {
  const {code, executed} = line
  const isYearly = code.months === 'school' || code.months === 'monthly' || code.months === 'lessons'
  const known = isYearly ? 0 : Math.max(0, executed.findIndex(amount => amount !== 0) - 1)
  const whole = roundUp(Math.max(...executed), 100)
  line.plan = executed.map((_, month) => (month >= known ? whole : 0))
}

/** What institutions earn and are given is planned, estimated and received as they spend it. */
export function takeOwnReceipts(incomes: readonly IncomeLine[], parts: readonly ExpensePart[]): void {
  for (const line of incomes) {
    const {source} = line.code
    if (source !== 'F' && source !== 'G') continue
    const own = parts.filter(part => part.source === source)
    const whole = own.reduce((run, {executed}) => run + executed[11]!, 0)
    for (let month = 0; month < 12; month++) {
      let spent = 0
      for (const {executed, plan, estimate} of own) {
        spent += executed[month]!
        line.plan[month]! += plan[month]!
        line.estimate[month]! += estimate[month]!
      }
      // Gifts are mostly things, entered as received and spent at once; fees come a little before they are spent.
      line.executed[month] = source === 'G' ? spent : spent + Math.round((whole * (month + 1)) / 1200)
    }
  }
}
