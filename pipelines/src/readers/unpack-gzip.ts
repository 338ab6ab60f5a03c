import {createReadStream, createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {fileKind} from './file-kind.ts'
import {limited} from './limited.ts'
import {type ReadContext, SourceError, type SourceFile} from './reader.ts'

/** The file itself, or what is in it where it is gzipped, unpacked in `scratch`. */
export async function unpackGzip(
  {path, address}: SourceFile,
  {scratch, signal}: Pick<ReadContext, 'scratch' | 'signal'>,
): Promise<SourceFile> {
  if ((await fileKind(path)) !== 'a gzip file') return {path, address}
  const target = join(scratch, 'unpacked')
  await pipeline(
    createReadStream(path, {highWaterMark: 1 << 20}),
    createGunzip({chunkSize: 1 << 20}),
    limited(address),
    createWriteStream(target),
    ...(signal ? [{signal}] : []),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'Z_BUF_ERROR') throw new SourceError(`${address} is cut short. Fetch it again.`)
    if (error.code?.startsWith('Z_'))
      throw new SourceError(`${address} is damaged: ${error.message}. Fetch it again.`)
    throw error
  })
  return {path: target, address}
}
