import {type Expression, expressionBuilder} from 'kysely'

/** Upper ends of the first five classes, each with its end, in µg/m³ of an hour. */
const ends = {
  pm25: [5, 15, 50, 90, 140],
  pm10: [15, 45, 120, 195, 270],
  no2: [10, 25, 60, 100, 150],
  o3: [60, 100, 120, 160, 180],
  so2: [20, 40, 125, 190, 275],
} as const

export type EaqiPollutant = keyof typeof ends
export const eaqiPollutants = Object.keys(ends) as EaqiPollutant[]

/**
 * Class of the European Air Quality Index from the mean of an hour in µg/m³: 1 good, 2 fair, 3 moderate, 4 poor, 5 very
 * poor, 6 extremely poor. Bands in use since 2024–25: EEA, ETC HE Report 2024/17, table 5.2.
 */
export function eaqi(
  pollutant: EaqiPollutant,
  concentration: Expression<number | null>,
): Expression<number | null> {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  return ends[pollutant]
    .reduce(
      (cases, end, index) => cases.when(concentration, '<=', end).then(eb.lit(index + 1)),
      eb.case().when(concentration, 'is', null).then(eb.lit(null).$castTo<number | null>()),
    )
    .else(eb.lit(6))
    .end()
}
