import {literal} from '../duckdb.ts'

const edge = 10_000

/**
 * SQL of some rows of a Parquet file that stand for all: from its beginning, middle and end, for publishers write newer
 * rows otherwise than older ones. Other parts of the file are not read.
 */
export function sampleRows(path: string, rows: number): string {
  const file = literal(path)
  if (rows <= 3 * edge) return `read_parquet(${file})`
  const middle = Math.floor((rows - edge) / 2)
  const isWithin = [0, middle, rows - edge]
    .map(from => `file_row_number between ${from} and ${from + edge - 1}`)
    .join(' or ')
  return `(select * exclude (file_row_number) from read_parquet(${file}, file_row_number = true) where ${isWithin})`
}
