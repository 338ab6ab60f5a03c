import {type Expression, expressionBuilder} from 'kysely'

/** How much an hour weighs beside the one after it, from the least and the most of the twelve hours: never below 1/2. */
export function nowCastWeight(least: Expression<number | null>, most: Expression<number | null>) {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  return eb
    .case()
    .when(least, '<=', 0)
    .then(eb.lit(0.5))
    .when(eb(eb(most, '*', eb.lit(0.5)), '>', least))
    .then(eb.lit(0.5))
    .else(eb(least, '/', most))
    .end()
    .$castTo<number | null>()
}

/**
 * NowCast of particles from the last twelve hours, newest first; an hour without a reading is null, one below zero counts
 * as zero. Weights are powers of w = max(least / most, 1/2), so that air that changes fast is told by its newest hours:
 * Σ wⁱcᵢ / Σ wⁱ. Null unless two of the three newest hours are known. `weight` is `nowCastWeight` of these hours; not cut
 * off.
 *
 * US EPA, Technical Assistance Document for the Reporting of Daily Air Quality, EPA-454/B-24-002 (2024), NowCast for PM.
 */
export function nowCast(
  hours: Expression<number | null>[],
  weight: Expression<number | null>,
): Expression<number | null> {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const zero: Expression<number> = eb.lit(0)
  const one: Expression<number> = eb.lit(1)
  const part = (c: Expression<number | null>) =>
    eb.case().when(c, 'is', null).then(zero).when(c, '<', 0).then(zero).else(c).end()
  const isKnown = (c: Expression<number | null>) => eb.case().when(c, 'is', null).then(zero).else(one).end()
  // Horner: c₁ + w (c₂ + w (c₃ + …)).
  const powers = (parts: Expression<number | null>[]) =>
    parts.reduceRight((sum, part) => eb(part, '+', eb(weight, '*', sum)))
  const newest = hours.slice(0, 3).map(isKnown)
  const known = newest.reduce<Expression<number>>((sum, part) => eb(sum, '+', part), zero)
  return eb
    .case()
    .when(known, '>=', 2)
    .then(eb(powers(hours.map(part)), '/', powers(hours.map(isKnown))) as Expression<number | null>)
    .end()
}
