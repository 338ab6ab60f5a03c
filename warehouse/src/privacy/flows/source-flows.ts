import {conditionFlows, tied} from './condition-flows.ts'
import {expressionFlows, partsOf} from './expression-flows.ts'
import {addFlows, atMost, type Flow, type Flows, noFlows, told, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'
import {find, followWithin, type Relation, relationOf, type Scope} from './scope.ts'

/** What a query reads, by alias, and what decides which of its rows come together. */
export type Sources = {sources: ReadonlyMap<string, Relation>; rows: Flows; order: Flows}

/** Table functions that make rows of what is handed to them and read nothing else. */
const harmless = new Set(['unnest', 'generate_series', 'range', 'json_each'])

/**
 * What stands after `from`. `left` is what stands before it in the same list, which a lateral subquery may name.
 * @throws Error for a table that is not among those the query may read, and for any other way to rows
 */
export function joinedSources(node: SqlNode, scope: Scope, left: Sources = nothing): Sources {
  switch (node.type) {
    case 'BASE_TABLE':
      return single(node, tableNamed(node, scope))
    case 'SUBQUERY': {
      const inner = {...scope, sources: left.sources, aliases: new Map(), isGrouped: false, outer: scope}
      const {flows, isCorrelated} = followWithin((node.subquery as {node: SqlNode}).node, inner)
      const relation = relationOf(flows, (node.column_name_alias as string[] | undefined) ?? [])
      if (!isCorrelated) return single(node, relation)
      // What it finds beside a row tells of that row.
      const one = single(node, relation)
      return {...one, sources: tied(one.sources, atMost(told(relation.rows, 'joined'), 'joined'))}
    }
    case 'TABLE_FUNCTION':
      return single(
        node,
        functionRows(node, {...scope, sources: left.sources, aliases: new Map(), outer: scope}),
      )
    case 'EXPRESSION_LIST':
      return single(node, valueRows(node, scope))
    case 'JOIN':
      return join(node, scope, left)
    case 'EMPTY':
      return nothing
  }
  throw new Error(`rows from a ${node.type} cannot be followed`)
}

const nothing: Sources = {sources: new Map(), rows: noFlows, order: noFlows}

function single(node: SqlNode, relation: Relation): Sources {
  const name = node.alias ?? (node.table_name as string | undefined) ?? ''
  return {sources: new Map([[name, relation]]), rows: relation.rows, order: relation.order}
}

function tableNamed({table_name, schema_name, catalog_name}: SqlNode, {tables}: Scope): Relation {
  const place = [catalog_name, schema_name].filter(Boolean).join('.')
  const found = place === '' || place === 'main' ? find(tables, String(table_name)) : undefined
  if (!found)
    throw new Error(
      `it reads "${[place, table_name].filter(Boolean).join('.')}", which is not among its inputs`,
    )
  return found
}

function functionRows(node: SqlNode, scope: Scope): Relation {
  const call = node.function as SqlNode
  const name = String(call.function_name).toLowerCase()
  if (!harmless.has(name)) throw new Error(`rows from ${name}() cannot be followed`)
  const flows = unionOf(partsOf(call).map(part => expressionFlows(part, scope)))
  const names = (node.column_name_alias as string[] | undefined) ?? [node.alias ?? name, name]
  return {columns: new Map(names.map(one => [one, flows])), rows: flows, order: noFlows}
}

function valueRows(node: SqlNode, scope: Scope): Relation {
  const rows = node.values as SqlNode[][]
  const names = (node.expected_names as string[] | undefined) ?? []
  const columns = (rows[0] ?? []).map((_, index): [string, Flows] => [
    names[index] ?? `col${index}`,
    unionOf(rows.map(row => expressionFlows(row[index]!, scope))),
  ])
  return {columns: new Map(columns), rows: noFlows, order: noFlows}
}

function join(node: SqlNode, scope: Scope, before: Sources): Sources {
  const one = joinedSources(node.left as SqlNode, scope, before)
  const other = joinedSources(node.right as SqlNode, scope, both(before, one))
  const together = both(one, other)
  const {sources} = together
  const inner = {...scope, sources, aliases: new Map(), isGrouped: false, touched: null, outer: scope}
  const using = ((node.using_columns as string[] | undefined) ?? []).map(name =>
    expressionFlows({class: 'COLUMN_REF', column_names: [name]}, inner),
  )
  const {rows, ties} = node.condition
    ? conditionFlows(node.condition as SqlNode, inner)
    : {rows: new Map<string, Flow>(), ties: new Map<string, Flow>()}
  for (const flows of using) addFlows(rows, flows)
  // Where a row stays without a partner, having none tells of every part of the condition.
  const isInner = node.join_type === 'INNER' && using.length === 0
  return {
    ...together,
    sources: tied(sources, isInner ? ties : atMost(rows, 'joined')),
    rows: addFlows(rows, together.rows),
  }
}

const both = (one: Sources, other: Sources): Sources => ({
  sources: new Map([...one.sources, ...other.sources]),
  rows: unionOf([one.rows, other.rows]),
  order: unionOf([one.order, other.order]),
})
