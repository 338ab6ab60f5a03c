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
  /** What decides which rows this query has before they are grouped. */
  deciding: Flows
  /** Rows are grouped: outside an aggregate a name stands for a group's key. */
  isGrouped: boolean
  /** The query around this one. */
  outer: Scope | null
}

/** The scope around a whole query. */
export const outermost = (around: Pick<Scope, 'follow' | 'tables' | 'aggregates'>): Scope => ({
  ...around,
  sources: new Map(),
  aliases: new Map(),
  deciding: noFlows,
  isGrouped: false,
  outer: null,
})

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
    if (found) return at.isGrouped ? atMost(unionOf(found), 'group') : unionOf(found)
  }
  throw new Error(`nothing in scope has the name "${names.join('.')}"`)
}

function inScope([first = '', second]: readonly string[], {sources, aliases}: Scope): Flows[] | null {
  const source = find(sources, first)
  if (source && second !== undefined) {
    const column = columnOf(source, second)
    if (column) return [column]
  }
  const found = [...sources.values()].flatMap(relation => columnOf(relation, first) ?? [])
  const alias = find(aliases, first)
  if (alias) found.push(alias)
  if (found.length > 0) return found
  return source ? [...source.columns.values()] : null
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
