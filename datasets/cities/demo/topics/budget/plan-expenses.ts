import {Draw} from '../../tools/numbers/draw.ts'
import type {ExpensePart} from './budget-year.ts'
import {economicCodes} from './economic-codes.ts'
import {idleProgram, type Planted} from './planted.ts'
import {sessionsOf} from './sessions.ts'
import {idleMonths} from './wartime.ts'

/** Plans are made in whole hundreds of hryvnias. */
export const planGrain = 10_000

export const roundUp = (kopiykas: number, grain = planGrain): number => Math.ceil(kopiykas / grain) * grain
export const roundTo = (kopiykas: number, grain = planGrain): number => Math.round(kopiykas / grain) * grain

/**
 * Gives every part its plan: as approved in January, as amended by the end of each month, as left in December. The
 * plans of the general and the development fund come to `approved` kopiykas in January and to about `final` in December.
 */
export function planExpenses(
  seed: number,
  year: number,
  parts: readonly ExpensePart[],
  {approved, final}: {approved: number; final: number},
  planted: Planted,
): void {
  const council = parts.filter(({source}) => source === 'C' || source === 'D')
  const finals = finalPlans(seed, year, council, final, planted)
  const approveds = approvedPlans(seed, year, council, finals, approved)
  const weights = sessionsOf(seed, year)
  council.forEach((part, index) => {
    amend(seed, year, part, weights, approveds[index]!, finals[index]!)
    const isEstimated = part.kekv !== '2620' && part.kekv !== '3220' && part.kekv !== '9000'
    if (isEstimated) part.estimate = [...part.plan]
  })
}

/** December's plan is what was spent and what was not: the second is bent so that all together come to `final`. */
function finalPlans(
  seed: number,
  year: number,
  parts: readonly ExpensePart[],
  final: number,
  planted: Planted,
): number[] {
  let given = 0
  let slack = 0
  const slacks = parts.map(({program, kekv, source, executed}) => {
    const spent = executed[11]!
    if (kekv === '9000') {
      given += reserve
      return 0
    }
    given += spent
    if (program.code === idleProgram.code && year === planted.lastYear) {
      given += spent / idleProgram.spent - spent
      return 0
    }
    const {unspent} = economicCodes[kekv]!
    const stray = new Draw(seed, 'unspent', program.code, kekv, source, year).lognormal(1, 0.4)
    const share = Math.min(unspent * stray, 0.6)
    const left = (spent * share) / (1 - share)
    slack += left
    return left
  })
  const bend = Math.max(0, (final - given) / slack)
  return parts.map(({program, kekv, executed}, index) => {
    if (kekv === '9000') return reserve
    const spent = executed[11]!
    if (program.code === idleProgram.code && year === planted.lastYear)
      return roundUp(spent / idleProgram.spent)
    return roundUp(spent + bend * slacks[index]!)
  })
}

/** The reserve fund. */
const reserve = 150_000_000

/** January's plan lacks what comes during the year; how much is bent so that all together come to `approved`. */
function approvedPlans(
  seed: number,
  year: number,
  parts: readonly ExpensePart[],
  finals: readonly number[],
  approved: number,
): number[] {
  let sum = 0
  let missing = 0
  const later = parts.map(({program, kekv, source}, index) => {
    const draw = new Draw(seed, 'january', program.code, kekv === '2120' ? '2111' : kekv, source, year)
    const isSudden = kekv[0] === '3' && draw.chance(0.2)
    if (idleMonths(program.code, year).planned > 0) return null
    const share = comesLater(program.mix) || isSudden ? 0 : economicCodes[kekv]!.january
    const wanted =
      finals[index]! * (1 - Math.min(share * draw.lognormal(1, share > 0.95 ? 0.008 : 0.1), 1.03))
    sum += finals[index]!
    missing += wanted
    return wanted
  })
  const bend = (sum - approved) / missing
  return later.map((wanted, index) =>
    wanted === null ? 0 : Math.max(0, roundTo(finals[index]! - bend * wanted)),
  )
}

/** What the state gives during the year is in nobody's plan in January. */
const comesLater = (mix: string) => ['equipment', 'canteens', 'meals', 'dwellings', 'grants'].includes(mix)

function amend(
  seed: number,
  year: number,
  part: ExpensePart,
  weights: readonly number[],
  approved: number,
  final: number,
): void {
  const {program, kekv, source, executed} = part
  const draw = new Draw(seed, 'amend', program.code, kekv === '2120' ? '2111' : kekv, source, year)
  const idle = Math.max(0, idleMonths(program.code, year).planned - 1)
  const steps = weights.map(weight => {
    const unit = draw.unit()
    return weight * unit * unit * unit
  })
  let all = 0
  for (const step of steps) all += step
  let run = 0
  part.plan = steps.map((step, month): number => {
    run += step
    const path =
      month <= idle ? approved : month === 11 ? final : roundTo(approved + (final - approved) * (run / all))
    return Math.max(path, roundUp(executed[month]!))
  })
}

/** Own receipts: the council's plan stays as approved; the estimates follow what comes in. */
export function planOwnReceipts(seed: number, year: number, parts: readonly ExpensePart[]): void {
  for (const part of parts) if (part.source === 'F' || part.source === 'G') planOwn(seed, year, part)
}

function planOwn(seed: number, year: number, part: ExpensePart): void {
  const {program, kekv, source, executed} = part
  const draw = new Draw(seed, 'own', program.code, kekv, source, year)
  const year12 = executed[11]!
  const share = source === 'F' ? draw.between(0.85, 1.3) : draw.between(0.02, 0.15)
  const approved = idleMonths(program.code, year).planned > 0 ? 0 : roundUp(year12 * share)
  const ahead = draw.between(1.02, 1.2)
  part.plan = executed.map(() => approved)
  let estimate = approved
  part.estimate = executed.map((amount, month): number => {
    if (source === 'G' || month >= 5) estimate = Math.max(estimate, Math.round(amount * ahead))
    return month === 11 ? Math.max(Math.round(year12 * ahead), amount) : estimate
  })
}
