import type {DuckDBConnection} from '@duckdb/node-api'
import {identifier, isOneOf, literal, rowsOf} from '../duckdb.ts'
import type {Source} from '../find-source.ts'
import {explained, type Read} from '../readers/reader.ts'

/**
 * A group of rows ends with the batch that fills it, some hundreds of rows later. A table made of the file keeps 122 880
 * together; of what goes beyond that it makes groups of a few rows, and puts them together again when it is closed.
 */
const groupRows = 120_000

/**
 * Writes the files' rows in one pass, in order. Rows of other places (`where`) stay out, but are counted.
 * @param onRows called as records are read: how many, and of how many where that is known
 */
export async function writeParquet(
  duck: DuckDBConnection,
  reads: Read[],
  columns: string[],
  where: Source['where'],
  target: string,
  onRows: (rows: number, total?: number) => void,
): Promise<{landed: number; filtered: number}> {
  const relation = reads.map(read => `select * from ${read.relation}`).join(' union all by name ')
  const filter = conditions(where)
  const together = Math.min(groupRows, ...reads.map(({rowsTogether}) => rowsTogether ?? groupRows))
  // Larger dictionaries take a tenth more time, and the file is no smaller for them.
  const options = `format parquet, compression snappy, dictionary_size_limit 5000, row_group_size ${together}`
  const rows = `select ${columns.map(identifier).join(', ')} from (${relation})${filter ? ` where ${filter}` : ''}`
  await duck.run('set enable_progress_bar = true; set enable_progress_bar_print = false')
  const watch = setInterval(() => {
    const {rows_processed: done, total_rows_to_process: total} = duck.progress
    if (Number(total) > 0) onRows(Number(done), Number(total))
  }, 250)
  const [copied] = await rowsOf<{Count: number}>(duck, `copy (${rows}) to ${literal(target)} (${options})`)
    .catch(error => {
      throw explained(reads, error)
    })
    .finally(() => clearInterval(watch))
  const landed = copied?.Count ?? 0
  if (!filter) return {landed, filtered: 0}
  const [all] = await rowsOf<{rows: number}>(duck, `select count(*) as rows from (${relation})`)
  return {landed, filtered: (all?.rows ?? landed) - landed}
}

/** Which rows are the city's, as SQL; empty where all are. */
const conditions = (where: Source['where']): string =>
  Object.entries(where)
    .map(([column, values]) => isOneOf(identifier(column), [values].flat()))
    .join(' and ')
