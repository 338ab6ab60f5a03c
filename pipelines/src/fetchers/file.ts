import {glob, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {FetchError, type Fetched} from './fetcher.ts'

/** Files of a local mirror that match a path or glob, in order of their names. Addresses are relative to the mirror. */
export async function fetchFile(mirror: string, pattern: string): Promise<Fetched[]> {
  if (!(await stat(mirror).catch(() => null))?.isDirectory())
    throw new FetchError(
      `The sources folder ${mirror} does not exist. Correct --sources (or HROMADA_SOURCES).`,
    )
  const paths = (await Array.fromAsync(glob(pattern, {cwd: mirror})))
    .map(path => path.replaceAll('\\', '/'))
    .sort()
  if (paths.length === 0) throw new FetchError(`The sources folder ${mirror} has no ${pattern}.`)
  return paths.map(address => ({path: join(mirror, address), address}))
}
