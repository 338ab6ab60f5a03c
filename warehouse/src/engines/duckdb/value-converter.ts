import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBValueConverter,
  type JS,
  JSDuckDBValueConverter,
} from '@duckdb/node-api'

/**
 * DuckDB values as the models' rows have them: money is exact text, a date is `YYYY-MM-DD`, a timestamp a Date,
 * a 64-bit integer a number where that is exact and text where it is not.
 */
export const rowValueConverter: DuckDBValueConverter<JS> = (value, type, converter) => {
  if (value instanceof DuckDBDecimalValue || value instanceof DuckDBDateValue) return value.toString()
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  return JSDuckDBValueConverter(value, type, converter)
}
