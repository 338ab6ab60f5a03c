import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../../model.ts'

type Row = Record<string, string | number | boolean | null>

/** A seed's rows as a query; no rows still have the right columns. */
export function seedSql({types = {}}: Pick<Model, 'types'>, rows: Row[]): string {
  const columns = Object.entries(types)
  const casts = columns
    .map(([name, type]) => `cast(${identifier(name)} as ${type}) as ${identifier(name)}`)
    .join(', ')
  const value = (cell: Row[string] | undefined) =>
    cell === null || cell === undefined ? 'null' : typeof cell === 'string' ? literal(cell) : String(cell)
  const names = columns.map(([name]) => identifier(name)).join(', ')
  const values = rows.length > 0 ? rows : [{}]
  const tuples = values
    .map((row: Row) => `(${columns.map(([name]) => value(row[name])).join(', ')})`)
    .join(', ')
  return `select ${casts} from (values ${tuples}) as seed(${names})${rows.length > 0 ? '' : ' where false'}`
}
