import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {City, Feed} from '@hromada/datasets'
import {checkTypes} from './drift/check-types.ts'
import {foldedName, withDuckDB} from './duckdb.ts'
import {type FetchEffects, NoRecords} from './fetchers/fetcher.ts'
import {findSource, type Source} from './find-source.ts'
import {type Finding, finding, mergeFindings} from './findings.ts'
import {allLandings, type LandedSource, type LandingManifest, landingFolder} from './lake.ts'
import {borrowShelf} from './landing/borrow-shelf.ts'
import {type Chosen, chooseFiles, digestOf} from './landing/choose-files.ts'
import {cursorBounds, sinceOf} from './landing/cursor.ts'
import {dropKnown} from './landing/drop-known.ts'
import {identify} from './landing/identify.ts'
import {clearLeftovers, keepLanding} from './landing/keep-landing.ts'
import {KnownFiles} from './landing/known-files.ts'
import {narrowSource} from './landing/narrow-source.ts'
import type {Past} from './landing/past.ts'
import {addresses, type Opened, readFiles} from './landing/read-files.ts'
import {reconcile} from './landing/reconcile.ts'
import {refuseUnplaced} from './landing/refuse-unplaced.ts'
import {writeParquet} from './landing/write-parquet.ts'
import {joinReads} from './readers/join-reads.ts'
import {SourceError} from './readers/reader.ts'

export type LandEffects = FetchEffects & {
  /** Called as records are read: how many, and of how many where that is known. */
  onRows: (rows: number, total?: number) => void
}

export type LandOptions = {
  /** Everything is done but for keeping what came of it; the data folder is not written to. */
  isTrial?: boolean
  /** Asks for everything, also for what a cursor has passed. */
  fromStart?: boolean
}

export type Landed = {manifest: LandingManifest; isNew: boolean}

/**
 * Brings one city's source of one dataset into the lake as Parquet, every value still the publisher's own text,
 * with a manifest beside it. The same bytes twice change nothing. Refuses a file that lacks a column the dataset
 * needs, is not what its name says, or whose shapes are in a coordinate system that is not known; lines at fault are set
 * aside and become findings.
 * @throws SchemaDrift where the publisher changed columns; SourceError, FetchError
 */
export async function land(
  city: City,
  feed: Feed,
  data: string,
  mirror: string | null,
  effects: LandEffects,
  {isTrial = false, fromStart = false}: LandOptions = {},
): Promise<Landed> {
  const {dataset} = feed
  const landings = await allLandings(data, city.id, dataset.id)
  const since = fromStart ? null : sinceOf(feed, landings)
  const narrowed = since && feed.live && mirror === null ? narrowSource(feed.live.source, since) : null
  const asked = narrowed ? {...feed, live: {...feed.live!, source: narrowed}} : feed
  const shelf = isTrial && !feed.made ? await borrowShelf(data, city.id, dataset.id) : null
  const unchanged = () => ({manifest: landings.at(-1)!, isNew: false})
  try {
    const source = await findSource(asked, city, shelf?.data ?? data, mirror, effects).catch(error => {
      // Nothing came after the cursor: that is an answer.
      if (narrowed && error instanceof NoRecords) return null
      throw error
    })
    if (!source) return unchanged()
    const known = await KnownFiles.read(landingFolder(data, city.id, dataset.id))
    const chosen = await chooseFiles(source, landings, dataset.load, known.identify)
    if (chosen.files.length === 0) {
      if (!isTrial) await known.keep()
      return unchanged()
    }
    const past: Past = {city, feed, data, landings}
    const isNarrowed = narrowed !== null
    const manifest = await landFiles(chosen, source, past, {...effects, isTrial, isNarrowed})
    if (!isTrial) await known.keep()
    return manifest ? {manifest, isNew: true} : unchanged()
  } finally {
    await shelf?.giveBack()
  }
}

/** Everything is made in a scratch folder and moved into place at the end. Null where all of it is in the lake already. */
async function landFiles(
  chosen: Chosen,
  source: Source,
  past: Past,
  {isTrial, isNarrowed, now, signal, onRows}: LandEffects & {isTrial: boolean; isNarrowed: boolean},
): Promise<LandingManifest | null> {
  const {city, feed, landings} = past
  const {dataset} = feed
  const folder = landingFolder(past.data, city.id, dataset.id)
  if (!isTrial) await clearLeftovers(folder)
  const scratch = await mkdtemp(isTrial ? join(tmpdir(), 'hromada-trial-') : join(folder, '.landing-'))
  const retrievedAt = after(landings.at(-1), now())
  const parquet = join(scratch, 'landing.parquet')
  try {
    return await withDuckDB(scratch, signal, async duck => {
      const opened = await readFiles(chosen.files, source, past, {duck, scratch}, signal)
      signal.throwIfAborted()
      const all = opened.reads.map(({read}) => read)
      const reads = await joinReads(all, duck)
      const {columns} = opened
      const written = await writeParquet(duck, reads, columns, source.where, parquet, onRows)
      const {filtered} = written
      const {findings, setAside} = await reconcile(reads, written.landed + filtered)
      refuseNoRows(source, past, written.landed, filtered)
      refuseLoss(findings, past)
      await refuseUnplaced({path: parquet, columns}, source, past, duck)
      const bounds = await cursorBounds(duck, parquet, columns, retrievedAt, feed)
      const known = isNarrowed && bounds ? await dropKnown(parquet, columns, bounds, past, duck) : 0
      const landed = written.landed - known
      if (isNarrowed && landed === 0) return null
      const isPart = chosen.isPart || isNarrowed
      const values = await checkTypes(
        {path: parquet, rows: landed, columns, isPart},
        addresses(chosen.files),
        past,
        duck,
      )
      const sources = await chosen.identified
      signal.throwIfAborted()
      const digest = digestOf(sources, source)
      const stem = `${retrievedAt.replace(/[:.]/g, '-')}-${digest.slice(0, 8)}`
      const manifest: LandingManifest = {
        city: city.id,
        dataset: dataset.id,
        file: `${stem}.parquet`,
        sha256: (await identify({path: parquet, address: ''})).sha256,
        digest,
        retrievedAt,
        licence: (feed.licence ?? dataset.licence).id,
        sources: withLacks(sources, opened),
        ...(isPart ? {isPart} : {}),
        columns,
        records: {
          read: written.landed + filtered + setAside.length,
          landed,
          setAside: setAside.length,
          filtered,
          ...(known > 0 ? {known} : {}),
        },
        ...(bounds ? {cursor: {by: bounds.by, last: bounds.last}} : {}),
        findings: mergeFindings([
          ...chosen.repeated.map(({address}) => finding('repeated_file', {example: address})),
          ...opened.findings,
          ...reads.flatMap(read => read.findings),
          ...findings,
          ...values,
        ]),
      }
      if (!isTrial) await keepLanding(manifest, parquet, setAside, scratch, folder)
      return manifest
    })
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/** The time, or a millisecond after the last landing where a clock was put back: their order is what tables hang on. */
const after = (last: LandingManifest | undefined, now: Date) =>
  new Date(Math.max(now.getTime(), last ? Date.parse(last.retrievedAt) + 1 : 0)).toISOString()

/** Notes which of the landing's columns each of several files has not. */
const withLacks = (sources: LandedSource[], {reads, columns}: Opened): LandedSource[] => {
  if (sources.length === 1) return sources
  const own = new Map(reads.map(({file, read}) => [file.address, new Set(read.columns.map(foldedName))]))
  return sources.map(source => ({
    ...source,
    lacks: columns.filter(name => !own.get(source.address)?.has(foldedName(name))),
  }))
}

/** Refuses what is certainly not the file that was meant. */
function refuseNoRows(source: Source, {feed, landings}: Past, landed: number, filtered: number) {
  if (landed > 0) return
  const {id, load, mayBeEmpty = false} = feed.dataset
  // Where files add up, one may bring nothing.
  if (landings.length > 0 && load.mode !== 'replace' && load.mode !== 'snapshot') return
  // Nothing has happened yet. What had happened does not vanish, and rows of other places are no answer.
  if (mayBeEmpty && filtered === 0 && landings.every(({records}) => records.landed === 0)) return
  const name = addresses(source.files)
  throw new SourceError(
    filtered > 0
      ? `${id}: none of the ${filtered} rows of ${name} has ${inWords(source.where)}.`
      : `${id}: ${name} has a header but no rows.`,
  )
}

/** Which rows are the city's, for people. */
const inWords = (where: Source['where']): string =>
  Object.entries(where)
    .map(([column, values]) => `"${column}" = ${[values].flat().join(' or ')}`)
    .join(' and ')

/** What is read again for ever has to be whole; where the next landing replaces it, the release waits for that one. */
function refuseLoss(findings: Finding[], {feed}: Past) {
  const {id, load} = feed.dataset
  const lost = findings.find(({severity}) => severity === 'block')
  if (lost && load.mode !== 'replace')
    throw new SourceError(
      `${id}: ${lost.count} records could neither be read nor set aside (${lost.rule}), and would be missing from its history for ever. Correct the file, or tell its publisher.`,
    )
}
