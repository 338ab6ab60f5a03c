import type {RowQuery} from '../query/row-query.ts'
import type {OpenRelease, OpenTable} from '../release/open-release.ts'
import type {Statement} from '../sql/select-rows.ts'

/** What is to be downloaded, counted beforehand. */
export type Download = {
  release: OpenRelease
  table: OpenTable
  query: RowQuery
  rowCount: number
  /** The rows asked for, as these SQL expressions, in their order. */
  rows(expressions: string[]): Statement
}

/** The rows of a download as one text each. */
export const lines = ({release, rows, rowCount}: Download, line: string) =>
  release.chunks(rows([line]), rowCount)

/**
 * Writes a download. Bytes come as fast as they are taken; leaving off early or aborting the signal frees what is
 * held; throws where the download cannot be completed.
 */
export type Format = (download: Download, signal: AbortSignal) => AsyncGenerator<Uint8Array>
