import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  DuckDBDateValue,
  type DuckDBDecimalType,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTypeId,
  HUGEINT,
  TIMESTAMPTZ,
  VARCHAR,
} from '@duckdb/node-api'
import type {ColumnType} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {OpenColumn} from '../release/open-column.ts'
import type {Parameter} from './parameter.ts'

/**
 * The text of a condition's value as the value of a column: numbers and decimals exactly as written,
 * timestamps in UTC unless they carry an offset. Throws INVALID_VALUE where it is none of the column's type.
 */
export function parseValue(column: OpenColumn, text: string): Parameter {
  const parameter = parsers[column.type](column.type === 'text' ? text : text.trim(), column)
  if (parameter) return parameter
  throw new ApiError(
    'INVALID_VALUE',
    `"${text.slice(0, 100)}" is not ${examples[column.type]}, but the column "${column.name}" holds such values. ` +
      'Conditions are joined by "and" or by repeating where; a missing value is asked for with "is null".',
  )
}

const examples: Record<ColumnType, string> = {
  text: 'a text',
  integer: 'a whole number such as 2024',
  number: 'a number such as 30.52',
  decimal: 'a decimal number such as 1000000.50',
  date: 'a date such as 2024-12-31',
  timestamp: 'a timestamp such as 2024-12-31T22:00:00Z',
  boolean: 'true or false',
  json: 'a text',
  geometry: 'a text',
}

type Parser = (text: string, column: OpenColumn) => Parameter | null

const text: Parser = value => ({value, type: VARCHAR, text: value})

const parsers: Record<ColumnType, Parser> = {
  text,
  integer,
  number,
  decimal,
  date,
  timestamp,
  boolean,
  json: text,
  geometry: text,
}

function integer(text: string): Parameter | null {
  if (!/^[+-]?\d{1,38}$/.test(text)) return null
  const value = BigInt(text.replace('+', ''))
  return {value, type: BigInt.asIntN(64, value) === value ? BIGINT : HUGEINT, text: String(value)}
}

function number(text: string): Parameter | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? {value, type: DOUBLE, text: String(value)} : null
}

/** A decimal with as many fraction digits as the column or the text has, so that 0.005 is not rounded to 0.01. */
function decimal(text: string, {physical}: OpenColumn): Parameter | null {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i.exec(text)
  if (!parts) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  if (whole + fraction === '') return null

  const shift = Number(exponent) - fraction.length
  const own = physical.typeId === DuckDBTypeId.DECIMAL ? (physical as DuckDBDecimalType) : DECIMAL(18, 2)
  const scale = Math.max(own.scale, -shift)
  const scaled = BigInt(whole + fraction) * 10n ** BigInt(shift + scale) * (sign === '-' ? -1n : 1n)
  // The comparison widens both sides to 38 digits, of which the column needs its own for the whole part.
  if (scale > 38 - (own.width - own.scale) || digits(scaled) > 38) return null
  const width = scale === own.scale && digits(scaled) <= own.width ? own.width : 38
  return {
    value: new DuckDBDecimalValue(scaled, width, scale),
    type: DECIMAL(width, scale),
    text: `${scaled}e-${scale}`,
  }
}

const digits = (value: bigint) => String(value).replace('-', '').length

const millisecondsPerDay = 86_400_000

function date(text: string): Parameter | null {
  const milliseconds = calendarDay(text)
  if (milliseconds === null) return null
  return {value: new DuckDBDateValue(milliseconds / millisecondsPerDay), type: DATE, text}
}

/** Start of a day in UTC, in milliseconds since 1970. Null where the calendar has no such day. */
function calendarDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  // Date.parse takes 30 February for 1 March.
  const isReal = Number.isFinite(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
  return isReal ? milliseconds : null
}

const timestampPattern =
  // day, hour, minute, second, fraction, offset; a + that was not percent-encoded arrives as a space
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(?:(Z)|([+ -])(\d{2}):?(\d{2}))?)?$/i

function timestamp(text: string): Parameter | null {
  const parts = timestampPattern.exec(text)
  if (!parts) return null
  const [
    ,
    day = '',
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    ,
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = parts
  const start = calendarDay(day)
  if (start === null || +hour > 23 || +minute > 59 || +second > 59 || +offsetHour > 18 || +offsetMinute > 59)
    return null

  const offsetMinutes = (+offsetHour * 60 + +offsetMinute) * (sign === '-' ? -1 : 1)
  const seconds = start / 1000 + +hour * 3600 + (+minute - offsetMinutes) * 60 + +second
  const microseconds = BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0'))
  return {value: new DuckDBTimestampTZValue(microseconds), type: TIMESTAMPTZ, text: String(microseconds)}
}

function boolean(text: string): Parameter | null {
  const word = text.toLowerCase()
  return word === 'true' || word === 'false' ? {value: word === 'true', type: BOOLEAN, text: word} : null
}
