/**
 * Parts of a whole amount by weight, together exactly the amount. Each running total is rounded, so that no part is
 * off by more than one. Weights may be negative (a month of corrections); their sum must not be 0.
 */
export function apportion(amount: number, weights: readonly number[]): number[] {
  return runningTotals(amount, weights).map(
    (total, index, totals) => total - (index > 0 ? totals[index - 1]! : 0),
  )
}

/** Running totals of the parts: the last is the amount. All are multiples of `grain`, if the amount is. */
export function runningTotals(amount: number, weights: readonly number[], grain = 1): number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  let run = 0
  return weights.map((weight, index) => {
    run += weight
    return index === weights.length - 1 ? amount : Math.round((amount * (run / sum)) / grain) * grain
  })
}
