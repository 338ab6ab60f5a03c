import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {rowsOf, withDuckDB} from '../src/duckdb.ts'
import type {Finding} from '../src/index.ts'
import {readerOf} from '../src/readers/index.ts'
import type {SetAside} from '../src/readers/reader.ts'

/** What a reader made of a file, as a table `t` to ask. */
export type ReadTable = {
  columns: string[]
  findings: Finding[]
  setAside: SetAside[]
  /** Rows in the table, and records by the reader's own count. */
  rows: number
  records: number | undefined
  ask: <R = Record<string, unknown>>(sql: string) => Promise<R[]>
}

/** Reads a file where it lies, without landing it. */
export async function reading<T>(
  path: string,
  format: Format,
  use: (table: ReadTable) => Promise<T> | T,
): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'read-'))
  try {
    return await withDuckDB(scratch, new AbortController().signal, async duck => {
      const read = await readerOf(format)({path, address: basename(path)}, {duck, scratch})
      await duck.run(`create table t as select * from ${read.relation}`)
      const after = await read.afterwards?.()
      const ask = <R>(sql: string) => rowsOf<R>(duck, sql)
      const [count] = await ask<{rows: number}>('select count(*) as rows from t')
      return await use({
        columns: read.columns,
        findings: [...read.findings, ...(after?.findings ?? [])],
        setAside: after?.setAside ?? [],
        rows: count!.rows,
        records: after?.records,
        ask: ask as ReadTable['ask'],
      })
    })
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}
