import {type Expression, expressionBuilder} from 'kysely'
import {rounded, truncated} from '../functions.ts'

/** Upper ends of the concentration's bands, and the step to the next band. */
const scales = {
  pm25: {ends: [9, 35.4, 55.4, 125.4, 225.4, 325.4], step: 0.1, digits: 1},
  pm10: {ends: [54, 154, 254, 354, 424, 604], step: 1, digits: 0},
} as const

/** What the index runs through in each band. */
const indexes = [
  [0, 50],
  [51, 100],
  [101, 150],
  [151, 200],
  [201, 300],
  [301, 500],
] as const

/**
 * The United States' index of 2024 from a concentration in µg/m³: a mean of 24 hours or its NowCast. The concentration
 * is cut off (PM2.5 to 0.1, PM10 to 1), the index is the straight line through its band, rounded; above the last band it
 * is 500. 40 CFR part 58, appendix G, table 2, as amended by 89 FR 16202 of 6 March 2024.
 */
export function usAqi(
  pollutant: keyof typeof scales,
  concentration: Expression<number | null>,
): Expression<number | null> {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const {ends, step, digits} = scales[pollutant]
  const c = truncated(concentration as Expression<number>, digits)
  const bands = ends.map((end, band) => {
    const start = band === 0 ? 0 : Number((ends[band - 1]! + step).toFixed(digits))
    const [least, most] = indexes[band]!
    const line = eb(
      eb(eb(c, '-', eb.lit(start)), '*', eb.lit((most - least) / (end - start))),
      '+',
      eb.lit(least),
    )
    return {end, index: rounded(line, 0)}
  })
  return bands
    .reduce(
      (cases, {end, index}) => cases.when(c, '<=', end).then(index),
      eb.case().when(concentration, '<', 0).then(eb.lit(0).$castTo<number | null>()),
    )
    .when(concentration, 'is not', null)
    .then(eb.lit(500))
    .end()
}
