/** Years of the tables. Before and after them amounts go on with the usual growth of prices. */
const firstYear = 2021
const growth = 1.085

/** The amount of a year, from amounts of 2021 … 2026. */
export function inYear(amounts: readonly number[], year: number): number {
  const last = firstYear + amounts.length - 1
  if (year >= firstYear && year <= last) return amounts[year - firstYear]!
  let amount = year < firstYear ? amounts[0]! : amounts.at(-1)!
  for (let at = year; at < firstYear; at++) amount /= growth
  for (let at = last; at < year; at++) amount *= growth
  return amount
}
