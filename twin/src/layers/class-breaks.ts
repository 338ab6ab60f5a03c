/** How a column's range is cut into classes: as many rows in each, or steps of an equal and round width. */
export type BreakMethod = 'quantiles' | 'even'

/**
 * The limits between classes, ascending and distinct: a value below the first is in the first class, one that equals a
 * limit is in the class above it. At most `classes − 1` limits; fewer where the values do not differ that much.
 */
export function classBreaks(values: number[], classes: number, method: BreakMethod): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted[sorted.length - 1]]
  if (least === undefined || most === undefined || least === most) return []
  const breaks = method === 'even' ? evenBreaks(least, most, classes) : quantiles(sorted, classes)
  // A limit at the least value would leave the first class empty.
  return [...new Set(breaks)].filter(limit => limit > least && limit <= most)
}

/** Index of the class a value lies in. */
export function classOf(breaks: number[], value: number): number {
  let index = 0
  while (index < breaks.length && value >= breaks[index]!) index++
  return index
}

/** Quantiles as R computes them by default (type 7 of Hyndman and Fan, 1996), rounded so that people can read them. */
function quantiles(sorted: number[], classes: number): number[] {
  const spread = sorted[sorted.length - 1]! - sorted[0]!
  return Array.from({length: classes - 1}, (_, i) => rounded(quantile(sorted, (i + 1) / classes), spread))
}

/** Value below which a share of sorted values lies, between two neighbours in proportion. */
export function quantile(sorted: number[], share: number): number {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

/** To about a hundredth of the range, on a decimal place. */
const rounded = (value: number, spread: number) => {
  const digits = Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(spread))))
  const step = 10 ** Math.max(0, Math.floor(Math.log10(spread)) - 2)
  return step > 1 ? Math.round(value / step) * step : Number(value.toFixed(digits))
}

/** Multiples of 1, 2 or 5 times a power of ten, the width that comes nearest to as many classes as wanted (Heckbert, 1990). */
function evenBreaks(least: number, most: number, classes: number): number[] {
  const rough = (most - least) / classes
  const power = 10 ** Math.floor(Math.log10(rough))
  const width = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough * (1 - 1e-9))!
  const first = Math.floor(least / width) + 1
  const digits = Math.min(12, Math.max(0, -Math.floor(Math.log10(width))))
  return Array.from({length: classes - 1}, (_, i) => Number(((first + i) * width).toFixed(digits)))
}
