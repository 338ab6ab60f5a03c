import type {DuckDBConnection} from '@duckdb/node-api'
import type {Format} from '@hromada/datasets'
import type {Finding} from '../findings.ts'

/** A file to be read: where it lies and what to call it in messages. */
export type SourceFile = {path: string; address: string}

/** What a reader needs: a database to read with, a folder for what it must rewrite on the way, and when to stop. */
export type ReadContext = {duck: DuckDBConnection; scratch: string; signal?: AbortSignal}

/** A file as a relation. Every column is text, every value what the publisher wrote. */
export type Read = {
  /** SQL that can stand after `from`. It is read once, in order. */
  relation: string
  columns: string[]
  findings: Finding[]
  /** Rows that are written together and so held at once, where they are long; absent: as the database has it. */
  rowsTogether?: number
  /**
   * To be called after the relation has been read: faults only reading brings to light, the lines they cost, and
   * the records in the file by a count of its own.
   */
  afterwards?: () => Promise<{findings: Finding[]; setAside: SetAside[]; records: number}>
  /** What the database's error on reading the relation says of the file; absent: nothing, the fault is ours. */
  explain?: (error: Error) => SourceError
}

/** Rows whose reading may bring to light that the file is damaged: then that is said, and not what the database says. */
export const explained = (reads: Read[], error: unknown): unknown =>
  reads.map(({explain}) => explain?.(error as Error)).find(one => one !== undefined) ?? error

/** A line (or record, where a format has none) that could not be read, kept as it is so that nothing is lost. */
export type SetAside = {address: string; line: number; rule: string; text: string | null}

/** Reads one file of one format. Throws a `SourceError` when the file as a whole cannot be read. */
export type Reader<K extends Format['kind'] = Format['kind']> = (
  file: SourceFile,
  format: Extract<Format, {kind: K}>,
  context: ReadContext,
) => Promise<Read>

/** The file as a whole is not what it should be. The message says what it is and what to do. */
export class SourceError extends Error {
  override name = 'SourceError'
}
