import {type Expression, expressionBuilder} from 'kysely'

/** Concentrations in µg/m³ of an hour at which the index is 25, 50, 75 and 100. */
const grid = {
  no2: [50, 100, 200, 400],
  pm10: [25, 50, 90, 180],
  pm25: [15, 30, 55, 110],
  o3: [60, 120, 180, 240],
  co: [5000, 7500, 10_000, 20_000],
  so2: [50, 100, 300, 500],
} as const

export type CaqiPollutant = keyof typeof grid
export const caqiPollutants = Object.keys(grid) as CaqiPollutant[]

/**
 * The Common Air Quality Index of an hour from its mean in µg/m³ (CO too): straight lines through 0, 25, 50, 75 and 100,
 * the last one going on above. CITEAIR II, CAQI Air quality index: comparing urban air quality across borders, 2012.
 */
export function caqi(
  pollutant: CaqiPollutant,
  concentration: Expression<number | null>,
): Expression<number | null> {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const ends = grid[pollutant]
  const line = (band: number) => {
    const start = band === 0 ? 0 : ends[band - 1]!
    const slope = 25 / (ends[band]! - start)
    return eb(eb(eb(concentration, '-', eb.lit(start)), '*', eb.lit(slope)), '+', eb.lit(25 * band))
  }
  return ends
    .slice(0, -1)
    .reduce(
      (cases, end, band) => cases.when(concentration, '<=', end).then(line(band)),
      eb.case().when(concentration, '<', 0).then(eb.lit(0).$castTo<number | null>()),
    )
    .else(line(ends.length - 1))
    .end()
}
