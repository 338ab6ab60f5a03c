import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Finding} from './findings.ts'

/** One file a landing was made of. */
export type LandedSource = {
  /** Address on the network, or path below the sources folder. Never a path of this machine. */
  address: string
  sha256: string
  bytes: number
  etag?: string
  lastModified?: string
}

/** What is known of one landing: written beside its Parquet file, last, so that its presence means "complete". */
export type LandingManifest = {
  city: string
  dataset: string
  /** File name of the Parquet file in the same folder. */
  file: string
  /** SHA-256 of that file. */
  sha256: string
  /** SHA-256 over the sources' hashes and how they were read: equal means there is nothing to do. */
  digest: string
  retrievedAt: string
  licence: string
  sources: LandedSource[]
  columns: string[]
  /** Records in the files, records that are landed, records set aside, records of other places (`where`). */
  records: {read: number; landed: number; setAside: number; filtered: number}
  findings: Finding[]
}

/** Folder of everything landed for one city and dataset: the only agreement between pipelines and the warehouse. */
export const landingFolder = (data: string, city: string, dataset: string) =>
  join(data, 'landing', city, dataset)

/** The newest complete landing, or null when nothing has landed yet. */
export async function latestLanding(
  data: string,
  city: string,
  dataset: string,
): Promise<LandingManifest | null> {
  const folder = landingFolder(data, city, dataset)
  const names = await readdir(folder).catch(() => [])
  const newest = names
    .filter(name => name.endsWith('.json'))
    .sort()
    .at(-1)
  return newest === undefined
    ? null
    : (JSON.parse(await readFile(join(folder, newest), 'utf8')) as LandingManifest)
}
