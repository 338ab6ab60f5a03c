import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {releasesFolder} from './current-release.ts'
import type {ReleaseManifest} from './release-manifest.ts'

/** A sealed release, in a line. */
export type ReleaseSummary = {
  id: string
  /** ISO instant. */
  sealedAt: string
  /** Why it was sealed although a table lost rows or columns; null where nobody had to say. */
  reason: string | null
  /** How many. */
  tables: number
  /** Of all its files; what it shares with other releases counts in each. */
  bytes: number
  isPinned: boolean
}

/** A manifest as far as it can be read; null where the folder holds none. */
export async function readRelease(data: string, id: string): Promise<ReleaseManifest | null> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) return null
  const text = await readFile(join(releasesFolder(data), id, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as ReleaseManifest
  } catch {
    return null
  }
}

/** Every sealed release, the newest first. One that is being made is none. */
export async function listReleases(data: string): Promise<ReleaseSummary[]> {
  const names = await readdir(releasesFolder(data)).catch(() => [])
  const found = await Promise.all(
    names.filter(name => !name.startsWith('.')).map(id => summariseRelease(data, id)),
  )
  return found
    .filter(one => one !== null)
    .sort((a, b) => (a.sealedAt < b.sealedAt ? 1 : a.sealedAt > b.sealedAt ? -1 : a.id < b.id ? 1 : -1))
}

/** What was in force at an instant: the newest release that was sealed by then; null before the first. */
export const releaseAt = (releases: ReleaseSummary[], at: Date): ReleaseSummary | null =>
  releases.find(({sealedAt}) => Date.parse(sealedAt) <= at.getTime()) ?? null

/** Where the word of an operator lies that a release shall stay. */
export const pinPath = (data: string, id: string) => join(data, 'pins', id)

/** One release in a line; null where the folder holds none. */
export async function summariseRelease(data: string, id: string): Promise<ReleaseSummary | null> {
  const manifest = await readRelease(data, id)
  if (!manifest) return null
  const files = [...manifest.tables, ...manifest.artefacts]
  return {
    id,
    sealedAt: manifest.created_at,
    reason: manifest.reason ?? null,
    tables: manifest.tables.length,
    bytes: files.reduce((sum, {bytes}) => sum + bytes, 0),
    isPinned: await stat(pinPath(data, id)).then(
      () => true,
      () => false,
    ),
  }
}
