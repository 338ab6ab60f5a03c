import type {DuckDBType} from '@duckdb/node-api'
import type {Column} from '../contract/index.ts'

/** A published column and the type its Parquet file gives it. */
export type OpenColumn = Column & {physical: DuckDBType}
