import {type TableAt, tableDiffSql} from '@hromada/warehouse'
import type {Column} from '../contract/index.ts'
import {identifier} from './identifier.ts'
import {csvValue, jsonMembers} from './row-text.ts'

/** A table in two releases, with what its columns publish. */
export type TablePair = {before: TableAt & {columns: Column[]}; after: TableAt & {columns: Column[]}}

/** Where a column's value is found in the struct of a whole row. JSON may be typed as such in the file. */
const inStruct =
  (struct: 'before' | 'after', {columns}: {columns: Column[]}) =>
  (name: string) => {
    const isText = ['text', 'json', 'geometry'].includes(
      columns.find(column => column.name === name)?.type ?? '',
    )
    return `${struct}.${identifier(name)}${isText ? '::varchar' : ''}`
  }

/**
 * A line of NDJSON per row that differs: `{"change":"changed","columns":["status"],"before":{…},"after":{…}}`; `before`
 * is null for an added row, `after` for a removed one, `columns` for both.
 */
export function diffNdjsonSql({before, after}: TablePair): string {
  const object = (struct: 'before' | 'after', table: {columns: Column[]}) =>
    `case when ${struct} is null then 'null' else concat(${jsonMembers(table.columns, inStruct(struct, table))}) end`
  return (
    `select concat('{"change":"', change, '","columns":', coalesce(to_json(changed_columns)::varchar, 'null'), ` +
    `',"before":', ${object('before', before)}, ',"after":', ${object('after', after)}, '}', chr(10)) ` +
    `from (${tableDiffSql(before, after).rows})`
  )
}

/** The columns of the CSV of a difference: `change`, then those of either release. */
export const diffCsvHeader = ({before, after}: TablePair): string[] => [
  'change',
  ...columnsOf({before, after}),
]

/**
 * Lines of CSV per row that differs: one of an added or removed row, two of a changed one, `before` and `after`. A
 * column that one of the releases does not have is empty there.
 */
export function diffCsvSql(pair: TablePair): string {
  const line = (word: string, struct: 'before' | 'after') => {
    const table = pair[struct]
    const cells = columnsOf(pair).map(name => {
      const column = table.columns.find(one => one.name === name)
      return column ? csvValue(column, inStruct(struct, table)) : "''"
    })
    return `concat('${word},', ${cells.join(", ',', ")}, chr(10))`
  }
  return (
    `select case change when 'added' then ${line('added', 'after')} when 'removed' then ${line('removed', 'before')} ` +
    `else ${line('before', 'before')} || ${line('after', 'after')} end from (${tableDiffSql(pair.before, pair.after).rows})`
  )
}

const columnsOf = ({before, after}: TablePair): string[] => [
  ...new Set([...after.columns, ...before.columns].map(({name}) => name)),
]
