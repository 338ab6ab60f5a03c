import {mkdtemp, realpath, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, sep} from 'node:path'
import {type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance} from '@duckdb/node-api'
import type {ReleaseArtefact, ReleaseManifest, ReleaseTable} from '@hromada/warehouse'
import {registerH3Shape} from '../sql/h3-function.ts'
import {identifier, literal} from '../sql/identifier.ts'
import type {Statement} from '../sql/select-rows.ts'
import {Answers} from './answers.ts'
import type {OpenColumn} from './open-column.ts'
import {holds} from './physical-types.ts'
import {readManifest} from './read-manifest.ts'
import {bindings, streamChunks} from './stream-chunks.ts'
import {UnreadableRelease} from './unreadable-release.ts'

/** A published table with the types of its file. */
export type OpenTable = Omit<ReleaseTable, 'columns'> & {columns: OpenColumn[]}

export type DatabaseOptions = {
  /** Threads that answer queries. Absent: as many as the machine has. */
  threads?: number
  /** Memory of the database, such as `1GB`; what needs more goes through temporary files. */
  memory?: string
}

/**
 * A sealed release open for reading: an in-memory database with one view per table over its Parquet file. The
 * database can touch no file but those of the release and of its own temporary folder.
 */
export class OpenRelease {
  readonly id: string
  readonly manifest: ReleaseManifest
  /** Absolute. */
  readonly folder: string
  /** Where queries may write: removed on closing. */
  readonly scratch: string
  readonly tables: ReadonlyMap<string, OpenTable>
  readonly artefacts: ReadonlyMap<string, ReleaseArtefact>
  /** Answers given before. */
  readonly answers = new Answers()
  readonly #instance: DuckDBInstance
  readonly #counts = new Map<string, number>()
  readonly #inGrainOrder = new Map<string, Promise<boolean>>()

  private constructor(
    manifest: ReleaseManifest,
    folder: string,
    scratch: string,
    instance: DuckDBInstance,
    tables: Map<string, OpenTable>,
  ) {
    this.id = manifest.id
    this.manifest = manifest
    this.folder = folder
    this.scratch = scratch
    this.#instance = instance
    this.tables = tables
    this.artefacts = new Map(manifest.artefacts.map(artefact => [artefact.path, artefact]))
  }

  /** Throws UnreadableRelease where the manifest, a file or a column is missing or not what it should be. */
  static async open(folder: string, id: string, options: DatabaseOptions = {}): Promise<OpenRelease> {
    const manifest = await readManifest(folder, id)
    await Promise.all(manifest.tables.map(table => checkFile(folder, id, table)))

    // The database compares whole paths, so none may go through a link.
    const home = await realpath(folder)
    const scratch = await realpath(await mkdtemp(join(tmpdir(), 'hromada-api-')))
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: options.memory ?? '1GB',
      ...(options.threads === undefined ? {} : {threads: String(options.threads)}),
      temp_directory: join(scratch, 'spill'),
      allow_community_extensions: 'false',
      autoload_known_extensions: 'false',
      autoinstall_known_extensions: 'false',
    })
    try {
      const tables = await openTables(instance, manifest, home, scratch)
      return new OpenRelease(manifest, home, scratch, instance, tables)
    } catch (cause) {
      instance.closeSync()
      await rm(scratch, {recursive: true, force: true})
      throw cause
    }
  }

  /** The chunks of a query's result; see `streamChunks`. */
  chunks(statement: Statement, expectedRows: number): AsyncGenerator<DuckDBDataChunk> {
    return streamChunks(this.#instance, statement, expectedRows)
  }

  /** Runs a statement to its end. Aborting the signal interrupts it. */
  async run(statement: Statement, signal?: AbortSignal): Promise<void> {
    await this.#withConnection(async connection => {
      const interrupt = () => connection.interrupt()
      signal?.addEventListener('abort', interrupt, {once: true})
      try {
        const {values, types} = bindings(statement)
        await connection.run(statement.sql, values, types)
      } finally {
        signal?.removeEventListener('abort', interrupt)
      }
    })
  }

  /** The one number a statement answers with. A release never changes, so it is asked for once. */
  async count(statement: Statement): Promise<number> {
    const key = JSON.stringify([statement.sql, ...statement.parameters.map(parameter => parameter.text)])
    const known = this.#counts.get(key)
    if (known !== undefined) return known
    const {values, types} = bindings(statement)
    const count = await this.#withConnection(async connection => {
      const [row] = await (await connection.run(statement.sql, values, types)).getRows()
      return Number(row?.[0])
    })
    const oldest = this.#counts.size >= 1000 ? this.#counts.keys().next().value : undefined
    if (oldest !== undefined) this.#counts.delete(oldest)
    this.#counts.set(key, count)
    return count
  }

  /** True where the file's rows lie in the order of the grain, so that reading needs no sorting. Found out once. */
  isInGrainOrder(table: OpenTable): Promise<boolean> {
    const known = this.#inGrainOrder.get(table.name)
    if (known) return known
    const found = this.#findOrder(table)
    this.#inGrainOrder.set(table.name, found)
    found.catch(() => this.#inGrainOrder.delete(table.name))
    return found
  }

  async #findOrder(table: OpenTable): Promise<boolean> {
    if (table.grain.length === 0) return true
    const grain = `row(${table.grain.map(identifier).join(', ')})`
    const pairs = `select ${grain} as here, lag(${grain}) over () as previous from ${identifier(table.name)}`
    const sql = `select count(*) from (${pairs}) where previous is not null and here < previous`
    return (await this.count({sql, parameters: []})) === 0
  }

  async close(): Promise<void> {
    this.#instance.closeSync()
    await rm(this.scratch, {recursive: true, force: true})
  }

  async #withConnection<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect()
    try {
      return await use(connection)
    } finally {
      connection.closeSync()
    }
  }
}

async function checkFile(folder: string, id: string, table: ReleaseTable): Promise<void> {
  const size = await stat(join(folder, table.file)).then(
    found => found.size,
    () => null,
  )
  if (size === null) throw new UnreadableRelease(id, `has no file ${table.file}`)
  if (size !== table.bytes)
    throw new UnreadableRelease(
      id,
      `has a damaged file ${table.file}: ${size} bytes instead of ${table.bytes}`,
    )
}

async function openTables(
  instance: DuckDBInstance,
  manifest: ReleaseManifest,
  folder: string,
  scratch: string,
): Promise<Map<string, OpenTable>> {
  const connection = await instance.connect()
  try {
    const folders = [folder, scratch].map(path => literal(path + sep)).join(', ')
    await connection.run(`set allowed_directories = [${folders}]`)
    await connection.run('set enable_external_access = false')
    if (manifest.tables.some(({place}) => place?.kind === 'h3')) registerH3Shape(connection)
    const tables = new Map<string, OpenTable>()
    for (const table of manifest.tables)
      tables.set(table.name, await openTable(connection, manifest.id, folder, table))
    await connection.run('set lock_configuration = true')
    return tables
  } finally {
    connection.closeSync()
  }
}

async function openTable(
  connection: DuckDBConnection,
  id: string,
  folder: string,
  table: ReleaseTable,
): Promise<OpenTable> {
  const columns = table.columns.map(({name, type}) => {
    // JSON may be typed as such in the file; here it is text like any other.
    const isText = type === 'text' || type === 'json' || type === 'geometry'
    return isText ? `${identifier(name)}::varchar as ${identifier(name)}` : identifier(name)
  })
  const source = `read_parquet(${literal(join(folder, table.file))})`
  try {
    await connection.run(
      `create view ${identifier(table.name)} as select ${columns.join(', ')} from ${source}`,
    )
    const described = await connection.stream(`select * from ${identifier(table.name)} limit 0`)
    const physical = described.columnTypes()
    const [row] = await (await connection.run(`select count(*) from ${identifier(table.name)}`)).getRows()
    if (Number(row?.[0]) !== table.row_count)
      throw new Error(`it has ${row?.[0]} rows instead of ${table.row_count}`)
    return {
      ...table,
      columns: table.columns.map((column, index) => {
        const type = physical[index]
        if (!type || !holds(column.type, type))
          throw new Error(`its column "${column.name}" is ${type}, which does not hold ${column.type} values`)
        return {...column, physical: type}
      }),
    }
  } catch (cause) {
    const why = (cause instanceof Error ? cause.message : String(cause))
      .split('\n')[0]
      ?.replaceAll(folder, '')
    throw new UnreadableRelease(id, `has a damaged file ${table.file}: ${why}`)
  }
}
