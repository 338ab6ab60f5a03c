import {createHash} from 'node:crypto'
import {stat} from 'node:fs/promises'
import type {Load} from '@hromada/datasets'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {Source} from '../find-source.ts'
import {inUse, type LandedSource, type LandingManifest} from '../lake.ts'

/** Changes when the way files are read changes, so that everything is read again. */
const readingVersion = 3

/** What of a source is to be read. */
export type Chosen = {
  files: Fetched[]
  /** What identifies them, once they are hashed. */
  identified: Promise<LandedSource[]>
  /** Others of the source were left out. */
  isPart: boolean
  /** Files that are the same as another of this source. */
  repeated: Fetched[]
}

/**
 * Of a source's files, those that have to be read; none where all has landed. A table that is made of every landing
 * needs only files that are new: for `append` those whose bytes never landed, for `upsert` and `cursor` those whose
 * bytes are not the last that landed from their address. For the others one new file makes all of them new.
 */
export async function chooseFiles(
  source: Source,
  landings: LandingManifest[],
  load: Load,
  identify: (file: Fetched) => Promise<LandedSource>,
): Promise<Chosen> {
  const isSameReading = ({sources, digest}: LandingManifest) => digestOf(sources, source) === digest
  const all = source.files
  const everything: Chosen = {
    files: all,
    // Whoever waits for it is told of a failure; until then it is nobody's.
    identified: quietly(identifyAll(all, identify)),
    isPart: false,
    repeated: [],
  }
  const nothing: Chosen = {files: [], identified: Promise.resolve([]), isPart: false, repeated: []}

  if (load.mode === 'replace' || load.mode === 'snapshot') {
    const last = landings.filter(({isPart}) => !isPart).at(-1)
    // Hashing a gigabyte takes seconds: it is waited for only where it can save the reading.
    if (!last || !(await haveSizes(all, last.sources))) return everything
    return digestOf(await everything.identified, source) === last.digest ? nothing : everything
  }

  if (
    load.mode !== 'append' &&
    !(await isAnyOfSize(
      all,
      landings.flatMap(({sources}) => sources),
    ))
  )
    return everything
  const identified = await everything.identified
  const isNew =
    load.mode === 'append'
      ? neverLanded(identified, inUse(landings, load), isSameReading)
      : lastLandedOtherwise(landings, isSameReading)
  const seen = new Set<string>()
  const picked: number[] = []
  const repeated: Fetched[] = []
  for (const [index, one] of identified.entries()) {
    if (!isNew(one)) continue
    if (load.mode === 'append' && seen.has(one.sha256)) repeated.push(all[index]!)
    else picked.push(index)
    seen.add(one.sha256)
  }
  return {
    files: picked.map(index => all[index]!),
    identified: Promise.resolve(picked.map(index => identified[index]!)),
    isPart: picked.length + repeated.length < all.length,
    repeated,
  }
}

/** Hash of what is landed and of how it is read: equal means there is nothing to do. */
export const digestOf = (sources: LandedSource[], {format, where}: Source): string =>
  createHash('sha256')
    .update(
      JSON.stringify([readingVersion, sources.map(({address, sha256}) => [address, sha256]), format, where]),
    )
    .digest('hex')

/**
 * Is a file's content in no landing? One that was read in another way is read anew if all its files still lie there;
 * then it takes the other's place. If some are gone it stays as it was read.
 */
function neverLanded(
  identified: LandedSource[],
  landings: LandingManifest[],
  isSameReading: (landing: LandingManifest) => boolean,
) {
  const there = new Set(identified.map(({sha256}) => sha256))
  const known = new Set(
    landings
      .filter(landing => isSameReading(landing) || !landing.sources.every(({sha256}) => there.has(sha256)))
      .flatMap(({sources}) => sources.map(({sha256}) => sha256)),
  )
  return ({sha256}: LandedSource) => !known.has(sha256)
}

/** Is a file's content other than what landed last from its address, or was that read in another way? */
function lastLandedOtherwise(
  landings: LandingManifest[],
  isSameReading: (landing: LandingManifest) => boolean,
) {
  const last = new Map<string, string>()
  for (const landing of landings) {
    const isKnown = isSameReading(landing)
    for (const {address, sha256} of landing.sources) last.set(address, isKnown ? sha256 : '')
  }
  return ({address, sha256}: LandedSource) => last.get(address) !== sha256
}

/** One after the other: a source may have thousands of files. */
async function identifyAll(files: Fetched[], identify: (file: Fetched) => Promise<LandedSource>) {
  const identified: LandedSource[] = []
  for (const file of files) identified.push(await identify(file))
  return identified
}

function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

const sizesOf = (files: Fetched[]) => Promise.all(files.map(({path}) => stat(path).then(({size}) => size)))

/** Are these as many files, of the same sizes, as landed before? Then they may be the same. */
async function haveSizes(files: Fetched[], sources: LandedSource[]): Promise<boolean> {
  const sizes = await sizesOf(files)
  return sizes.length === sources.length && sizes.every((size, index) => size === sources[index]!.bytes)
}

async function isAnyOfSize(files: Fetched[], sources: LandedSource[]): Promise<boolean> {
  const known = new Set(sources.map(({bytes}) => bytes))
  return (await sizesOf(files)).some(size => known.has(size))
}
