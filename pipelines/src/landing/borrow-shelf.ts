import {copyFile, link, mkdir, mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** A data folder that holds what was fetched of one source so far, for a trial that leaves the real one alone. */
export async function borrowShelf(
  data: string,
  city: string,
  dataset: string,
): Promise<{data: string; giveBack: () => Promise<void>}> {
  const own = await mkdtemp(join(tmpdir(), 'hromada-trial-'))
  const [from, to] = [data, own].map(folder => join(folder, 'sources', city, dataset)) as [string, string]
  await mkdir(to, {recursive: true})
  const entries = await readdir(from, {withFileTypes: true}).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const [path, place] = [join(from, entry.name), join(to, entry.name)]
    // Fetched files are replaced, never written into; journals are written into.
    if (entry.name.endsWith('.ndjson')) await copyFile(path, place)
    else await link(path, place).catch(() => copyFile(path, place))
  }
  return {data: own, giveBack: () => rm(own, {recursive: true, force: true})}
}
