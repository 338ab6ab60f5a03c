import {Draw} from '../../tools/numbers/draw.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {runningTotals} from './apportion.ts'
import {type ExpensePart, zeros} from './budget-year.ts'
import {economicCodes} from './economic-codes.ts'
import {inYear} from './in-year.ts'
import {hasMealsInTerm} from './meals.ts'
import {type Mix, mixes, type Source, sources} from './mixes.ts'
import {coldPrograms, decemberMonths, decemberProgram, type Planted, transit} from './planted.ts'
import {type Program, programs} from './programs.ts'
import {idleMonths} from './wartime.ts'

const million = 100_000_000

/** Mixes whose amounts follow from laws, agreements and what the state gives; only the others bend to what there is. */
const fixedMixes = new Set<string>([
  'teachers',
  'lessons',
  'meals',
  'canteens',
  'equipment',
  'grants',
  'dwellings',
  'equalisation',
  'subvention',
  'interest',
])

/**
 * What the programmes spent in a year, month by month, so that general and development funds together come to `total`
 * kopiykas. Plans are left at nought.
 */
export function executeExpenses(seed: number, year: number, total: number, planted: Planted): ExpensePart[] {
  const wanted = programs.flatMap(program => wantedParts(seed, year, program, planted))
  let fixed = 0
  let flexible = 0
  for (const {program, source, amount} of wanted)
    if (source === 'C' || source === 'D') {
      if (fixedMixes.has(program.mix)) fixed += amount
      else flexible += amount
    }
  const bend = (total - fixed) / flexible
  const parts: ExpensePart[] = []
  for (const {program, kekv, source, amount} of wanted) {
    const grain = kekv === '2620' || kekv === '3220' ? 120_000 : 1
    const bent = Math.round((fixedMixes.has(program.mix) ? amount : amount * bend) / grain) * grain
    // A line of a few hundred hryvnias is in nobody's budget; 9000 is planned and never spent.
    if (bent < 200_000 && kekv !== '9000') continue
    const executed = kekv === '9000' ? zeros() : executedMonths(seed, year, program, kekv, source, bent)
    parts.push({program, kekv, source, executed, plan: zeros(), estimate: zeros()})
  }
  if (year === planted.lastYear) parts.push(transitPart())
  if (year === planted.coldYear) for (const part of parts) warmWithElectricity(part, planted.coldMonth)
  return parts
}

type Wanted = {program: Program; kekv: string; source: Source; amount: number}

function wantedParts(seed: number, year: number, program: Program, planted: Planted): Wanted[] {
  const mix: Mix = mixes[program.mix]
  const weights = sources.flatMap(source =>
    Object.entries(mix[source] ?? {}).map(([kekv, weight]) => ({source, kekv, weight})),
  )
  const sum = weights.reduce((run, {weight}) => run + weight, 0)
  const millions = inYear(program.millions, year)
  return weights
    .filter(
      ({kekv}) => !(program.code === transit.program && kekv === transit.kekv && year === planted.lastYear),
    )
    .map(({source, kekv, weight}) => {
      // Contributions move with the pay they are on.
      const draw = new Draw(seed, 'expense', program.code, kekv === '2120' ? '2111' : kekv, source, year)
      const stray = draw.lognormal(1, kekv === '2111' || kekv === '2120' ? 0.01 : 0.08)
      const amount = ((millions * million * weight) / sum) * stray * shareKept(kekv, source, year)
      return {program, kekv, source, amount}
    })
}

/** What a year did to a kind of spending: distance lessons, a war's first year, aid that came with it. */
function shareKept(kekv: string, source: Source, year: number): number {
  if (source === 'G') return inList([0.3, 0.55, 1.25, 1, 0.9, 0.9], year)
  if (source === 'F') return inList([0.9, 0.55, 0.9, 1, 1, 1], year)
  if (kekv === '2230') return inList([0.85, 0.6, 0.8, 0.95, 1, 1], year)
  if (kekv === '2250') return inList([0.8, 0.35, 0.7, 1, 1, 1], year)
  if (kekv[0] === '3' && source === 'D') return inList([1, 0.42, 0.9, 1, 1, 1], year)
  return 1
}

const inList = (shares: readonly number[], year: number) =>
  shares[Math.min(Math.max(year - 2021, 0), shares.length - 1)]!

function executedMonths(
  seed: number,
  year: number,
  program: Program,
  kekv: string,
  source: Source,
  amount: number,
): number[] {
  const {months, spread} = economicCodes[kekv]!
  // The equalisation grant is drawn in equal parts; in 2022 the state took it before the invasion and from autumn.
  if (program.mix === 'equalisation')
    return runningTotals(
      amount,
      year === 2022 ? [8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      10_000,
    )
  const draw = new Draw(seed, 'month', program.code, kekv === '2120' ? '2111' : kekv, source, year)
  const isDecember = program.code === decemberProgram
  const base = isDecember ? decemberMonths : (monthsOf[`${program.code} ${kekv}`] ?? months)
  const weights = base.map((share, month) =>
    isDecember
      ? share * draw.lognormal(1, 0.06)
      : share * draw.lognormal(1, spread) * warShare(kekv, year, month),
  )
  weights.fill(0, 0, idleMonths(program.code, year).paid)
  // Nobody is fed at school in July and August.
  if (kekv === '2230' && hasMealsInTerm(program)) weights.fill(0, 6, 8)
  gather(weights, amount, leastPaid(kekv))
  // Where little is spent, what comes back can be more than what goes out.
  const isPay = kekv === '2111' || kekv === '2120'
  if (!isPay && !isDecember && amount < 5 * million)
    giveBack(weights, month => isPutRight(seed, kekv, year, month) || (draw.chance(0.025) && month > 1))
  return runningTotals(amount, weights, kekv === '2620' || kekv === '3220' ? 10_000 : 1)
}

/**
 * Shares of a year by month where the season decides: roads are kept in winter and mended from spring to autumn,
 * children go to camps in summer.
 */
const monthsOf: Record<string, readonly number[]> = {
  '0813140 2240': [0.3, 1.5, 4, 2.5, 4.5, 17, 25, 24, 8, 5.5, 4.5, 3.2],
  '1217461 2240': [2.6, 6.4, 8.5, 10.2, 10.6, 9.6, 9.4, 9.4, 9.3, 9.2, 7, 7.8],
  '1217461 3132': [0, 0.5, 1.5, 4, 7, 8.5, 10, 11.5, 11.5, 13.5, 13, 19],
}

/** From 24 February 2022 only pay, food, defence and what could not wait was paid for; repairs began again in autumn. */
function warShare(kekv: string, year: number, month: number): number {
  if (year !== 2022 || month < 2 || month > 7) return 1
  if (kekv[0] === '3') return 0.06
  if (['2210', '2240', '2250', '2230', '2720'].includes(kekv)) return month < 5 ? 0.5 : 0.85
  return 1
}

/** Below so many kopiykas a month nothing is paid yet: works wait for an act, small purchases for the next month. */
const leastPaid = (kekv: string): number =>
  kekv === '3240' ? 80_000_000 : kekv[0] === '3' ? 4_000_000 : kekv === '2111' || kekv === '2120' ? 0 : 60_000

/** Moves the weight of months that are too small on to the next one. */
function gather(weights: number[], amount: number, least: number): void {
  let sum = 0
  for (const weight of weights) sum += weight
  for (let month = 0; month < 11; month++)
    if ((amount * weights[month]!) / sum < least) {
      weights[month + 1]! += weights[month]!
      weights[month] = 0
    }
}

/** Codes of little money, which the treasury puts right for the whole city at once a few times a year. */
const smallCodes = ['2220', '2250', '2274', '2275', '2282', '2800', '3122']

const isPutRight = (seed: number, kekv: string, year: number, month: number) =>
  month > 2 && month < 11 && smallCodes.includes(kekv) && unitOf(seed, 'put right', kekv, year, month) < 0.05

/** Turns months into ones in which more money comes back than goes out: an advance returned, a wrong code put right. */
function giveBack(weights: number[], isReturned: (month: number) => boolean): void {
  let run = 0
  for (let month = 0; month < 11; month++) {
    if (isReturned(month)) weights[month] = -Math.min(weights[month]! * 0.3, run * 0.5)
    run += weights[month]!
  }
}

function transitPart(): ExpensePart {
  const weights = zeros()
  let amount = 0
  for (const [month, kopiykas] of transit.tranches) {
    weights[month + 1] = kopiykas
    amount += kopiykas
  }
  const program = programs.find(({code}) => code === transit.program)!
  return {
    program,
    kekv: transit.kekv,
    source: 'C',
    executed: runningTotals(amount, weights),
    plan: zeros(),
    estimate: zeros(),
  }
}

/** Doubles a month's bill for electricity; less was to pay for the heat that did not come. */
function warmWithElectricity({program, kekv, source, executed}: ExpensePart, coldMonth: number): void {
  if (source !== 'C' || !coldPrograms.some(code => code === program.code)) return
  const bill = executed[coldMonth]! - executed[coldMonth - 1]!
  const more = kekv === '2273' ? 1.1 : kekv === '2271' ? -0.15 : 0
  for (let month = coldMonth; month < 12; month++) executed[month]! += Math.round(bill * more)
}
