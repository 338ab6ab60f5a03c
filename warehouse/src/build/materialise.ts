import {identifier} from '@hromada/pipelines'
import type {Model} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'

/** The statements that put a model's query in its place: a table, or a view that is asked anew each time. */
export async function materialise(model: Model, sql: string, warehouse: Warehouse): Promise<string[]> {
  const name = identifier(model.name)
  const isView = model.materialise.as === 'view'
  const wrong = await existsAs(model.name, isView ? 'BASE TABLE' : 'VIEW', warehouse)
  return [
    ...(wrong ? [dropping(model.name, isView ? 'table' : 'view')] : []),
    `create or replace ${isView ? 'view' : 'table'} ${name} as ${sql}`,
  ]
}

/** The statements that take away whatever bears the name. */
export async function removal(name: string, warehouse: Warehouse): Promise<string[]> {
  return [dropping(name, (await existsAs(name, 'VIEW', warehouse)) ? 'view' : 'table')]
}

const dropping = (name: string, kind: 'table' | 'view') => `drop ${kind} if exists ${identifier(name)}`

async function existsAs(name: string, type: 'BASE TABLE' | 'VIEW', warehouse: Warehouse): Promise<boolean> {
  const found = await warehouse.db
    .selectFrom('information_schema.tables')
    .select('table_type')
    .where('table_schema', '=', 'main')
    .where('table_name', '=', name)
    .execute()
  return found.some(({table_type}) => table_type === type)
}
