import type {Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import type {Flows} from './flow.ts'
import {noFlows} from './flow.ts'
import {parseQuery, type SqlNode} from './parse-query.ts'
import {queryFlows} from './query-flows.ts'
import {outermost, type QueryFlows, type Relation, relationOf} from './scope.ts'

/** What is in every table of the warehouse, down to the columns of the datasets. */
export type WarehouseFlows = {
  /** By table. */
  tables: ReadonlyMap<string, Relation>
  /** The same of any other query over these tables. @throws Error for what cannot be followed */
  ofQuery: (sql: string) => Promise<QueryFlows>
}

/**
 * Follows every column of every model down to columns of datasets, as `appeals.content`. What decides about rows that
 * tell of persons is `votes.*`.
 * @param models every model after those it reads
 * @throws Error for a model whose query cannot be followed
 */
export async function modelFlows(
  models: readonly Model[],
  warehouse: Pick<Warehouse, 'rows'>,
): Promise<WarehouseFlows> {
  const aggregates = new Set(
    (
      await warehouse.rows<{name: string}>(
        `select distinct lower(function_name) as name from duckdb_functions() where function_type = 'aggregate'`,
      )
    ).map(({name}) => name),
  )
  const tables = new Map<string, Relation>()
  const follow = (tree: SqlNode, readable: ReadonlyMap<string, Relation>) =>
    queryFlows(tree, outermost({follow: queryFlows, tables: readable, aggregates}))
  for (const model of models) {
    if (model.kind !== 'model') {
      tables.set(model.name, model.dataset ? datasetRelation(model) : seedRelation(model))
      continue
    }
    try {
      const readable = new Map(model.inputs.map(({name}) => [name, tables.get(name)!]))
      const found = follow(await parseQuery(model.sql, warehouse), readable)
      tables.set(model.name, throughTable(model.name, relationOf(found)))
    } catch (error) {
      throw new Error(`What is in the model "${model.name}" cannot be known: ${(error as Error).message}.`)
    }
  }
  return {
    tables,
    ofQuery: async sql => follow(await parseQuery(sql, warehouse), tables),
  }
}

const seedRelation = ({columns}: Model): Relation => ({
  columns: new Map(Object.keys(columns).map(name => [name, noFlows])),
  rows: noFlows,
  order: noFlows,
})

/** The typed table of a dataset. Forbidden columns are not in it, but it is told when somebody names one. */
function datasetRelation({columns, dataset}: Model): Relation {
  const {id, columns: declared, rowsAre} = dataset!
  const flows = (name: string): Flows =>
    declared[name] ? new Map([[`${id}.${name}`, {way: 'value', path: [`${id}.${name}`]}]]) : noFlows
  const all = Object.keys(columns).map((name): [string, Flows] => [name, flows(name)])
  const isHidden = ([name]: [string, Flows]) => declared[name]?.privacy === 'forbidden'
  return {
    columns: new Map(all.filter(one => !isHidden(one))),
    hidden: new Map(all.filter(isHidden)),
    rows: rowsAre ? new Map([[`${id}.*`, {way: 'value', path: [`${id}.*`]}]]) : noFlows,
    order: noFlows,
  }
}

/** The flows with the table's own columns at the head of their paths. */
function throughTable(table: string, {columns, rows, order}: Relation): Relation {
  const via = (name: string, flows: Flows): Flows =>
    new Map([...flows].map(([origin, {way, path}]) => [origin, {way, path: [`${table}.${name}`, ...path]}]))
  return {
    columns: new Map([...columns].map(([name, flows]) => [name, via(name, flows)])),
    rows: via('*', rows),
    order: via('*', order),
  }
}
