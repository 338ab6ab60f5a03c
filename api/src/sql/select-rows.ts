import {BIGINT} from '@duckdb/node-api'
import type {Parameter} from '../query/parameter.ts'
import type {Condition, RowQuery} from '../query/row-query.ts'
import {identifier} from './identifier.ts'

/** SQL and the values bound to its `$1`, `$2`, …; names in it come from the release, never from a request. */
export type Statement = {sql: string; parameters: Parameter[]}

/**
 * `expressions` over the rows that a query asks for. `defaultOrder` are the columns that order the rows where
 * the query does not, empty where the file already lies in that order; `tieBreak` makes any order a total one.
 */
export function selectRows(
  table: string,
  query: RowQuery,
  expressions: string[],
  {defaultOrder, tieBreak}: {defaultOrder: string[]; tieBreak: string[]},
): Statement {
  const parameters: Parameter[] = []
  const bind = binder(parameters)
  const filter = whereClause(query.where, bind)
  const asked = new Set(query.order.map(({column}) => column.name))
  const order =
    query.order.length === 0
      ? defaultOrder.map(name => `${identifier(name)} nulls last`)
      : [
          ...query.order.map(
            ({column, descending}) => `${identifier(column.name)}${descending ? ' desc' : ''} nulls last`,
          ),
          ...tieBreak.filter(name => !asked.has(name)).map(name => `${identifier(name)} nulls last`),
        ]
  const sql = [
    `select ${expressions.join(', ')} from ${identifier(table)}`,
    filter,
    order.length > 0 ? `order by ${order.join(', ')}` : '',
    query.limit === null ? '' : `limit ${bind(wholeNumber(query.limit))}`,
  ]
  return {sql: sql.filter(part => part !== '').join(' '), parameters}
}

/** How many rows a query answers with. */
export function countRows(table: string, query: RowQuery): Statement {
  const parameters: Parameter[] = []
  const bind = binder(parameters)
  const filter = whereClause(query.where, bind)
  const count = query.limit === null ? 'count(*)' : `least(count(*), ${bind(wholeNumber(query.limit))})`
  return {sql: `select ${count} from ${identifier(table)} ${filter}`.trimEnd(), parameters}
}

/** Writes down a value and answers with the name that stands for it in the statement. */
type Bind = (parameter: Parameter) => string

const binder =
  (parameters: Parameter[]): Bind =>
  parameter =>
    `$${parameters.push(parameter)}`

const wholeNumber = (value: number): Parameter => ({value: BigInt(value), type: BIGINT, text: String(value)})

const whereClause = (conditions: Condition[], bind: Bind): string =>
  conditions.length === 0
    ? ''
    : `where ${conditions.map(condition => conditionSql(condition, bind)).join(' and ')}`

function conditionSql({column, operator, values, hasNull}: Condition, bind: Bind): string {
  const name = identifier(column.name)
  if (operator === 'is null' || operator === 'is not null') return `${name} ${operator}`
  const bound = values.map(bind).join(', ')
  if (operator === 'in') {
    const among = bound === '' ? 'false' : `${name} in (${bound})`
    return hasNull ? `(${among} or ${name} is null)` : among
  }
  if (operator === 'not in') {
    const notAmong = bound === '' ? 'true' : `${name} not in (${bound})`
    return hasNull ? `(${notAmong} and ${name} is not null)` : notAmong
  }
  return `${name} ${operator} ${bound}`
}
