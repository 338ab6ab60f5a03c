import {dayOf} from '../../tools/time/days.ts'

/**
 * The climate of the coast, January to December: what the weather is made to average. Temperature and rain are near the
 * normals of Odesa for 1991–2020 (WMO No. 1203) but were not copied from its tables: take them as right to half a
 * degree and a tenth of a month's rain. Humidity and pressure are rounder: to some per cent and two hectopascals.
 */
export const normals = {
  /** Mean temperature, degrees Celsius. */
  temperature: [-0.4, 0.6, 4.2, 9.7, 16, 20.9, 23.6, 23.3, 17.9, 12, 6.4, 2],
  /** Sum of rain and melted snow, millimetres. */
  rain: [36, 33, 33, 30, 37, 46, 43, 37, 43, 38, 36, 43],
  /** Mean relative humidity, per cent. */
  humidity: [82, 80, 77, 71, 67, 66, 62, 61, 67, 75, 81, 84],
  /** Mean pressure at sea level, hectopascals. */
  pressure: [1020, 1019, 1017, 1014, 1014, 1012, 1011, 1012, 1016, 1019, 1019, 1020],
} as const

/** Mean share of the sky that is covered. */
export const cloudiness = [0.74, 0.72, 0.64, 0.56, 0.5, 0.44, 0.34, 0.31, 0.4, 0.52, 0.7, 0.76] as const

/** Half of the daily range of temperature under a clear sky, degrees. */
export const clearSwing = [3.4, 3.8, 4.6, 5, 5.3, 5.4, 5.6, 5.6, 5.2, 4.6, 3.6, 3.2] as const

/** 1 in the heart of winter, 0 in the heart of summer. */
export const winterliness = [1, 0.95, 0.75, 0.5, 0.25, 0.05, 0, 0.05, 0.25, 0.5, 0.75, 0.95] as const

const middles = Array.from({length: 14}, (_, index) => {
  const year = 2001 + (index === 0 ? -1 : index === 13 ? 1 : 0)
  const month = ((index + 11) % 12) + 1
  return dayOf(year, month, 15) - dayOf(2001, 1, 1)
})

/**
 * Values for each of 366 days of a year whose monthly means are those of the table. A straight line from one middle
 * of a month to the next would lower the peaks, so its corners lie a little beyond the means.
 */
export function byDayOfYear(months: readonly number[]): Float64Array {
  const mean = (index: number) => months[(index + 11) % 12]!
  const corners = middles.map(
    (_, index) => mean(index) + (2 * mean(index) - mean(index + 11) - mean(index + 1)) / 7,
  )
  const values = new Float64Array(366)
  let index = 0
  for (let day = 0; day < 366; day++) {
    if (day >= middles[index + 1]!) index++
    const share = (day - middles[index]!) / (middles[index + 1]! - middles[index]!)
    values[day] = corners[index]! + (corners[index + 1]! - corners[index]!) * share
  }
  return values
}
