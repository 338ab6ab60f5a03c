import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'

/** SHA-256 (hex) and size of a file. */
export async function fileHash(path: string): Promise<{sha256: string; bytes: number}> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), hash)
  return {sha256: hash.digest('hex'), bytes: (await stat(path)).size}
}
