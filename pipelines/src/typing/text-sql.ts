import type {Column, ColumnSource} from '@hromada/datasets'
import {identifier, isOneOf, literal} from '../duckdb.ts'

/** Blanks that registries leave around a text. */
const unbroken = 'chr(160)'
const blanks = [`' '`, 'chr(9)', 'chr(10)', 'chr(13)', unbroken]

/**
 * SQL of the publisher's text in a landed row: trimmed, the first filled of several headers, null where they say
 * "nothing". `present`: the headers that the landed file has.
 */
export function textSql(
  column: Column,
  source: ColumnSource | undefined,
  nulls: string[],
  present: ReadonlySet<string>,
): string {
  if (source?.value !== undefined) return literal(source.value)
  const headers = headersOf(column, source).filter(header => present.has(header))
  const nothing = ['', 'null', 'NULL', ...nulls]
  const texts = headers.map(header => {
    const text = identifier(header)
    const something = (value: string) => `case when not ${isOneOf(value, nothing)} then ${value} end`
    // Few texts have blanks around them, and to look is four times as fast as to trim. All blanks but one come before
    // whatever else a text begins with.
    const hasBlanks = [
      `${text} < '!'`,
      `starts_with(${text}, ${unbroken})`,
      ...blanks.map(blank => `ends_with(${text}, ${blank})`),
    ]
    return `case when ${hasBlanks.join(' or ')} then ${something(`trim(${text}, ${blanks.join(' || ')})`)} else ${something(text)} end`
  })
  return texts.length === 0
    ? 'cast(null as varchar)'
    : texts.length === 1
      ? texts[0]!
      : `coalesce(${texts.join(', ')})`
}

/** The publisher's headers for a column, in the order in which they are tried. */
export const headersOf = (column: Column, source: ColumnSource | undefined): string[] =>
  [source?.from ?? column.from].flat()
