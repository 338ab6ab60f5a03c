import {rename} from 'node:fs/promises'
import {join} from 'node:path'
import type {DuckDBConnection} from '@duckdb/node-api'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {landingFolder} from '../lake.ts'
import {textSql} from '../typing/text-sql.ts'
import {type Bounds, reaches} from './cursor.ts'
import type {Past} from './past.ts'

/**
 * Takes rows that are already in the lake out of a file that was asked for from a cursor on: a look-back brings them
 * again and again. A key whose last row is the newest that landed of it brings nothing new. Answers how many were known.
 */
export async function dropKnown(
  parquet: string,
  columns: string[],
  {by, least}: Bounds,
  {city, feed, data, landings}: Past,
  duck: DuckDBConnection,
): Promise<number> {
  // A landing that ends before the first of these rows has none of them.
  const before = landings.filter(
    ({cursor}) => cursor?.by !== by || cursor.last === null || least === null || reaches(cursor.last, least),
  )
  if (before.length === 0) return 0
  const folder = landingFolder(data, city.id, feed.dataset.id)
  const all = [...new Set([...columns, ...before.flatMap(landing => landing.columns)])]
  const read = (files: string[]) =>
    `read_parquet([${files.map(literal).join(', ')}], union_by_name = true, file_row_number = true)`
  /** The last row of each key, as one value. A row without a whole key is only ever the same as its like. */
  const lastRows = (files: string[], has: ReadonlySet<string>) => {
    const row = `row(${all.map(name => (has.has(name) ? identifier(name) : 'null::varchar')).join(', ')})`
    const rows = `(select ${keySql(has)} as _key, ${row} as _row, file_index as _file, file_row_number as _number from ${read(files)})`
    return `(select coalesce(_key, _row::varchar) as _key, arg_max(_row, row(_file, _number)) as _row from ${rows} group by 1)`
  }
  const keySql = (has: ReadonlySet<string>) =>
    feed.dataset.key
      .map(name => textSql(feed.dataset.columns[name]!, feed.columns[name], feed.nulls, has))
      .join(` || ${literal('\u0000')} || `)
  const is = lastRows([parquet], new Set(columns))
  const was = lastRows(
    before.map(({file}) => join(folder, file)),
    new Set(before.flatMap(landing => landing.columns)),
  )
  await duck.run(
    `create or replace temp table new_keys as select n._key from ${is} n left join ${was} w using (_key) where n._row is distinct from w._row`,
  )
  const own = `row(${all.map(name => (columns.includes(name) ? identifier(name) : 'null::varchar')).join(', ')})`
  const isNew = `coalesce(${keySql(new Set(columns))}, ${own}::varchar) in (select _key from new_keys)`
  const fresh = `${parquet}.fresh`
  const [copied] = await rowsOf<{Count: number}>(
    duck,
    `copy (select ${columns.map(identifier).join(', ')} from ${read([parquet])} where ${isNew} order by file_row_number)
     to ${literal(fresh)} (format parquet, compression snappy)`,
  )
  const [there] = await rowsOf<{rows: number}>(duck, `select count(*) as rows from ${read([parquet])}`)
  await rename(fresh, parquet)
  return (there?.rows ?? 0) - (copied?.Count ?? 0)
}
