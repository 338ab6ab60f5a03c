import type {ColumnType} from '@hromada/datasets'

/** DuckDB's type of each column type. */
export const sqlTypes = {
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  decimal: 'decimal(18, 2)',
  date: 'date',
  timestamp: 'timestamptz',
  boolean: 'boolean',
  json: 'varchar',
  geometry: 'varchar',
} as const satisfies Record<ColumnType, string>
