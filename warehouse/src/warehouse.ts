import {join} from 'node:path'
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import {Kysely} from 'kysely'
import {DuckDBDialect} from './engines/duckdb/dialect.ts'
import {registerFunctions} from './engines/duckdb/scalar-functions.ts'
import {rowValueConverter} from './engines/duckdb/value-converter.ts'

/** The warehouse's one database file, open for writing. */
export type Warehouse = {
  db: Kysely<any>
  /** Rows of a statement, values as models have them. */
  rows: <R = Record<string, unknown>>(statement: string) => Promise<R[]>
  /** Runs statements one after the other as one transaction. */
  run: (...statements: string[]) => Promise<void>
  close: () => void
}

export const warehouseFile = (data: string) => join(data, 'warehouse.duckdb')

/** Opens (or makes) the warehouse of a data folder. One process at a time: hold the data folder's lock. */
export async function openWarehouse(data: string): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(warehouseFile(data), {
    temp_directory: join(data, 'tmp'),
    memory_limit: '2GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const duck: DuckDBConnection = await instance.connect()
  await duck.run(`set timezone = 'UTC'`)
  registerFunctions(duck)
  const db = new Kysely<any>({dialect: new DuckDBDialect(instance)})
  return {
    db,
    rows: async <R>(statement: string) =>
      (await duck.runAndReadAll(statement)).convertRowObjects(rowValueConverter) as R[],
    run: async (...statements) => {
      await duck.run('begin')
      try {
        for (const statement of statements) await duck.run(statement)
        await duck.run('commit')
      } catch (error) {
        await duck.run('rollback').catch(() => {})
        throw error
      }
    },
    close: () => {
      duck.closeSync()
      instance.closeSync()
    },
  }
}
