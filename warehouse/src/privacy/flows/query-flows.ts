import {conditionFlows, tied} from './condition-flows.ts'
import {expressionFlows, hasAggregate, partsOf} from './expression-flows.ts'
import {addFlows, atMost, type Flows, noFlows, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'
import {find, type QueryFlows, type Relation, relationOf, type Scope} from './scope.ts'
import {joinedSources, type Sources} from './source-flows.ts'

/**
 * Follows every column of a query to the columns it reads, by the tree that the database makes of it.
 * @throws Error for what cannot be followed: it is not let through
 */
export function queryFlows(query: SqlNode, outer: Scope): QueryFlows {
  const scope = {...outer, tables: withCtes(query, outer)}
  const flows =
    query.type === 'SELECT_NODE'
      ? selectFlows(query, scope)
      : query.type === 'SET_OPERATION_NODE'
        ? unionFlows(query, scope)
        : null
  if (!flows) throw new Error(`a ${query.type} cannot be followed`)
  return flows
}

function withCtes(query: SqlNode, outer: Scope): ReadonlyMap<string, Relation> {
  const ctes = (query.cte_map as {map?: {key: string; value: SqlNode}[]} | undefined)?.map ?? []
  if (ctes.length === 0) return outer.tables
  const tables = new Map(outer.tables)
  for (const {key, value} of ctes) {
    const {node} = value.query as {node: SqlNode}
    const aliases = (value.aliases as string[] | undefined) ?? []
    tables.set(key, relationOf(queryFlows(node, {...outer, tables}), aliases))
  }
  return tables
}

function selectFlows(query: SqlNode, outer: Scope): QueryFlows {
  const {from_table, where_clause, having, qualify, modifiers} = query as Record<string, SqlNode | undefined>
  const selected = (query.select_list as SqlNode[] | undefined) ?? []
  const from: Sources = from_table
    ? joinedSources(from_table, outer)
    : {sources: new Map(), rows: noFlows, order: noFlows}
  const inner: Scope = {
    ...outer,
    sources: from.sources,
    aliases: new Map(),
    isAfterSelect: false,
    isGrouped: false,
    touched: null,
    outer,
  }
  const found = conditionsOf([where_clause, qualify, having], aliased(selected, inner))
  const deciding = addFlows(new Map(from.rows), found.where)

  const groups = (query.group_expressions as SqlNode[] | undefined) ?? []
  const isGrouped =
    groups.length > 0 ||
    query.aggregate_handling === 'FORCE_AGGREGATES' ||
    [...selected, ...(having ? [having] : [])].some(one => hasAggregate(one, outer.aggregates))
  const scope = aliased(selected, {
    ...inner,
    sources: tied(from.sources, found.ties),
    deciding,
    isGrouped,
  })
  const columns = selected.flatMap(one => columnsOf(one, scope))

  const rows = isGrouped ? atMost(deciding, 'counted') : new Map(deciding)
  for (const group of groups)
    addFlows(rows, atMost(itemFlows(group, columns, {...scope, isGrouped: false}), 'counted'))
  addFlows(rows, atMost(found.having, 'counted'))
  addFlows(rows, found.qualify)
  return modified(
    [modifiers ?? []].flat() as SqlNode[],
    {columns, rows, order: from.order},
    {
      ...scope,
      isAfterSelect: true,
    },
  )
}

/** What `where`, `qualify` and `having` decide by, and what ties rows of several tables by them. */
function conditionsOf(conditions: (SqlNode | undefined)[], scope: Scope) {
  const none = {rows: new Map(), ties: new Map()}
  const [where, qualify, having] = conditions.map((one, index) =>
    one ? conditionFlows(one, {...scope, isAfterSelect: index === 2}) : none,
  )
  return {
    where: where!.rows,
    qualify: qualify!.rows,
    having: having!.rows,
    ties: unionOf([where!.ties, qualify!.ties, having!.ties]),
  }
}

/** Values of the select may be named by it, and by each other. */
function aliased(selected: SqlNode[], scope: Scope): Scope {
  const aliases = new Map(scope.aliases)
  const all = {...scope, aliases}
  for (const one of selected)
    if (one.alias && one.class !== 'STAR') aliases.set(one.alias, expressionFlows(one, all))
  return all
}

function columnsOf(selection: SqlNode, scope: Scope): [string, Flows][] {
  if (selection.class !== 'STAR') return [[nameOf(selection), expressionFlows(selection, scope)]]
  if (selection.columns || selection.expr || selection.rename_list)
    throw new Error('a choice of columns by a pattern cannot be followed')
  const {relation_name} = selection as {relation_name?: string}
  const left = new Set(partsOfNames(selection.exclude_list))
  const replaced = new Map(
    ((selection.replace_list as {key: string; value: SqlNode}[] | undefined) ?? []).map(({key, value}) => [
      key.toLowerCase(),
      value,
    ]),
  )
  const relations = relation_name
    ? [find(scope.sources, relation_name) ?? unknownSource(relation_name)]
    : [...scope.sources.values()]
  return relations.flatMap(({columns}) =>
    [...columns]
      .filter(([name]) => !left.has(name.toLowerCase()))
      .map(([name, flows]): [string, Flows] => {
        const other = replaced.get(name.toLowerCase())
        const own = scope.isGrouped ? atMost(flows, 'group') : flows
        return [name, other ? expressionFlows(other, scope) : own]
      }),
  )
}

/** Names in a list whose elements are texts or names of a column of a table. */
const partsOfNames = (list: unknown): string[] =>
  ((list as (string | {column?: string})[] | undefined) ?? []).map(one =>
    (typeof one === 'string' ? one : (one.column ?? '')).toLowerCase(),
  )

const nameOf = ({alias, class: kind, column_names}: SqlNode): string =>
  alias ?? (kind === 'COLUMN_REF' ? (column_names as string[]).at(-1)! : '')

/** Where a list of groups or of an order names a selected value by its place, that value's flows. */
function itemFlows(item: SqlNode, columns: [string, Flows][], scope: Scope): Flows {
  const place = item.class === 'CONSTANT' ? Number((item.value as {value?: unknown}).value) : Number.NaN
  if (Number.isInteger(place)) return columns[place - 1]?.[1] ?? noFlows
  if (item.class === 'STAR') return unionOf(columns.map(([, flows]) => flows))
  return expressionFlows(item, scope)
}

/** `order by`, `limit`, `distinct on`. */
function modified(modifiers: SqlNode[], flows: QueryFlows, scope: Scope): QueryFlows {
  const rows = new Map(flows.rows)
  const order = new Map(flows.order)
  for (const modifier of modifiers)
    if (modifier.type === 'ORDER_MODIFIER')
      for (const {expression} of modifier.orders as {expression: SqlNode}[])
        addFlows(order, itemFlows(expression, flows.columns, scope))
    else
      for (const part of partsOf(modifier))
        addFlows(rows, itemFlows(part, modifier.type === 'DISTINCT_MODIFIER' ? flows.columns : [], scope))
  // The first few of an order are chosen by it.
  if (modifiers.some(({type}) => type === 'LIMIT_MODIFIER' || type === 'LIMIT_PERCENT_MODIFIER'))
    addFlows(rows, order)
  return {columns: flows.columns, rows, order}
}

function unionFlows(query: SqlNode, scope: Scope): QueryFlows {
  const branches = ([query.children, query.left, query.right].flat().filter(Boolean) as SqlNode[]).map(
    branch => queryFlows(branch, scope),
  )
  const [first, ...others] = branches
  if (!first) throw new Error(`a ${query.type} without queries cannot be followed`)
  const columns = first.columns.map(([name, flows], index): [string, Flows] => [
    name,
    unionOf([flows, ...others.map(other => other.columns[index]?.[1] ?? noFlows)]),
  ])
  const rows = unionOf(branches.map(branch => branch.rows))
  // Rows that another query has, or has not, are chosen by all of its values.
  if (query.setop_type !== 'UNION')
    for (const other of others) for (const [, flows] of other.columns) addFlows(rows, flows)
  const whole = {columns, rows, order: unionOf(branches.map(branch => branch.order))}
  const aliases = new Map(columns)
  return modified((query.modifiers as SqlNode[] | undefined) ?? [], whole, {
    ...scope,
    aliases,
    sources: new Map(),
  })
}

function unknownSource(name: string): never {
  throw new Error(`nothing that is read has the name "${name}"`)
}
