import type {City, Column, ColumnSource, Feed} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'

/** How one city's landed file becomes typed rows, in DuckDB's SQL. */
export type StagingSql = {
  /** Every record: `_record` (its number), `raw:<column>` (the publisher's text) and `<column>` (its meaning). */
  typed: string
  /** Columns whose meaning can fail to be found in the text. */
  checked: string[]
  /** Columns of the past: `read:<column>` is what was read, before what lies in the future was taken out. */
  past: string[]
  required: string[]
}

const types = {
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  decimal: 'decimal(18, 2)',
  date: 'date',
  timestamp: 'timestamptz',
  boolean: 'boolean',
  json: 'varchar',
  geometry: 'varchar',
} as const

/**
 * The staging query of one city and dataset over its landed Parquet file. Bad values become null, never an error.
 * @param retrievedAt ISO instant at which the file was fetched; what it tells of the past cannot be later
 */
export function stagingSql(
  city: City,
  feed: Feed,
  parquet: string,
  landedColumns: string[],
  retrievedAt: string,
): StagingSql {
  const columns = Object.entries(feed.dataset.columns)
  const present = new Set(landedColumns)
  const raw = columns.map(
    ([name, column]) =>
      `${rawText(column, feed.columns[name], feed.nulls, present)} as ${identifier(`raw:${name}`)}`,
  )
  const typed = columns.map(([name, column]) => {
    const text = identifier(`raw:${name}`)
    const read = meaning(text, column, feed.columns[name])
    if (!column.isPast) return `${text}, ${read} as ${identifier(name)}`
    const early = identifier(`read:${name}`)
    return `${text}, ${read} as ${early}, case when ${early} <= ${latest(retrievedAt)} then ${early} end as ${identifier(name)}`
  })
  return {
    typed:
      `select _record, ${literal(city.id)} as city, ${typed.join(', ')} from (select file_row_number + 1 as _record, ` +
      `${raw.join(', ')} from read_parquet(${literal(parquet)}, file_row_number = true))`,
    checked: columns.filter(([, column]) => column.type !== 'text' || column.allowed).map(([name]) => name),
    past: columns.filter(([, column]) => column.isPast).map(([name]) => name),
    required: columns.filter(([, column]) => !column.nullable).map(([name]) => name),
  }
}

/** Clocks differ and dates have no hour, so a day is allowed for. */
const latest = (retrievedAt: string) => `timestamptz ${literal(retrievedAt)} + interval 1 day`

/** Blanks that registries leave around a text; the last one does not break. */
const blanks = `' ' || chr(9) || chr(10) || chr(13) || chr(160)`

/** An empty staging table of the right shape, for a dataset no chosen city has. */
export const emptyStagingSql = (feedColumns: Record<string, Column>) =>
  `select ${[
    'cast(null as varchar) as city',
    ...Object.entries(feedColumns).map(
      ([name, {type}]) => `cast(null as ${types[type]}) as ${identifier(name)}`,
    ),
  ].join(', ')} where false`

/** The publisher's text: trimmed, the first filled of several headers, null where they say "nothing". */
function rawText(
  column: Column,
  source: ColumnSource | undefined,
  nulls: string[],
  present: Set<string>,
): string {
  if (source?.value !== undefined) return literal(source.value)
  const headers = [source?.from ?? column.from].flat().filter(header => present.has(header))
  const nothing = ['', 'null', 'NULL', ...nulls].map(literal).join(', ')
  const texts = headers.map(header => {
    const trimmed = `trim(${identifier(header)}, ${blanks})`
    return `case when ${trimmed} not in (${nothing}) then ${trimmed} end`
  })
  return texts.length === 0
    ? 'cast(null as varchar)'
    : texts.length === 1
      ? texts[0]!
      : `coalesce(${texts.join(', ')})`
}

/** The text's meaning in the column's type; null where it has none. */
function meaning(text: string, column: Column, source: ColumnSource | undefined): string {
  const value = mapped(text, source)
  switch (column.type) {
    case 'text':
      return column.allowed
        ? `case when ${value} in (${column.allowed.map(literal).join(', ')}) then ${value} end`
        : value
    case 'integer':
      // Registries that went through a spreadsheet write 3 as 3.0.
      return `try_cast(regexp_replace(${plainNumber(value, source)}, '\\.0+$', '') as bigint)`
    case 'number':
      return `case when isfinite(try_cast(${plainNumber(value, source)} as double)) then try_cast(${plainNumber(value, source)} as double) end`
    case 'decimal':
      return `try_cast(${plainNumber(value, source)} as decimal(18, 2))`
    case 'boolean':
      return (
        `case when lower(${value}) in (${column.words.yes.map(word => literal(word.toLowerCase())).join(', ')}) then true ` +
        `when lower(${value}) in (${column.words.no.map(word => literal(word.toLowerCase())).join(', ')}) then false end`
      )
    case 'date':
      return `cast(${moment(value, column, source)} as date)`
    case 'timestamp': {
      const zone = literal(source?.zone ?? column.zone)
      // With an offset it is an instant; without one it is the publisher's wall clock.
      return (
        `case when regexp_matches(${value}, '(Z|[+-][0-9]{2}(:?[0-9]{2})?)$') and regexp_matches(${value}, '[0-9]:[0-9]') ` +
        `then try_cast(${value} as timestamptz) else (${moment(value, column, source)}) at time zone ${zone} end`
      )
    }
    case 'json':
    case 'geometry':
      return `case when json_valid(${value}) then ${value} end`
  }
}

function moment(value: string, column: Column, source: ColumnSource | undefined): string {
  const formats = [source?.format ?? column.format].flat()
  const tries = formats.map(format =>
    format === 'iso'
      ? // The annexes' own example separates date and time with a Cyrillic Т.
        `try_cast(replace(${value}, 'Т', 'T') as timestamp)`
      : `try_strptime(${value}, ${literal(format)})`,
  )
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

/** Thousands apart and a comma before the decimals are told to the database only where the profile says so. */
const plainNumber = (value: string, source: ColumnSource | undefined) =>
  source?.decimal === ','
    ? `replace(regexp_replace(${value}, '[\\s\\x{00a0}\\x{202f}]', '', 'g'), ',', '.')`
    : value
