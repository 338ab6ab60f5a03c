import {existsSync, globSync} from 'node:fs'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {gunzipSync} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'
import type {Format} from '@hromada/datasets'
import {SourceError} from '../src/index.ts'
import {openZip} from '../src/readers/zip/open-zip.ts'

/** A file to break: its name, its bytes, how it is read; the files in it where it is an archive. */
export type Good = {
  name: string
  format: Format
  bytes: Buffer
  members: [name: string, data: Buffer][] | null
}

const tests = join(import.meta.dirname, '../test')

/** The files of all readers' golden folders, rasters, and Parquet of several kinds, by their readers. */
export async function corpus(): Promise<Map<string, Good[]>> {
  const files: Good[] = []
  for (const path of globSync('golden/*/*/input.*', {cwd: tests}).sort()) {
    const folder = join(tests, dirname(path))
    const declared = join(folder, 'format.json')
    const format = existsSync(declared)
      ? (JSON.parse(await readFile(declared, 'utf8')) as Format)
      : ({kind: basename(dirname(folder))} as Format)
    files.push(await good(join(tests, path), basename(path), format))
  }
  for (const path of globSync('rasters/*.tif', {cwd: tests}).sort())
    files.push(await good(join(tests, path), basename(path), {kind: 'geotiff', crs: 'EPSG:32636'}))
  files.push(...(await parquetFiles()))
  return Map.groupBy(files, ({format}) => format.kind)
}

async function good(path: string, name: string, format: Format): Promise<Good> {
  const bytes = await readFile(path)
  if (name.endsWith('.gz')) {
    const plain = tryGunzip(bytes)
    return {name: name.replace(/\.gz$/, ''), format, bytes: plain, members: null}
  }
  return {name, format, bytes, members: await membersOf(path)}
}

function tryGunzip(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes)
  } catch {
    return bytes
  }
}

async function membersOf(path: string): Promise<Good['members']> {
  const head = await readFile(path)
  if (head.toString('latin1', 0, 2) !== 'PK') return null
  try {
    const archive = await openZip({path, address: path})
    const members: [string, Buffer][] = []
    for (const member of archive.members)
      members.push([member.name, await buffer(await archive.stream(member))])
    archive.close()
    return members
  } catch (error) {
    if (error instanceof SourceError) return null
    throw error
  }
}

async function parquetFiles(): Promise<Good[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'))
  const instance = await DuckDBInstance.create()
  const duck = await instance.connect()
  try {
    const files: Good[] = []
    for (const [index, options] of ['snappy', 'zstd', 'gzip', 'uncompressed'].entries()) {
      const path = join(folder, `${options}.parquet`)
      await duck.run(
        `copy (select range as id, 'Назва ' || (range % 7) as name, range * 1.5 as sum, date '2025-01-01' + range::int as day,
         case when range % 3 = 0 then null else [range, range + 1] end as list, {'a': range, 'b': 'x' || range} as pair,
         (range % 2 = 0) as flag, range::decimal(18, 2) as money, now()::timestamp as at from range(${20 + index * 200}))
         to '${path}' (format parquet, compression ${options}, row_group_size 2048)`,
      )
      files.push({
        name: 'file.parquet',
        format: {kind: 'parquet'},
        bytes: await readFile(path),
        members: null,
      })
    }
    return files
  } finally {
    duck.closeSync()
    instance.closeSync()
    await rm(folder, {recursive: true, force: true})
  }
}
