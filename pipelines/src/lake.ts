import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Load} from '@hromada/datasets'
import {type Finding, mergeFindings} from './findings.ts'

/** One file a landing was made of. */
export type LandedSource = {
  /** Address on the network, or path below the sources folder. Never a path of this machine. */
  address: string
  sha256: string
  bytes: number
  etag?: string
  lastModified?: string
  /** Columns of the landing that this one of its files has not; where there is one file it has all. */
  lacks?: string[]
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
  /** Later than that of every landing before, whatever the clock says. */
  retrievedAt: string
  licence: string
  sources: LandedSource[]
  /** True where it holds less than the publisher had: files that had landed before, or lie before a cursor, are not in it. */
  isPart?: true
  columns: string[]
  /**
   * Records in the files, records that are landed, records set aside, records of other places (`where`); `known`:
   * records that are in the lake already, where a look-back brought them again.
   */
  records: {read: number; landed: number; setAside: number; filtered: number; known?: number}
  /** Of a dataset with a cursor: the greatest value of its column here; null where there is none. */
  cursor?: {by: string; last: string | null}
  findings: Finding[]
}

/** Folder of everything landed for one city and dataset: the only agreement between pipelines and the warehouse. */
export const landingFolder = (data: string, city: string, dataset: string) =>
  join(data, 'landing', city, dataset)

/** Every complete landing, the oldest first. */
export async function allLandings(data: string, city: string, dataset: string): Promise<LandingManifest[]> {
  const folder = landingFolder(data, city, dataset)
  const names = await manifestNames(folder)
  return Promise.all(names.map(name => readManifest(join(folder, name))))
}

/** The newest complete landing, or null when nothing has landed yet. */
export async function latestLanding(
  data: string,
  city: string,
  dataset: string,
): Promise<LandingManifest | null> {
  const folder = landingFolder(data, city, dataset)
  const newest = (await manifestNames(folder)).at(-1)
  return newest === undefined ? null : readManifest(join(folder, newest))
}

/** Landings that the table of a dataset is made of, the oldest first. */
export const landingsInUse = async (
  data: string,
  city: string,
  dataset: {id: string; load: Load},
): Promise<LandingManifest[]> => inUse(await allLandings(data, city, dataset.id), dataset.load)

/** Of all landings, the oldest first, those that a table loaded so is made of. */
export function inUse(landings: LandingManifest[], {mode}: Load): LandingManifest[] {
  // Where each landing stands for the whole, parts are left from another mode; the next landing is whole again.
  const whole = landings.filter(({isPart}) => !isPart)
  switch (mode) {
    case 'replace':
      return whole.slice(-1)
    case 'snapshot':
      return withoutRepeats(whole)
    case 'append':
    case 'upsert':
    case 'cursor':
      return withoutCovered(landings)
  }
}

/**
 * What was found while landing, for a table made of these landings. Where a landing stands for the whole, faults of those
 * before it are mended or told of again; otherwise those count that brought the newest edition of some file.
 */
export function findingsInUse(landings: LandingManifest[], {mode}: Load): Finding[] {
  if (mode === 'replace' || mode === 'snapshot') return landings.at(-1)?.findings ?? []
  const newest = new Map(
    landings.flatMap((landing, index) => landing.sources.map(source => [idOf(source, mode), index])),
  )
  const counted = new Set(newest.values())
  return mergeFindings(landings.filter((_, index) => counted.has(index)).flatMap(({findings}) => findings))
}

/** Appended files are told apart by what is in them, others by where they are. */
const idOf = ({sha256, address}: LandedSource, mode: Load['mode']) => (mode === 'append' ? sha256 : address)

/** Landings of which some file is in no later one: the same bytes may have been read again, in another way. */
function withoutCovered(landings: LandingManifest[]): LandingManifest[] {
  const later = new Set<string>()
  return landings
    .toReversed()
    .filter(({sources, records}) => {
      const isCovered = sources.every(({sha256}) => later.has(sha256))
      // One that left out what was in the lake already stands for nothing but itself.
      if (!records.known) for (const {sha256} of sources) later.add(sha256)
      return !isCovered
    })
    .toReversed()
}

/** Where the same bytes were read again in another way: as they were read last, at the time when they first came. */
function withoutRepeats(landings: LandingManifest[]): LandingManifest[] {
  const kept: LandingManifest[] = []
  for (const landing of landings) {
    const before = kept.at(-1)
    if (before && bytesOf(before) === bytesOf(landing))
      kept[kept.length - 1] = {...landing, retrievedAt: before.retrievedAt}
    else kept.push(landing)
  }
  return kept
}

const bytesOf = ({sources}: LandingManifest) =>
  JSON.stringify(sources.map(({address, sha256}) => [address, sha256]))

const manifestNames = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.json')).sort()

const readManifest = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as LandingManifest
