import {type Stl, stl} from './stl.ts'

/** What is expected of a coming value: its median, and the interval that four values out of five fall into. */
export type Expected = {step: number; value: number; low: number; high: number}

/** How a forecast did on what was known: it saw only values before each origin. */
export type BackTest = {
  origins: number
  /** Mean absolute errors, of the forecast and of the same month a year ago. */
  meanError: number
  naiveError: number
  /** 1 − error ⁄ naive error: of all origins, of the earlier and of the later half; null where the naive one never errs. */
  skill: number | null
  skillEarlier: number | null
  skillLater: number | null
  /** Share of values within intervals that were made from the errors at the other origins. */
  coverage: number
}

export type Forecast = {backTest: BackTest; expected: Expected[]}

const period = 12
const horizon = 3
/** The back-test begins when three years are known, and takes two years of origins at most. */
const leastKnown = 3 * period
const mostOrigins = 2 * period

/** Half of the width of an interval of 80 %, in standard deviations. */
const z80 = 1.2815515655446004

/**
 * Forecasts monthly counts for three months, as the mean of two forecasts on the scale of log(1 + n), which errs less
 * than either (Bates and Granger, Operational Research Quarterly 20, 1969). One is the same month a year ago. For the
 * other the season, the same every year, is taken out by robust STL; what is left is followed by simple exponential
 * smoothing whose weight errs least one step ahead; its last level and the season make the forecast (STL + ETS(A,N,N):
 * Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., §13.4). Intervals are from the errors of
 * the back-test, step by step.
 * @param counts months one after the other, oldest first
 * @returns null for fewer than four years, on which nothing could be tested
 */
export function forecastCounts(counts: ArrayLike<number>): Forecast | null {
  const n = counts.length
  const logs = Float64Array.from(counts, count => Math.log1p(count))
  const first = Math.max(leastKnown, n - horizon - mostOrigins + 1)
  if (n < 4 * period) return null

  // Every origin forecasts what came after it.
  const tests = Array.from({length: n - horizon - first + 1}, (_, index) => {
    const origin = first + index
    const ahead = logsAhead(logs.subarray(0, origin))
    return ahead.map((log, step) => ({
      step,
      logError: logs[origin + step]! - log,
      error: Math.abs(counts[origin + step]! - countOf(log)),
      naiveError: Math.abs(counts[origin + step]! - counts[origin + step - period]!),
    }))
  })
  const sumOf = (some: typeof tests, what: 'error' | 'naiveError') =>
    some.flat().reduce((sum, test) => sum + test[what], 0)
  const skillOf = (some: typeof tests) => {
    const naive = sumOf(some, 'naiveError')
    return naive > 0 ? 1 - sumOf(some, 'error') / naive : null
  }
  const half = Math.floor(tests.length / 2)
  const spreadAt = (step: number, without?: number) => {
    const errors = tests.flatMap((test, index) => (index === without ? [] : [test[step]!.logError]))
    return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
  }
  const inside = tests.flatMap((test, index) =>
    test.map(({step, logError}) => Math.abs(logError) <= z80 * spreadAt(step, index)),
  )
  return {
    backTest: {
      origins: tests.length,
      meanError: sumOf(tests, 'error') / inside.length,
      naiveError: sumOf(tests, 'naiveError') / inside.length,
      skill: skillOf(tests),
      skillEarlier: skillOf(tests.slice(0, half)),
      skillLater: skillOf(tests.slice(half)),
      coverage: inside.filter(Boolean).length / inside.length,
    },
    expected: logsAhead(logs).map((log, step) => ({
      step: step + 1,
      value: countOf(log),
      low: countOf(log - z80 * spreadAt(step)),
      high: countOf(log + z80 * spreadAt(step)),
    })),
  }
}

const countOf = (log: number) => Math.max(0, Math.expm1(log))

/** The season, the same every year, taken out robustly. */
export const monthlyStl = (logs: Float64Array): Stl =>
  stl(logs, {
    period,
    seasonalWindow: 10 * logs.length + 1,
    seasonalDegree: 0,
    inner: 1,
    outer: 5,
  })

function logsAhead(logs: Float64Array): number[] {
  const {seasonal} = monthlyStl(logs)
  const level = smoothedLevel(logs.map((log, i) => log - seasonal[i]!))
  return Array.from({length: horizon}, (_, step) => {
    const yearAgo = logs.length - period + step
    return (level + seasonal[yearAgo]! + logs[yearAgo]!) / 2
  })
}

/** The last level of exponential smoothing, with that weight of 0.05 … 0.95 which errs least one step ahead. */
function smoothedLevel(values: Float64Array): number {
  let [least, best] = [Number.POSITIVE_INFINITY, 0]
  for (let twentieths = 1; twentieths < 20; twentieths++) {
    let [level, squares] = [values[0]!, 0]
    for (let i = 1; i < values.length; i++) {
      const error = values[i]! - level
      squares += error * error
      level += (twentieths / 20) * error
    }
    if (squares < least) [least, best] = [squares, level]
  }
  return best
}
