import {stat} from 'node:fs/promises'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {LandedSource} from '../lake.ts'
import {hashFile} from './hash-file.ts'

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
    sha256: known ?? (await hashFile(path)),
    bytes: size,
    ...(etag ? {etag} : {}),
    ...(lastModified ? {lastModified} : {}),
  }
}
