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
  type QueryResult,
} from 'kysely'
import {DuckDBQueryCompiler} from './query-compiler.ts'
import {rowValueConverter} from './value-converter.ts'

export type DuckDBDialectOptions = {
  /** Called once for each connection, before its first query. */
  onConnect?: (duck: DuckDBConnection) => void
}

/** Kysely over a DuckDB instance. Clocks are UTC. */
export class DuckDBDialect implements Dialect {
  readonly #instance: DuckDBInstance
  readonly #options: DuckDBDialectOptions
  constructor(instance: DuckDBInstance, options: DuckDBDialectOptions = {}) {
    this.#instance = instance
    this.#options = options
  }
  createDriver = (): Driver => new DuckDBDriver(this.#instance, this.#options)
  createQueryCompiler = () => new DuckDBQueryCompiler()
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

/** Hands out connections and takes them back for the next query; DuckDB allows as many as are asked for. */
class DuckDBDriver implements Driver {
  readonly #instance: DuckDBInstance
  readonly #options: DuckDBDialectOptions
  readonly #idle: DuckDBKyselyConnection[] = []
  constructor(instance: DuckDBInstance, options: DuckDBDialectOptions) {
    this.#instance = instance
    this.#options = options
  }
  async init() {}
  async acquireConnection() {
    return this.#idle.pop() ?? this.#connect()
  }
  async #connect() {
    const duck = await this.#instance.connect()
    await duck.run(`set timezone = 'UTC'`)
    this.#options.onConnect?.(duck)
    return new DuckDBKyselyConnection(duck)
  }
  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }
  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async releaseConnection(connection: DatabaseConnection) {
    this.#idle.push(connection as DuckDBKyselyConnection)
  }
  async destroy() {
    for (const {duck} of this.#idle.splice(0)) duck.closeSync()
  }
}
