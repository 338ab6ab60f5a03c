import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {currentRelease, releasesFolder} from './current-release.ts'
import {listReleases, pinPath, type ReleaseSummary} from './list-releases.ts'
import {dropUnusedObjects} from './object-store.ts'

/** Which releases stay: the newest so many, all that are not older than so many days, and the pinned ones. */
export type Retention = {releases: number; days: number}

export const defaultRetention: Retention = {releases: 30, days: 400}

/** What may go at `now`, the oldest first. The current release never does. */
export function retiring(
  releases: ReleaseSummary[],
  current: string | null,
  {releases: count, days}: Retention,
  now: Date,
): ReleaseSummary[] {
  const oldest = now.getTime() - days * 86_400_000
  return releases
    .filter(
      ({id, sealedAt, isPinned}, index) =>
        index >= count && Date.parse(sealedAt) < oldest && !isPinned && id !== current,
    )
    .reverse()
}

/** Removes releases that need not stay, and the files that no other release shares. Answers their ids. */
export async function retireReleases(data: string, retention: Retention, now: Date): Promise<string[]> {
  const current = (await currentRelease(data))?.manifest.id ?? null
  const going = retiring(await listReleases(data), current, retention, now)
  for (const {id} of going) {
    // Out of the readers' sight at once, then file by file.
    const hidden = join(releasesFolder(data), `.gone-${id}`)
    await rename(join(releasesFolder(data), id), hidden)
    await rm(hidden, {recursive: true, force: true})
  }
  await dropUnusedObjects(data)
  return going.map(({id}) => id)
}

/** Keeps a release whatever its age, until it is unpinned. */
export async function pinRelease(data: string, id: string): Promise<void> {
  await mkdir(dirname(pinPath(data, id)), {recursive: true})
  await writeFile(pinPath(data, id), '')
}

export const unpinRelease = (data: string, id: string): Promise<void> => rm(pinPath(data, id), {force: true})
