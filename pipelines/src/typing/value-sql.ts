import type {Column, ColumnSource} from '@hromada/datasets'
import {isOneOf, literal} from '../duckdb.ts'

/** SQL of what a text means in the column's type; null where it means nothing, never an error. */
export function valueSql(text: string, column: Column, source: ColumnSource | undefined): string {
  const value = mapped(text, source)
  switch (column.type) {
    case 'text':
      return column.allowed ? `case when ${isOneOf(value, column.allowed)} then ${value} end` : value
    case 'integer': {
      // Registries that went through a spreadsheet write 3 as 3.0.
      const whole = `regexp_replace(${plainNumber(value, source)}, '\\.0+$', '')`
      // By itself the database would round 1.5 to 2.
      return `case when trunc(try_cast(${whole} as double)) = try_cast(${whole} as double) then try_cast(${whole} as bigint) end`
    }
    case 'number': {
      const plain = plainNumber(value, source)
      const number = column.unit === 'm' ? withoutMetres(plain) : plain
      // Nothing in a city is that large, and a few of them would make sums infinite. NaN is larger than all.
      return `case when abs(try_cast(${number} as double)) < 1e15 then try_cast(${number} as double) end`
    }
    case 'decimal':
      return `try_cast(${plainNumber(value, source)} as decimal(18, 2))`
    case 'boolean': {
      const says = (words: readonly string[]) =>
        isOneOf(
          `lower(${value})`,
          words.map(word => word.toLowerCase()),
        )
      return `case when ${says(column.words.yes)} then true when ${says(column.words.no)} then false end`
    }
    case 'date':
      return `cast(${ofFourDigits(moment(value, column, source))} as date)`
    case 'timestamp': {
      const atZone = (clock: string) => `(${clock}) at time zone ${literal(zoneOf(column, source))}`
      return instantSql(text, clockSql(text, column, source), source, atZone)
    }
    case 'json':
    case 'geometry':
      return `case when json_valid(${value}) then ${value} end`
  }
}

/** SQL of the time that a text without an offset gives: what the publisher's clock showed. */
export function clockSql(text: string, column: Column, source: ColumnSource | undefined): string {
  const value = mapped(text, source)
  return `case when ${hasOffset(value)} then null else ${moment(value, column, source)} end`
}

/**
 * SQL of the instant that a text means: by its own offset, or else by the publisher's clock.
 * @param clock SQL of `clockSql`, or a column that holds it: it is read several times
 * @param instantOf SQL of the instant at which the clock shows a time
 */
export function instantSql(
  text: string,
  clock: string,
  source: ColumnSource | undefined,
  instantOf: (clock: string) => string,
): string {
  const value = mapped(text, source)
  const byOffset = `case when ${hasOffset(value)} then ${ofFourDigits(`try_cast(${value} as timestamptz)`)} end`
  return `case when ${clock} is null then ${byOffset} when ${hasFourDigits(clock)} then ${instantOf(clock)} end`
}

/** IANA zone of the clock that a column's timestamps were read from. */
export const zoneOf = (column: Column, source: ColumnSource | undefined): string =>
  source?.zone ?? column.zone

/** Patterns cost more than all the rest, so they are asked only of what has the signs of an offset behind the date. */
const hasOffset = (value: string): string =>
  `(ends_with(${value}, 'Z') or contains(${value}, '+') or contains(substr(${value}, 9), '-')) ` +
  `and regexp_matches(${value}, '(Z|[+-][0-9]{2}(:?[0-9]{2})?)$') and regexp_matches(${value}, '[0-9]:[0-9]')`

/** The database reads years before Christ and of five digits, too, and "infinity". */
const hasFourDigits = (time: string): string =>
  `${time} between '0001-01-01' and '9999-12-31 23:59:59.999999'`
const ofFourDigits = (time: string): string => `case when ${hasFourDigits(time)} then ${time} end`

function moment(value: string, column: Column, source: ColumnSource | undefined): string {
  const formats = [source?.format ?? column.format].flat()
  const tries = formats.map(format => {
    if (format !== 'iso') {
      const read = `try_strptime(${value}, ${literal(format)})`
      // To the database "infinity" and "epoch" are the first of January 1900, whatever the format.
      return /^%-?[dmYyHj]/.test(format) ? `case when ${value} between '0' and ':' then ${read} end` : read
    }
    // The annexes' own example separates date and time with a Cyrillic Т.
    const iso = `try_cast(case when contains(${value}, 'Т') then replace(${value}, 'Т', 'T') else ${value} end as timestamp)`
    // To fail takes the database five times as long as to succeed.
    return formats.length === 1
      ? iso
      : `case when regexp_matches(${value}, '^[0-9]{4}[^0-9]') then ${iso} end`
  })
  return tries.length === 1 ? tries[0]! : `coalesce(${tries.join(', ')})`
}

function mapped(text: string, source: ColumnSource | undefined): string {
  const words = Object.entries(source?.map ?? {})
  const value =
    words.length === 0
      ? text
      : `case lower(${text}) ${words.map(([from, to]) => `when ${literal(from.toLowerCase())} then ${literal(to)}`).join(' ')} else ${text} end`
  if (source?.width === undefined) return value
  const whole = `regexp_replace(${value}, '\\.0+$', '')`
  return `case when length(${whole}) < ${source.width} then lpad(${whole}, ${source.width}, '0') else ${whole} end`
}

/** Heights in OpenStreetMap may say their unit: 12 m. */
const withoutMetres = (value: string) =>
  `case when ends_with(${value}, 'm') or ends_with(${value}, 'м') then regexp_replace(${value}, '[\\s\\x{00a0}\\x{202f}]*.$', '') else ${value} end`

/** Thousands apart and a comma before the decimals are told to the database only where the profile says so. */
const plainNumber = (value: string, source: ColumnSource | undefined) =>
  source?.decimal === ','
    ? `replace(regexp_replace(${value}, '[\\s\\x{00a0}\\x{202f}]', '', 'g'), ',', '.')`
    : value
