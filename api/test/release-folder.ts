import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import type {ReleaseDataset, ReleaseManifest, ReleaseTable} from '@hromada/warehouse'

/** A table to write: the SQL of its rows, and of each column the type and the unit. */
export type TableSpec = {
  name: string
  sql: string
  grain: string[]
  columns: Record<
    string,
    ReleaseTable['columns'][number]['type'] | {type: ReleaseTable['columns'][number]['type']; unit: string}
  >
  place?: ReleaseTable['place']
  isDemo?: boolean
  datasets?: string[]
}

export type ReleaseSpec = {
  tables: TableSpec[]
  files?: Record<string, Uint8Array | string>
  /** ISO instant. */
  sealedAt?: string
  reason?: string
}

const text = (en: string) => ({uk: `${en} (укр)`, en})
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Writes `releases/<id>/` with Parquet files and a true manifest, and points `current` at it. */
export async function sealRelease(
  data: string,
  id: string,
  {tables, files = {}, sealedAt = '2026-11-21T08:00:00Z', reason}: ReleaseSpec,
): Promise<ReleaseManifest> {
  const folder = join(data, 'releases', id)
  await mkdir(folder, {recursive: true})
  const written: ReleaseTable[] = []
  for (const table of tables) written.push(await writeTable(folder, table))
  const artefacts = []
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), bytes)
    artefacts.push({path, bytes: bytes.length, sha256: sha256(bytes), role: 'tiles'})
  }
  const hashes = [...written.map(table => table.sha256), ...artefacts.map(each => each.sha256)].join()
  const manifest: ReleaseManifest = {
    id,
    created_at: sealedAt,
    digest: sha256(Buffer.from(hashes)),
    fingerprint: id,
    reason: reason ?? null,
    tool: {name: 'hromada', version: '0.1.0', node: '24.0.0', duckdb: 'v1.5.0'},
    models: [],
    cities: [city],
    tables: written,
    datasets: [dataset(written.filter(table => table.datasets.includes('appeals')).map(table => table.name))],
    artefacts,
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await pointAt(data, id)
  return manifest
}

/** Switches `current` as a release does: at once. */
export async function pointAt(data: string, id: string): Promise<void> {
  await writeFile(join(data, 'current.next'), `${id}\n`)
  await rename(join(data, 'current.next'), join(data, 'current'))
}

async function writeTable(folder: string, spec: TableSpec): Promise<ReleaseTable> {
  const file = `${spec.name}.parquet`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`set timezone = 'UTC'`)
  await connection.run(`copy (${spec.sql}) to '${join(folder, file)}' (format parquet, compression zstd)`)
  const count = await connection.runAndReadAll(`select count(*) from '${join(folder, file)}'`)
  connection.closeSync()
  instance.closeSync()
  const bytes = await readFile(join(folder, file))
  return {
    name: spec.name,
    title: text(spec.name),
    description: text(`Table ${spec.name}`),
    grain: spec.grain,
    row_count: Number(count.getRows()[0]?.[0]),
    columns: Object.entries(spec.columns).map(([name, type]) => ({
      name,
      description: text(name),
      ...(typeof type === 'string' ? {type, unit: null} : type),
    })),
    place: spec.place ?? null,
    file,
    bytes: bytes.length,
    sha256: sha256(bytes),
    sql: spec.sql,
    inputs: ['stg_appeals'],
    datasets: spec.datasets ?? ['appeals'],
    is_demo: spec.isDemo ?? false,
    notices: [],
    audits: [{name: 'grain', description: text('grain is unique'), checked: 1, failures: 0}],
  }
}

const city: ReleaseManifest['cities'][number] = {
  id: 'odesa',
  name: {uk: 'Одеса', en: 'Odesa'},
  name_of: {uk: 'Одеси', en: 'Odesa'},
  country: 'UA',
  is_home: true,
  is_demo: false,
  zone: 'Europe/Kyiv',
  bbox: [30.6, 46.3, 30.9, 46.6],
  population: [{year: 2022, residents: 1010537, source: 'State Statistics Service'}],
}

const licence = {
  id: 'CC-BY-4.0',
  title: text('Attribution'),
  url: 'https://creativecommons.org/licenses/by/4.0/',
}

const dataset = (tables: string[]): ReleaseDataset => ({
  id: 'appeals',
  title: {uk: 'Звернення', en: 'Appeals'},
  description: text('Appeals of residents'),
  publisher: text('City council'),
  licence,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: ['appeal_id'],
  columns: [{name: 'appeal_id', type: 'text', unit: null, description: text('Number')}],
  tables,
  feeds: [
    {
      city: 'odesa',
      publisher: text('City council'),
      licence,
      page: null,
      retrieved_at: '2026-11-20T00:00:00Z',
      sources: [{address: 'https://example.org/appeals.csv', sha256: 'a'.repeat(64), bytes: 10}],
      landing: {file: 'landing/odesa/appeals/1.parquet', sha256: 'b'.repeat(64)},
      rows_landed: 3,
      rows_staged: 3,
      findings: [
        {
          rule: 'cast',
          column: 'received_at',
          severity: 'warn',
          count: 1,
          rows: [2],
          example: '31.02.2025',
          message: text('no such day'),
        },
      ],
    },
  ],
})
