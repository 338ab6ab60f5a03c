import {join} from 'node:path'
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import {CompiledQuery, Kysely} from 'kysely'
import {DuckDBDialect} from './engines/duckdb/dialect.ts'
import {registerFunctions} from './engines/duckdb/scalar-functions.ts'
import {registerTextFunctions} from './privacy/texts/text-functions.ts'

/** Tables of a warehouse whose models are not known here. */
type SomeTables = Record<string, Record<string, unknown>>

/** The warehouse's one database file, open for writing. */
export type Warehouse = {
  db: Kysely<SomeTables>
  /** Rows of a statement, values as models have them. */
  rows: <R = Record<string, unknown>>(statement: string) => Promise<R[]>
  /** Runs statements one after the other, all or none. */
  run: (...statements: string[]) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens (or makes) the warehouse of a data folder. One process at a time: hold the data folder's lock. An aborted signal
 * interrupts what runs, and what is begun after it, until the warehouse is closed.
 */
export async function openWarehouse(data: string, signal?: AbortSignal): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(join(data, 'warehouse.duckdb'), {
    temp_directory: join(data, 'tmp'),
    // Texts are packed a quarter faster than in the form that older versions read, too.
    storage_compatibility_version: 'v1.4.0',
    // The process takes as much again where memory is short: all of it stays below 2 GB.
    memory_limit: '900MB',
    // What is freed goes back to the system soon: else a long build keeps a quarter of a gigabyte more than it uses.
    allocator_flush_threshold: '16MB',
    allocator_background_threads: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connections: DuckDBConnection[] = []
  const onConnect = (connection: DuckDBConnection) => {
    connections.push(connection)
    registerFunctions(connection)
    registerTextFunctions(connection)
  }
  let interrupting: NodeJS.Timeout | undefined
  const interrupt = () => {
    for (const connection of connections) connection.interrupt()
    // A statement that was on its way to DuckDB has not heard of it.
    interrupting = setTimeout(interrupt, 100)
  }
  signal?.addEventListener('abort', interrupt)
  const db = new Kysely<SomeTables>({dialect: new DuckDBDialect(instance, {onConnect})})
  return {
    db,
    rows: async <R>(statement: string) => (await db.executeQuery<R>(CompiledQuery.raw(statement))).rows,
    run: (...statements) =>
      db.transaction().execute(async transaction => {
        for (const statement of statements) await transaction.executeQuery(CompiledQuery.raw(statement))
      }),
    close: async () => {
      signal?.removeEventListener('abort', interrupt)
      clearTimeout(interrupting)
      await db.destroy()
      instance.closeSync()
    },
  }
}
