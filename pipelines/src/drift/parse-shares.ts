import type {DuckDBConnection} from '@duckdb/node-api'
import type {Feed} from '@hromada/datasets'
import {rowsOf} from '../duckdb.ts'
import {textSql} from '../typing/text-sql.ts'
import {valueSql} from '../typing/value-sql.ts'
import type {Rows} from './find-vanished.ts'

/** Of a column's rows: how many there are, how many are filled, and how many of these mean something in its type. */
export type Parsed = {rows: number; filled: number; parsed: number}

/** Counts what can be read of each column whose type a text can fail to be of. */
export async function parseShares(
  duck: DuckDBConnection,
  {relation, columns}: Rows,
  {dataset, columns: sources, nulls}: Feed,
): Promise<Map<string, Parsed>> {
  const present = new Set(columns)
  const checked = Object.entries(dataset.columns).filter(([name]) => sources[name]?.value === undefined)
  const texts = checked.map(
    ([name, column], index) => `${textSql(column, sources[name], nulls, present)} as t${index}`,
  )
  const counts = checked.flatMap(([name, column], index) => [
    `count(t${index}) as f${index}`,
    `count(${valueSql(`t${index}`, column, sources[name])}) as p${index}`,
  ])
  if (checked.length === 0) return new Map()
  const [found] = await rowsOf<Record<string, number>>(
    duck,
    `select count(*) as rows, ${counts.join(', ')} from (select ${texts.join(', ')} from ${relation})`,
  )
  return new Map(
    checked.map(([name], index) => [
      name,
      {
        rows: found?.rows ?? 0,
        filled: found?.[`f${index}`] ?? 0,
        parsed: found?.[`p${index}`] ?? 0,
      },
    ]),
  )
}
