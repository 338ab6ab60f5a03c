import {mkdtemp, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, sep} from 'node:path'
import {type DuckDBDataChunk, DuckDBInstance} from '@duckdb/node-api'
import {literal} from '../sql/identifier.ts'
import type {Statement} from '../sql/select-rows.ts'
import type {OpenRelease} from './open-release.ts'
import {streamChunks} from './stream-chunks.ts'

/** Two releases side by side: a database that can touch the files of both, and of its own temporary folder, alone. */
export class ReleasePair {
  readonly #instance: DuckDBInstance
  readonly #scratch: string

  private constructor(instance: DuckDBInstance, scratch: string) {
    this.#instance = instance
    this.#scratch = scratch
  }

  static async open(releases: OpenRelease[]): Promise<ReleasePair> {
    const scratch = await realpath(await mkdtemp(join(tmpdir(), 'hromada-diff-')))
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '1GB',
      temp_directory: join(scratch, 'spill'),
      allow_community_extensions: 'false',
      autoload_known_extensions: 'false',
      autoinstall_known_extensions: 'false',
    })
    const folders = [...releases.map(({folder}) => folder), scratch].map(path => literal(path + sep))
    const connection = await instance.connect()
    try {
      await connection.run(`set allowed_directories = [${folders.join(', ')}]`)
      await connection.run(`set global timezone = 'UTC'`)
      await connection.run('set enable_external_access = false')
      await connection.run('set lock_configuration = true')
    } finally {
      connection.closeSync()
    }
    return new ReleasePair(instance, scratch)
  }

  /** The numbers of a statement that answers with one row, by their names. Aborting the signal interrupts it. */
  async counts(sql: string, signal: AbortSignal): Promise<Record<string, number>> {
    const connection = await this.#instance.connect()
    const interrupt = () => connection.interrupt()
    signal.addEventListener('abort', interrupt, {once: true})
    try {
      const [row = {}] = (await connection.runAndReadAll(sql)).getRowObjects()
      return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]))
    } finally {
      signal.removeEventListener('abort', interrupt)
      connection.closeSync()
    }
  }

  chunks(statement: Statement, expectedRows: number): AsyncGenerator<DuckDBDataChunk> {
    return streamChunks(this.#instance, statement, expectedRows)
  }

  async close(): Promise<void> {
    this.#instance.closeSync()
    await rm(this.#scratch, {recursive: true, force: true})
  }
}
