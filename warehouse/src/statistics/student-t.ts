/**
 * How likely a number of Student's t distribution with whole degrees of freedom is at least as far from zero as t, on
 * either side: 1 − A(t|ν) by the finite series of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and
 * 26.7.4, with θ = arctan(t / √ν). Absolute error below 1e-14.
 * @throws RangeError where the degrees of freedom are no whole number from 1
 */
export function studentTails(t: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`Degrees of freedom are whole and at least 1, not ${degrees}.`)
  const angle = Math.atan(Math.abs(t) / Math.sqrt(degrees))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let n = isOdd ? 2 : 1; n <= degrees - 3; n += 2) {
    term *= (n / (n + 1)) * cosine * cosine
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return Math.max(0, 1 - within)
}

/**
 * Between minus and plus this number lies the share `within` of Student's t distribution: 0.95 and 2 give 4.3027. By
 * bisection of `studentTails`.
 */
export function studentQuantile(within: number, degrees: number): number {
  let [low, high] = [0, 1]
  while (studentTails(high, degrees) > 1 - within) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (studentTails(middle, degrees) > 1 - within) low = middle
    else high = middle
  }
  return (low + high) / 2
}
