import {DuckDBInstance} from '@duckdb/node-api'

/** Every different value of a Parquet file as text, of any column. */
export async function cellsOf(file: string): Promise<string[]> {
  const instance = await DuckDBInstance.create()
  const duck = await instance.connect()
  try {
    const reader = await duck.runAndReadAll(
      `select distinct cell from (unpivot (select columns(*)::varchar from read_parquet('${file}')) on columns(*) into name place value cell)`,
    )
    return reader.getRows().map(([cell]) => String(cell))
  } finally {
    duck.closeSync()
    instance.closeSync()
  }
}
