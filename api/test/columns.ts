import {BIGINT, BOOLEAN, DATE, DECIMAL, DOUBLE, TIMESTAMPTZ, VARCHAR} from '@duckdb/node-api'
import type {OpenColumn} from '../src/release/open-column.ts'

const physical = {
  text: VARCHAR,
  integer: BIGINT,
  number: DOUBLE,
  decimal: DECIMAL(18, 2),
  date: DATE,
  timestamp: TIMESTAMPTZ,
  boolean: BOOLEAN,
  json: VARCHAR,
  geometry: VARCHAR,
}

/** One column of each type, named for what it holds. */
export const columns: OpenColumn[] = (
  [
    ['city', 'text'],
    ['year', 'integer'],
    ['share', 'number'],
    ['money_uah', 'decimal'],
    ['day', 'date'],
    ['closed_at', 'timestamp'],
    ['is_open', 'boolean'],
    ['extra', 'json'],
    ['outline', 'geometry'],
  ] as const
).map(([name, type]) => ({
  name,
  type,
  unit: null,
  description: {uk: name, en: name},
  physical: physical[type],
}))

export const column = (name: string): OpenColumn => {
  const found = columns.find(each => each.name === name)
  if (!found) throw new Error(`No column ${name}.`)
  return found
}
