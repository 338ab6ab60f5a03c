/** Settings of STL; windows are odd numbers of values. */
export type StlOptions = {
  /** Values in a season, at least 2. */
  period: number
  /** Window of the seasonal smoother; longer than the series, with degree 0, the season is the same in every period. */
  seasonalWindow: number
  seasonalDegree: 0 | 1
  /** The least odd number that keeps the season out of the trend unless said. */
  trendWindow?: number
  /** Passes of the inner loop. */
  inner: number
  /** Passes of the outer loop, which give values far from the fit less weight; 0: not robust. */
  outer: number
}

/** A series taken apart; the three add up to it. `weights` are 1 where a value counted whole. */
export type Stl = {
  seasonal: Float64Array
  trend: Float64Array
  remainder: Float64Array
  weights: Float64Array
}

/**
 * Seasonal and trend decomposition by loess: Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics
 * 6 (1990), with linear smoothers of trend and low-pass and every value smoothed (no jumps).
 * @throws RangeError for fewer values than two periods
 */
export function stl(values: ArrayLike<number>, options: StlOptions): Stl {
  const {period, seasonalWindow, seasonalDegree, inner, outer} = options
  const n = values.length
  if (n < 2 * period) throw new RangeError(`STL takes two periods of ${period} values, not ${n} values.`)
  const y = Float64Array.from(values)
  const trendWindow = options.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow)))
  const lowPassWindow = nextOdd(period + 1)
  const seasonal = new Float64Array(n)
  let trend: Float64Array<ArrayBufferLike> = new Float64Array(n)
  let weights: Float64Array<ArrayBufferLike> = new Float64Array(n).fill(1)
  for (let round = 0; round <= outer; round++) {
    for (let pass = 0; pass < inner; pass++) {
      const cycles = smoothCycles(
        y.map((value, i) => value - trend[i]!),
        period,
        seasonalWindow,
        seasonalDegree,
        weights,
      )
      const lowPass = loess(
        movingAverage(movingAverage(movingAverage(cycles, period), period), 3),
        lowPassWindow,
        1,
        null,
      )
      for (let i = 0; i < n; i++) seasonal[i] = cycles[period + i]! - lowPass[i]!
      trend = loess(
        y.map((value, i) => value - seasonal[i]!),
        trendWindow,
        1,
        weights,
      )
    }
    if (round < outer) weights = robustness(y.map((value, i) => Math.abs(value - seasonal[i]! - trend[i]!)))
  }
  return {seasonal, trend, remainder: y.map((value, i) => value - seasonal[i]! - trend[i]!), weights}
}

const nextOdd = (value: number) => (value % 2 === 0 ? value + 1 : value)

/** Each month of the year (day of the week …) smoothed for itself, and one period added before and after. */
function smoothCycles(
  values: Float64Array,
  period: number,
  window: number,
  degree: 0 | 1,
  weights: Float64Array,
): Float64Array {
  const smooth = new Float64Array(values.length + 2 * period)
  for (let first = 0; first < period; first++) {
    const own = (of: Float64Array) => of.filter((_, i) => i % period === first)
    const [cycle, cycleWeights] = [own(values), own(weights)]
    const [length, last] = [cycle.length, cycle.length - 1]
    const inside = loess(cycle, window, degree, cycleWeights)
    const before = estimate(cycle, -1, 0, Math.min(window, length) - 1, window, degree, cycleWeights)
    const after = estimate(cycle, length, Math.max(0, length - window), last, window, degree, cycleWeights)
    smooth[first] = before ?? inside[0]!
    for (let i = 0; i < length; i++) smooth[(i + 1) * period + first] = inside[i]!
    smooth[(length + 1) * period + first] = after ?? inside[last]!
  }
  return smooth
}

/** Local regression at every value of a series. */
function loess(
  values: Float64Array,
  window: number,
  degree: 0 | 1,
  weights: Float64Array | null,
): Float64Array {
  const n = values.length
  const reach = Math.min(window, n)
  return values.map((value, i) => {
    const left = Math.max(0, Math.min(n - reach, i - (window - 1) / 2))
    return estimate(values, i, left, left + reach - 1, window, degree, weights) ?? value
  })
}

/** Local regression at x from the values left … right, tricube weights; null where nothing near has any weight. */
function estimate(
  values: Float64Array,
  x: number,
  left: number,
  right: number,
  window: number,
  degree: 0 | 1,
  weights: Float64Array | null,
): number | null {
  const n = values.length
  const width = Math.max(x - left, right - x) + (window > n ? Math.floor((window - n) / 2) : 0)
  const own = new Float64Array(right - left + 1)
  let sum = 0
  for (let j = left; j <= right; j++) {
    const away = Math.abs(j - x)
    if (away > 0.999 * width) continue
    const tricube = away <= 0.001 * width ? 1 : cube(1 - cube(away / width))
    own[j - left] = tricube * (weights ? weights[j]! : 1)
    sum += own[j - left]!
  }
  if (sum <= 0) return null
  for (let k = 0; k < own.length; k++) own[k]! /= sum
  if (width > 0 && degree === 1) {
    // The weights are turned so that a straight line goes through them.
    let [middle, spread] = [0, 0]
    for (let k = 0; k < own.length; k++) middle += own[k]! * (left + k)
    for (let k = 0; k < own.length; k++) spread += own[k]! * (left + k - middle) ** 2
    if (Math.sqrt(spread) > 0.001 * (n - 1)) {
      const slope = (x - middle) / spread
      for (let k = 0; k < own.length; k++) own[k]! *= slope * (left + k - middle) + 1
    }
  }
  let fitted = 0
  for (let k = 0; k < own.length; k++) fitted += own[k]! * values[left + k]!
  return fitted
}

function movingAverage(values: Float64Array, length: number): Float64Array {
  const means = new Float64Array(values.length - length + 1)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (i >= length ? values[i - length]! : 0)
    if (i >= length - 1) means[i - length + 1] = sum / length
  }
  return means
}

/** A product: what `**` gives for a third power has other last bits in other versions of the language. */
const cube = (x: number) => x * x * x

/** Bisquare weights of residuals by six times their median. */
function robustness(residuals: Float64Array): Float64Array {
  const sorted = residuals.toSorted()
  const n = sorted.length
  const far = 3 * (sorted[Math.floor(n / 2)]! + sorted[n - Math.floor(n / 2) - 1]!)
  return residuals.map(residual =>
    residual <= 0.001 * far ? 1 : residual <= 0.999 * far ? (1 - (residual / far) ** 2) ** 2 : 0,
  )
}
