import {type DuckDBType, DuckDBTypeId} from '@duckdb/node-api'
import type {ColumnType} from '../contract/index.ts'

const integers = [
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
]

/** Types of a Parquet file that hold a published type without loss. */
const physicalTypes: Record<ColumnType, DuckDBTypeId[]> = {
  text: [DuckDBTypeId.VARCHAR],
  integer: integers,
  number: [DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE],
  decimal: [DuckDBTypeId.DECIMAL],
  date: [DuckDBTypeId.DATE],
  timestamp: [DuckDBTypeId.TIMESTAMP_TZ, DuckDBTypeId.TIMESTAMP],
  boolean: [DuckDBTypeId.BOOLEAN],
  json: [DuckDBTypeId.VARCHAR],
  geometry: [DuckDBTypeId.VARCHAR],
}

export const holds = (published: ColumnType, physical: DuckDBType): boolean =>
  physicalTypes[published].includes(physical.typeId)
