import {expressionFlows, partsOf} from './expression-flows.ts'
import {addFlows, atMost, type Flow, type Flows, noFlows, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'
import {find, type Relation, relationOf, type Scope} from './scope.ts'

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
      const flows = scope.follow((node.subquery as {node: SqlNode}).node, inner)
      return single(node, relationOf(flows, (node.column_name_alias as string[] | undefined) ?? []))
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
  const within = (sources: Sources) => ({
    ...scope,
    sources: sources.sources,
    aliases: new Map(),
    isGrouped: false,
    outer: scope,
  })
  const using = (node.using_columns as string[] | undefined) ?? []
  const condition = node.condition as SqlNode | undefined
  const all = within(both(one, other))
  const terms = condition ? [condition] : []
  const deciding = unionOf([
    ...terms.map(term => expressionFlows(term, all)),
    ...using.map(name => expressionFlows({class: 'COLUMN_REF', column_names: [name]}, all)),
  ])
  // What stands beside a row tells of what it was found by.
  const found = atMost(deciding, 'joined')
  const tainted = ({sources}: Sources): [string, Relation][] =>
    [...sources].map(([name, relation]) => [name, {...relation, columns: eachWith(relation.columns, found)}])
  const sources =
    deciding.size === 0 ? [...one.sources, ...other.sources] : [...tainted(one), ...tainted(other)]
  return {
    sources: new Map(sources),
    rows: unionOf([one.rows, other.rows, deciding]),
    order: unionOf([one.order, other.order]),
  }
}

const both = (one: Sources, other: Sources): Sources => ({
  sources: new Map([...one.sources, ...other.sources]),
  rows: unionOf([one.rows, other.rows]),
  order: unionOf([one.order, other.order]),
})

const eachWith = (columns: ReadonlyMap<string, Flows>, more: Map<string, Flow>): ReadonlyMap<string, Flows> =>
  new Map([...columns].map(([name, flows]) => [name, addFlows(new Map(flows), more)]))
