import type {DuckDBType, DuckDBValue} from '@duckdb/node-api'

/** A value as it is bound to a statement, never written into it. `text` is its one normal spelling. */
export type Parameter = {value: DuckDBValue; type: DuckDBType; text: string}
