import type {Draw} from '../../tools/numbers/draw.ts'
import {exp, power} from '../../tools/numbers/exact.ts'
import {weekdayOf} from '../../tools/time/days.ts'
import {isDayOff} from '../../tools/time/working-days.ts'
import {warShare} from './petition-filings.ts'
import type {PetitionRule} from './petition-rules.ts'

/** People sign less at weekends; Monday is 0. */
const weekdayShare = [1.1, 1.12, 1.08, 1.05, 0.98, 0.62, 0.7]

/**
 * How many people a petition could reach while it collects. Its tail is Zipf's: twice as many signatures are half as
 * common (Lomax with exponent 1.05, median about 32; Clauset, Shalizi & Newman 2009 for why not lognormal).
 */
export const drawAudience = (draw: Draw, appeal: number): number =>
  Math.min(5000, 1 + appeal * 34 * (power(1 - draw.unit(), -1 / 1.05) - 1))

/**
 * Signatures at the end of each day of collecting, while it lasts and up to `lastDay`: most in the first days, fewer
 * at weekends, more after a report in the media, and a last push where the threshold is within reach.
 */
export function growSignatures(
  draw: Draw,
  audience: number,
  rule: PetitionRule,
  openedDay: number,
  lastDay: number,
): number[] {
  const fastShare = draw.between(0.35, 0.6)
  const fastDays = draw.between(2.5, 8)
  const steady = (0.92 - fastShare) / rule.collectionDays
  const bursts = drawBursts(draw, audience, rule.collectionDays)
  const pushDraw = draw.between(0.1, 0.45)

  const counts: number[] = []
  let count = 1
  let push = 0
  for (let age = 0; age < rule.collectionDays && openedDay + age <= lastDay; age++) {
    const day = openedDay + age
    let expected = audience * (fastShare * (exp(-age / fastDays) - exp(-(age + 1) / fastDays)) + steady)
    for (const burst of bursts)
      if (age >= burst.age) expected += burst.signatures * 0.45 * exp(-(age - burst.age) / 1.8)

    const daysLeft = rule.collectionDays - age
    if (daysLeft === 7) {
      const isWithinReach = count > 0.45 * rule.signatures && count < rule.signatures
      push = isWithinReach ? pushDraw * rule.signatures : 0.08 * audience
    }
    // 1 + 2 + … + 7 = 28: the push grows to the last day.
    if (daysLeft <= 7) expected += (push * (8 - daysLeft)) / 28

    const share =
      weekdayShare[weekdayOf(day)]! *
      (isDayOff(day) ? 0.75 : 1) *
      (age === 0 ? 0.6 : 1) *
      Math.sqrt(warShare(day))
    count += draw.poisson(expected * share * draw.lognormal(1, 0.22))
    counts.push(count)
  }
  return counts
}

/** Reports in the media: the better known a petition is, the likelier. */
function drawBursts(draw: Draw, audience: number, days: number): {age: number; signatures: number}[] {
  const bursts: {age: number; signatures: number}[] = []
  for (let chance = Math.min(0.55, 0.04 + audience / 1200); draw.chance(chance); chance /= 2)
    bursts.push({age: 3 + draw.below(days - 12), signatures: audience * draw.between(0.12, 0.5)})
  return bursts
}
