import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {ReleaseManifest} from './release-manifest.ts'

export const releasesFolder = (data: string) => join(data, 'releases')

/** The release that is serving: its manifest and folder, or null before the first one. */
export async function currentRelease(
  data: string,
): Promise<{manifest: ReleaseManifest; folder: string} | null> {
  const id = (await readFile(join(data, 'current'), 'utf8').catch(() => '')).trim()
  if (id === '') return null
  const folder = join(releasesFolder(data), id)
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  return manifest === null ? null : {manifest: JSON.parse(manifest) as ReleaseManifest, folder}
}
