import type {DuckDBConnection, DuckDBInstance, DuckDBValue} from '@duckdb/node-api'
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import {rowValueConverter} from './value-converter.ts'

/** Kysely over a DuckDB instance. DuckDB reads Postgres's SQL, so Postgres's compiler is used as it is. */
export class DuckDBDialect implements Dialect {
  readonly #instance: DuckDBInstance
  constructor(instance: DuckDBInstance) {
    this.#instance = instance
  }
  createDriver = (): Driver => new DuckDBDriver(this.#instance)
  createQueryCompiler = () => new PostgresQueryCompiler()
  createAdapter = () => new PostgresAdapter()
  createIntrospector = (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db)
}

class DuckDBKyselyConnection implements DatabaseConnection {
  readonly duck: DuckDBConnection
  constructor(duck: DuckDBConnection) {
    this.duck = duck
  }

  async executeQuery<R>({sql, parameters}: CompiledQuery): Promise<QueryResult<R>> {
    const reader = await this.duck.runAndReadAll(sql, parameters as DuckDBValue[])
    return {
      rows: reader.convertRowObjects(rowValueConverter) as R[],
      numAffectedRows: BigInt(reader.rowsChanged),
    }
  }

  async *streamQuery<R>({sql, parameters}: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const result = await this.duck.stream(sql, parameters as DuckDBValue[])
    for await (const rows of result.yieldConvertedRowObjects(rowValueConverter)) yield {rows: rows as R[]}
  }
}

class DuckDBDriver implements Driver {
  readonly #instance: DuckDBInstance
  constructor(instance: DuckDBInstance) {
    this.#instance = instance
  }
  async init() {}
  acquireConnection = async () => new DuckDBKyselyConnection(await this.#instance.connect())
  beginTransaction = async (connection: DatabaseConnection) => void (await connection.executeQuery(CompiledQuery.raw('begin')))
  commitTransaction = async (connection: DatabaseConnection) => void (await connection.executeQuery(CompiledQuery.raw('commit')))
  rollbackTransaction = async (connection: DatabaseConnection) => void (await connection.executeQuery(CompiledQuery.raw('rollback')))
  releaseConnection = async (connection: DatabaseConnection) => (connection as DuckDBKyselyConnection).duck.closeSync()
  async destroy() {}
}
