import {randomUUID} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {identifier, literal} from '../sql/identifier.ts'
import type {Format} from './format.ts'

/** Part of a table as Parquet: made as a temporary file, which is removed when it has been read. */
export const parquet: Format = async function* (download, signal) {
  const file = join(download.release.scratch, `${randomUUID()}.parquet`)
  try {
    const {sql, parameters} = download.rows(download.query.select.map(column => identifier(column.name)))
    const target = `${literal(file)} (format parquet, compression zstd)`
    await download.release.run({sql: `copy (${sql}) to ${target}`, parameters}, signal)
    const {size} = await stat(file)
    let read = 0
    for await (const piece of createReadStream(file, {highWaterMark: 256 * 1024})) {
      read += piece.length
      yield piece
    }
    if (read !== size) throw new Error(`Of a Parquet file of ${size} bytes ${read} were read.`)
  } finally {
    await rm(file, {force: true})
  }
}
