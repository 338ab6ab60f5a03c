import type {RowsQuery} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {OpenColumn} from '../release/open-column.ts'
import {findColumn} from './find-column.ts'
import {parseConditions} from './parse-conditions.ts'
import type {Condition, Order, RowQuery} from './row-query.ts'

/** The parameters of a download: the named ones, and any other as `column=value`. */
export type RowsParameters = RowsQuery & {[column: string]: unknown}

/**
 * The query that the parameters of an address ask for. Throws errors of status 400 that name the columns there are.
 */
export function parseRowQuery(
  columns: OpenColumn[],
  {as_of: _, select, where, order, limit, ...others}: RowsParameters,
): RowQuery {
  return {
    select: select ? [...new Set(names(select, 'select').map(name => findColumn(name, columns)))] : columns,
    where: [
      ...(where ?? []).flatMap(text => parseConditions(text, columns)),
      ...Object.entries(others).flatMap(([key, value]) =>
        shorthand(key, [value].flat().map(String), columns),
      ),
    ],
    order: order ? names(order, 'order').map(text => parseOrder(text, columns)) : [],
    limit: limit ?? null,
  }
}

/** True where the answer is the table as it lies in the release. */
export const isWholeTable = (query: RowQuery, columns: OpenColumn[]): boolean =>
  query.where.length === 0 &&
  query.order.length === 0 &&
  query.limit === null &&
  query.select.length === columns.length &&
  query.select.every((column, index) => column === columns[index])

/** One spelling for all queries that ask the same: part of what an ETag is made of. */
export const normalise = ({select, where, order, limit}: RowQuery): string =>
  JSON.stringify([
    select.map(column => column.name),
    where.map(({column, operator, values, hasNull}) => [
      column.name,
      operator,
      ...values.map(value => value.text),
      hasNull,
    ]),
    order.map(({column, descending}) => (descending ? '-' : '') + column.name),
    limit,
  ])

function names(parameter: string[], of: string): string[] {
  const found = parameter.flatMap(text => text.split(',')).map(name => name.trim())
  if (found.some(name => name === ''))
    throw new ApiError(
      'INVALID_PARAMETER',
      `${of} has an empty name. Write column names with commas between: ${of}=city,year.`,
    )
  return found
}

function parseOrder(text: string, columns: OpenColumn[]): Order {
  const [, sign, name = text, word] = /^([+-]?)\s*(\w+)(?:\s+(asc|desc))?$/i.exec(text) ?? []
  return {column: findColumn(name, columns), descending: sign === '-' || word?.toLowerCase() === 'desc'}
}

/**
 * `city=kyiv` was split at its first `=`. Put together again it reads as a condition, which also covers
 * `year>=2024` (split into `year>` and `2024`). The same column given twice means any of the values.
 */
function shorthand(key: string, values: string[], columns: OpenColumn[]): Condition[] {
  const name = /^\s*\w*/.exec(key)?.[0].trim() ?? ''
  if (name === '' || !columns.some(column => column.name === name))
    throw new ApiError(
      'UNKNOWN_COLUMN',
      `"${key.slice(0, 100)}" is neither a column nor one of select, where, order, limit, as_of. ` +
        `Columns: ${columns.map(column => column.name).join(', ')}.`,
    )
  const hasOperator = /[<>]|\s(in|is|not)\b/i.test(key)
  const conditions = values.flatMap(value =>
    parseConditions(hasOperator && value === '' ? key : `${key}=${value}`, columns),
  )
  const isAnyOf =
    conditions.length > 1 && conditions.every(({operator}) => operator === '=' || operator === 'is null')
  if (!isAnyOf) return conditions
  const column = findColumn(name, columns)
  const nulls = conditions.some(({operator}) => operator === 'is null')
  return [{column, operator: 'in', values: conditions.flatMap(each => each.values), hasNull: nulls}]
}
