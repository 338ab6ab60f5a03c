import {addFlows, atMost, type Flow, type Flows, noFlows, unionOf} from './flow.ts'
import type {SqlNode} from './parse-query.ts'

/** A table, a CTE or a subquery, as its reader sees it. */
export type Relation = {
  columns: ReadonlyMap<string, Flows>
  /** Columns that can be named and that `*` leaves out. */
  hidden?: ReadonlyMap<string, Flows>
  /** What decides which rows there are. */
  rows: Flows
  /** What decides in which order they lie. */
  order: Flows
}

/** Where the columns of a query come from, in their order, what decides which rows there are, and how they lie. */
export type QueryFlows = {columns: [name: string, flows: Flows][]; rows: Flows; order: Flows}

/** What names mean somewhere in a query. */
export type Scope = {
  /** Follows a query within the query. */
  follow: (query: SqlNode, scope: Scope) => QueryFlows
  /** Functions that the database calls aggregates. */
  aggregates: ReadonlySet<string>
  tables: ReadonlyMap<string, Relation>
  /** What this query reads, by alias. */
  sources: ReadonlyMap<string, Relation>
  /** Names that the query gives itself: of its selected values, of the parameters of a lambda. */
  aliases: ReadonlyMap<string, Flows>
  /** As in `having` and `order by`: such a name may mean either where a column has it too. Elsewhere it is the column. */
  isAfterSelect: boolean
  /** What decides which rows this query has before they are grouped. */
  deciding: Flows
  /** Rows are grouped: outside an aggregate a name stands for a group's key. */
  isGrouped: boolean
  /** Collects the aliases of the sources that are named. */
  touched: Set<string> | null
  /** The query around this one. */
  outer: Scope | null
}

/** The scope around a whole query. */
export const outermost = (around: Pick<Scope, 'follow' | 'tables' | 'aggregates'>): Scope => ({
  ...around,
  sources: new Map(),
  aliases: new Map(),
  isAfterSelect: false,
  deciding: noFlows,
  isGrouped: false,
  touched: null,
  outer: null,
})

/** Follows a query within another, and tells whether it looks at the row of the one around it. */
export function followWithin(query: SqlNode, scope: Scope): {flows: QueryFlows; isCorrelated: boolean} {
  const touched = new Set<string>()
  const flows = scope.follow(query, {...scope, touched})
  for (const alias of touched) scope.touched?.add(alias)
  return {flows, isCorrelated: touched.size > 0}
}

/** A query as a table that another reads, its columns by other names where some are given. */
export function relationOf({columns, rows, order}: QueryFlows, names: readonly string[] = []): Relation {
  const merged = new Map<string, Map<string, Flow>>()
  for (const [index, [own, flows]] of columns.entries()) {
    const name = names[index] ?? own
    merged.set(name, addFlows(merged.get(name) ?? new Map(), flows))
  }
  return {columns: merged, rows, order}
}

/**
 * What a name means: `content`, `appeals.content`, a field of a column's value, or a source as a whole. A name that
 * several have means all of them.
 * @throws Error for a name that nothing in scope has: what cannot be followed is not let through
 */
export function lookUp(names: readonly string[], scope: Scope): Map<string, Flow> {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = inScope(names, at)
    if (found) for (const alias of found.from) at.touched?.add(alias)
    if (found) return at.isGrouped ? atMost(unionOf(found.flows), 'group') : unionOf(found.flows)
  }
  throw new Error(`nothing in scope has the name "${names.join('.')}"`)
}

function inScope(
  [first = '', second]: readonly string[],
  {sources, aliases, isAfterSelect}: Scope,
): {flows: Flows[]; from: string[]} | null {
  const source = find(sources, first)
  const column = source && second !== undefined ? columnOf(source, second) : undefined
  if (column) return {flows: [column], from: [first.toLowerCase()]}
  const columns = [...sources].flatMap(([name, relation]) => {
    const flows = columnOf(relation, first)
    return flows ? [{flows, name: name.toLowerCase()}] : []
  })
  const alias = columns.length === 0 || isAfterSelect ? find(aliases, first) : undefined
  if (columns.length > 0 || alias)
    return {
      flows: [...columns.map(({flows}) => flows), ...(alias ? [alias] : [])],
      from: columns.map(({name}) => name),
    }
  return source ? {flows: [...source.columns.values()], from: [first.toLowerCase()]} : null
}

const columnOf = ({columns, hidden}: Relation, name: string): Flows | undefined =>
  find(columns, name) ?? (hidden && find(hidden, name))

/** The database does not tell names apart by the size of their letters. */
export function find<T>(map: ReadonlyMap<string, T>, name: string): T | undefined {
  const exact = map.get(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const [key, value] of map) if (key.toLowerCase() === lower) return value
  return undefined
}
