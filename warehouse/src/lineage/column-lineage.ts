import type {OperationNode} from 'kysely'

/** Columns of tables, as `table.column`. */
type Origins = ReadonlySet<string>

/** What can be named after `from`: its columns, and where each comes from. */
type Relation = ReadonlyMap<string, Origins>

/** Where the columns of a query come from. */
export type ColumnLineage = {
  /** Per column of the result, the columns of the tables read whose values are in it. Sorted; empty for a constant. */
  columns: Record<string, string[]>
  /** Columns that decide which rows there are: in joins, conditions and groups. Sorted. */
  rows: string[]
}

/**
 * Follows every column of a query back to the tables it reads, through subqueries, CTEs, unions and windows, by its
 * tree. Names inside hand-written fragments count where they are columns in scope, so that nothing is left out.
 * @param tables columns of each table that the query may read
 * @throws Error for a table that is not among them, or a column that nothing in scope has
 */
export function columnLineage(
  node: OperationNode,
  tables: ReadonlyMap<string, readonly string[]>,
): ColumnLineage {
  const base = new Map<string, Relation>()
  for (const [name, columns] of tables)
    base.set(name, new Map(columns.map(column => [column, new Set([`${name}.${column}`])])))
  const rows = new Set<string>()
  const result = queryOf(node as Node, {tables: base, sources: new Map(), rows})
  return {
    columns: Object.fromEntries([...result].map(([name, origins]) => [name, [...origins].sort()])),
    rows: [...rows].sort(),
  }
}

/** A node of Kysely's tree, as far as it is looked at here. */
type Node = {kind: string; [part: string]: unknown}

type Scope = {
  /** Tables and CTEs, by name. */
  tables: Map<string, Relation>
  /** What this query and those around it read, by alias. */
  sources: Map<string, Relation>
  /** Collects what decides about rows. */
  rows: Set<string>
}

function queryOf(query: Node, outer: Scope): Relation {
  if (query.kind !== 'SelectQueryNode')
    throw new Error(`Lineage is of select queries; this is a ${query.kind}.`)
  const scope: Scope = {...outer, tables: new Map(outer.tables), sources: new Map(outer.sources)}
  for (const cte of list(part(query, 'with')?.expressions)) {
    const name = needed(needed(cte, 'name'), 'table')
    scope.tables.set(nameOf(name), queryOf(needed(cte, 'expression'), scope))
  }
  const joins = list(query.joins)
  const own = [...list(part(query, 'from')?.froms), ...joins.map(join => needed(join, 'table'))].map(
    source => {
      const [alias, relation] = relationOf(source, scope)
      scope.sources.set(alias, relation)
      return relation
    },
  )
  const deciding = [...joins.map(({on}) => on), query.where, query.groupBy, query.having, query.distinctOn]
  for (const clause of deciding) addAll(scope.rows, originsIn(clause, scope))

  const result = new Map<string, Set<string>>()
  for (const selection of list(query.selections))
    for (const [name, origins] of selected(needed(selection, 'selection'), scope, own))
      result.set(name, new Set(origins))
  for (const operation of list(query.setOperations)) {
    // Columns of a union go by their place.
    const other = [...queryOf(needed(operation, 'expression'), scope).values()]
    for (const [index, origins] of [...result.values()].entries()) addAll(origins, other[index] ?? [])
  }
  return result
}

function relationOf(source: Node, scope: Scope): [alias: string, relation: Relation] {
  if (source.kind !== 'AliasNode') return [nameOf(source), tableOf(source, scope)]
  const inner = needed(source, 'node')
  const alias = needed(source, 'alias')
  if (inner.kind === 'TableNode') return [nameOf(alias), tableOf(inner, scope)]
  if (inner.kind === 'SelectQueryNode') return [nameOf(alias), queryOf(inner, scope)]
  // Rows made from a value, as `unnest(…) as element(json)`: every column comes from all that is in it.
  const [name = '', ...columns] = words(alias.sqlFragments as string[])
  const origins = originsIn(inner, scope)
  return [name, new Map(columns.map(column => [column, origins]))]
}

function tableOf(table: Node, scope: Scope): Relation {
  const name = nameOf(table)
  const found = scope.tables.get(name)
  if (!found) throw new Error(`The query reads "${name}", which is not among its inputs.`)
  return found
}

function* selected(selection: Node, scope: Scope, own: Relation[]): Generator<[string, Origins]> {
  if (selection.kind === 'SelectAllNode') for (const relation of own) yield* relation
  else if (selection.kind === 'AliasNode')
    yield [nameOf(needed(selection, 'alias')), originsIn(selection.node, scope)]
  else if (part(selection, 'column')?.kind === 'SelectAllNode')
    yield* scope.sources.get(nameOf(needed(selection, 'table'))) ?? []
  else yield [columnName(selection), originsIn(selection, scope)]
}

/** Every column that an expression touches, wherever in it. */
function originsIn(expression: unknown, scope: Scope): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const node = value as Node
    if (node.kind === 'ValueNode' || node.kind === 'PrimitiveValueListNode') return
    if (node.kind === 'ReferenceNode') addAll(found, referenced(node, scope))
    else if (node.kind === 'ColumnNode') addAll(found, byName(nameOf(node), scope))
    else if (node.kind === 'SelectQueryNode')
      for (const origins of queryOf(node, scope).values()) addAll(found, origins)
    else {
      if (node.kind === 'RawNode')
        for (const word of words(node.sqlFragments as string[])) addAll(found, byName(word, scope))
      for (const inner of Object.values(node)) visit(inner)
    }
  }
  visit(expression)
  return found
}

/** Names in hand-written SQL; what stands in quotes is no name. */
const words = (fragments: readonly string[]): string[] =>
  fragments
    .join(' ')
    .replaceAll(/'(?:[^']|'')*'/g, ' ')
    .match(/[a-z_]\w*/gi) ?? []

function referenced(reference: Node, scope: Scope): Origins {
  const column = columnName(reference)
  const table = part(reference, 'table')
  if (!table) return byName(column, scope)
  const origins = scope.sources.get(nameOf(table))?.get(column)
  if (!origins) throw new Error(`The query names ${nameOf(table)}.${column}, which none of its sources has.`)
  return origins
}

/**
 * A name alone is a column of whatever in scope has it; the query's own sources come after those around it. What none
 * has is an alias of the same select, whose origins are counted where it is made, or a word of SQL.
 */
const byName = (name: string, {sources}: Scope): Origins =>
  [...sources.values()]
    .reverse()
    .find(relation => relation.has(name))
    ?.get(name) ?? new Set()

const part = (node: Node, name: string): Node | undefined => node[name] as Node | undefined
const list = (value: unknown): Node[] => [...((value as Node[] | undefined) ?? [])]

function needed(node: Node, name: string): Node {
  const found = part(node, name)
  if (!found) throw new Error(`Lineage does not know a ${node.kind} without ${name}.`)
  return found
}

function addAll(target: Set<string>, values: Iterable<string>): void {
  for (const value of values) target.add(value)
}

const columnName = (reference: Node): string =>
  nameOf(reference.kind === 'ReferenceNode' ? needed(reference, 'column') : reference)

/** The identifier of a table, an alias or a column. */
function nameOf(node: Node): string {
  if (node.kind === 'IdentifierNode') return node.name as string
  if (node.kind === 'ColumnNode') return nameOf(needed(node, 'column'))
  if (node.kind === 'TableNode') return nameOf(needed(node, 'table'))
  if (node.kind === 'SchemableIdentifierNode') return nameOf(needed(node, 'identifier'))
  throw new Error(`Lineage does not know the name of a ${node.kind}.`)
}
