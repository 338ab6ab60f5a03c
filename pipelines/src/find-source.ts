import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {City, Feed, Format} from '@hromada/datasets'
import {type FetchEffects, FetchError, type Fetched} from './fetchers/fetcher.ts'
import {fetchFile} from './fetchers/file.ts'
import {fetchLive} from './fetchers/index.ts'

/** Where to read a feed's files from, and how. */
export type Source = {files: Fetched[]; format: Format; where: Record<string, string | string[]>}

/**
 * Brings a feed's files within reach: the dataset's own sample, what the city's generator made, the local mirror when
 * there is one, else the live addresses, kept in `<data>/sources/<city>/<dataset>/`.
 */
export async function findSource(
  feed: Feed,
  city: Pick<City, 'id' | 'zone' | 'internalHosts'>,
  data: string,
  mirror: string | null,
  effects: FetchEffects,
): Promise<Source> {
  const {dataset, sample, made} = feed
  if (sample) {
    const path = fileURLToPath(new URL(`../../datasets/${dataset.id}/${sample.file}`, import.meta.url))
    return {
      files: [{path, address: `datasets/${dataset.id}/${sample.file}`}],
      format: sample.format,
      where: {},
    }
  }
  if (made) {
    const folder = join(data, 'sources', city.id)
    if (!(await stat(folder).catch(() => null)))
      throw new FetchError(
        `${city.id} is a generated city, and its files are not in ${folder} yet. Run npm run demo-city.`,
      )
    return {files: await fetchFile(folder, made.path), format: made.format, where: {}}
  }
  if (mirror !== null) {
    if (!feed.mirror)
      throw new FetchError(
        `${city.id} has no mirrored file for "${dataset.id}". Run without --sources to fetch it.`,
      )
    return {
      files: await fetchFile(mirror, feed.mirror.path),
      format: feed.mirror.format,
      where: feed.mirror.where ?? {},
    }
  }
  if (!feed.live)
    throw new FetchError(
      `${city.id} publishes no address for "${dataset.id}". Give a folder that holds it with --sources.`,
    )
  const files = await fetchLive(feed.live, city, join(data, 'sources', city.id, dataset.id), effects)
  return {files, format: feed.live.format, where: feed.live.where ?? {}}
}
