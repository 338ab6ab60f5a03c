import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../../warehouse.ts'

/** A node of the database's own tree of a query, as far as it is looked at here. */
export type SqlNode = {type?: string; class?: string; alias?: string; [part: string]: unknown}

/**
 * The tree of a select query as the database itself reads it, so that what is followed is what runs.
 * @throws Error where the text is not one select query
 */
export async function parseQuery(sql: string, warehouse: Pick<Warehouse, 'rows'>): Promise<SqlNode> {
  const [{tree} = {tree: ''}] = await warehouse.rows<{tree: string}>(
    `select json_serialize_sql(${literal(sql)}, skip_null := true, skip_empty := true, skip_default := true) as tree`,
  )
  const parsed = JSON.parse(tree) as {error: boolean; error_message?: string; statements?: {node: SqlNode}[]}
  const [statement, ...others] = parsed.statements ?? []
  if (parsed.error || !statement || others.length > 0)
    throw new Error(parsed.error_message ?? 'This is not one select query.')
  return statement.node
}
