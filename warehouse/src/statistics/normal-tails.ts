/**
 * How likely a standard normal number is at least as far from zero as z, on either side: erfc(|z| / √2). By the series
 * of erf near zero and the continued fraction of erfc farther out (Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 7.1.6 and 7.1.14); relative error below 1e-13.
 */
export function normalTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - erf(x) : erfcFar(x)
}

/** 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1 · 3 · … · (2n+1)). */
function erf(x: number): number {
  let [term, sum] = [x, x]
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** e^(−x²)/√π · 1/(x + ½/(x + 1/(x + ³⁄₂/(x + …)))), from the inside; x at least 2. */
function erfcFar(x: number): number {
  let tail = x
  for (let n = 120; n > 0; n--) tail = x + n / 2 / tail
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / tail
}
