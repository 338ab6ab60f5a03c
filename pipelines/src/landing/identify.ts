import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {LandedSource} from '../lake.ts'

/**
 * What tells a file from every other: the hash of its bytes.
 * @param known the hash, where it is known
 */
export async function identify(
  {path, address, etag, lastModified}: Fetched,
  known?: string,
): Promise<LandedSource> {
  const {size} = await stat(path)
  return {
    address,
    sha256: known ?? (await hashOf(path)),
    bytes: size,
    ...(etag ? {etag} : {}),
    ...(lastModified ? {lastModified} : {}),
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), hash)
  return hash.digest('hex')
}
