import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {mkdir, mkdtemp, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import type {DuckDBConnection} from '@duckdb/node-api'
import type {City, Feed} from '@hromada/datasets'
import {identifier, literal, rowsOf, withDuckDB} from './duckdb.ts'
import type {FetchEffects, Fetched} from './fetchers/fetcher.ts'
import {findSource, type Source} from './find-source.ts'
import {type Finding, finding, placesShown} from './findings.ts'
import {type LandedSource, type LandingManifest, landingFolder, latestLanding} from './lake.ts'
import {readerOf} from './readers/index.ts'
import {type Read, type ReadContext, type SetAside, SourceError} from './readers/reader.ts'

export type LandEffects = FetchEffects & {
  /** Called as records are read: how many, and of how many where that is known. */
  onRows: (rows: number, total?: number) => void
}

export type Landed = {manifest: LandingManifest; isNew: boolean}

/** Changes when the way files are read changes, so that everything is read again. */
const readingVersion = 2

/**
 * Brings one city's source of one dataset into the lake as Parquet, every value still the publisher's own text,
 * with a manifest beside it. The same bytes twice change nothing. Refuses a file that lacks a column the dataset
 * needs, or is not what its name says; lines at fault are set aside and become findings.
 */
export async function land(
  city: City,
  feed: Feed,
  data: string,
  mirror: string | null,
  effects: LandEffects,
): Promise<Landed> {
  const {dataset} = feed
  const last = await latestLanding(data, city.id, dataset.id)
  const source = await findSource(feed, city, data, mirror, effects)
  // Hashing a gigabyte takes seconds: it is waited for only where it can save the reading.
  const identified = Promise.all(source.files.map(identify))
  const digestOf = (sources: LandedSource[]) =>
    createHash('sha256')
      .update(
        JSON.stringify([
          readingVersion,
          sources.map(({address, sha256}) => [address, sha256]),
          source.format,
          source.where,
        ]),
      )
      .digest('hex')
  if (last && (await areOfSize(source.files, last.sources)) && digestOf(await identified) === last.digest)
    return {manifest: last, isNew: false}

  // Everything is made in a scratch folder and moved into place at the end: the manifest last.
  const folder = landingFolder(data, city.id, dataset.id)
  await mkdir(folder, {recursive: true})
  // There is one writer, so what lies there was left by one that was killed.
  for (const name of await readdir(folder))
    if (name.startsWith('.landing-')) await rm(join(folder, name), {recursive: true, force: true})
  const scratch = await mkdtemp(join(folder, '.landing-'))
  const retrievedAt = effects.now().toISOString()
  const parquet = join(scratch, 'landing.parquet')
  try {
    // If reading fails first, that is the error to be told of.
    identified.catch(() => {})
    return await withDuckDB(scratch, effects.signal, async duck => {
      const {reads, found} = await readAll(source, feed, {duck, scratch}, effects.signal)
      const columns = [...new Set(reads.flatMap(read => read.columns))]
      effects.signal.throwIfAborted()
      const {landed, filtered} = await writeParquet(
        duck,
        reads,
        columns,
        source.where,
        parquet,
        effects.onRows,
      )
      const {findings, setAside} = await reconcile(reads, landed + filtered)
      refuseNoRows(dataset.id, source, landed, filtered)

      const sources = await identified
      effects.signal.throwIfAborted()
      const digest = digestOf(sources)
      const stem = `${retrievedAt.replace(/[:.]/g, '-')}-${digest.slice(0, 8)}`
      const manifest: LandingManifest = {
        city: city.id,
        dataset: dataset.id,
        file: `${stem}.parquet`,
        sha256: (await identify({path: parquet, address: ''})).sha256,
        digest,
        retrievedAt,
        licence: (feed.licence ?? dataset.licence).id,
        sources,
        columns,
        records: {read: landed + filtered + setAside.length, landed, setAside: setAside.length, filtered},
        findings: merged([...found, ...reads.flatMap(read => read.findings), ...findings]),
      }
      if (setAside.length > 0)
        await writeFile(
          join(folder, `${stem}.set-aside.ndjson`),
          setAside.map(line => `${JSON.stringify(line)}\n`).join(''),
        )
      await rename(parquet, join(folder, manifest.file))
      const written = join(scratch, 'manifest.json')
      await writeFile(written, `${JSON.stringify(manifest, null, 2)}\n`)
      await rename(written, join(folder, `${stem}.json`))
      return {manifest, isNew: true}
    })
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/** Opens every file. One that lacks a column stops the dataset by name; an empty one beside others is a finding. */
async function readAll(source: Source, feed: Feed, {duck, scratch}: ReadContext, signal: AbortSignal) {
  const reads: Read[] = []
  const found: Finding[] = []
  for (const [index, file] of source.files.entries()) {
    signal.throwIfAborted()
    if (source.files.length > 1 && (await stat(file.path)).size === 0) {
      found.push(finding('empty_file', {example: file.address}))
      continue
    }
    const own = join(scratch, String(index))
    await mkdir(own)
    const read = await readerOf(source.format)(file, {duck, scratch: own})
    found.push(...checkColumns(read.columns, feed, file))
    reads.push(read)
  }
  if (reads.length === 0) throw new SourceError(`${feed.dataset.id}: ${addresses(source.files)} are empty.`)
  return {reads, found}
}

/** Writes the files' rows in one pass, in order. Rows of other places (`where`) stay out, but are counted. */
async function writeParquet(
  duck: DuckDBConnection,
  reads: Read[],
  columns: string[],
  where: Source['where'],
  target: string,
  onRows: LandEffects['onRows'],
): Promise<{landed: number; filtered: number}> {
  const relation = reads.map(read => `select * from ${read.relation}`).join(' union all by name ')
  const filter = conditions(where)
  const together = Math.min(...reads.map(read => read.rowsTogether ?? Infinity))
  const groups = Number.isFinite(together) ? `, row_group_size ${together}` : ''
  const rows = `select ${columns.map(identifier).join(', ')} from (${relation})${filter ? ` where ${filter}` : ''}`
  await duck.run('set enable_progress_bar = true; set enable_progress_bar_print = false')
  const watch = setInterval(() => {
    const {rows_processed: done, total_rows_to_process: total} = duck.progress
    if (Number(total) > 0) onRows(Number(done), Number(total))
  }, 250)
  const [copied] = await rowsOf<{Count: number}>(
    duck,
    `copy (${rows}) to ${literal(target)} (format parquet, compression snappy${groups})`,
  ).finally(() => clearInterval(watch))
  const landed = copied?.Count ?? 0
  if (!filter) return {landed, filtered: 0}
  const [all] = await rowsOf<{rows: number}>(duck, `select count(*) as rows from (${relation})`)
  return {landed, filtered: (all?.rows ?? landed) - landed}
}

/** Holds the rows read and the lines set aside against the records each file's reader counted for itself. */
async function reconcile(reads: Read[], rows: number): Promise<{findings: Finding[]; setAside: SetAside[]}> {
  const known = []
  for (const {columns, afterwards} of reads) {
    const after = await afterwards?.()
    if (!after) continue
    known.push(after)
    // Held against the file's own lines: a bad one must not hide among good ones.
    const {setAside, records} = after
    if (setAside.length * 2 > records && setAside[0])
      throw new SourceError(
        `${setAside.length} of ${records} lines of ${setAside[0].address} do not fit its header ` +
          `(${columns.length} columns: ${columns.join(', ')}). Is its delimiter declared right?`,
      )
  }
  const findings = known.flatMap(one => one.findings)
  const setAside = known.flatMap(one => one.setAside)
  // A broken quote swallows lines that a count of line ends still sees: it is named, and its text is set aside.
  const isExplained = findings.some(({rule}) => rule === 'unterminated_quote' || rule === 'broken_line')
  const records = known.reduce((sum, one) => sum + one.records, 0)
  const missing = records - rows - setAside.length
  if (known.length > 0 && known.length === reads.length && missing !== 0 && !isExplained)
    findings.push(finding('records_missing', {count: Math.abs(missing)}))
  return {findings, setAside}
}

/** Refuses what is certainly not the file that was meant. */
function refuseNoRows(id: string, source: Source, landed: number, filtered: number) {
  if (landed > 0) return
  const name = addresses(source.files)
  throw new SourceError(
    filtered > 0
      ? `${id}: none of the ${filtered} rows of ${name} has ${conditions(source.where)}.`
      : `${id}: ${name} has a header but no rows.`,
  )
}

/** Are these as many files, of the same sizes, as landed before? Then they may be the same. */
async function areOfSize(files: Fetched[], sources: LandedSource[]): Promise<boolean> {
  const sizes = await Promise.all(files.map(({path}) => stat(path).then(({size}) => size)))
  return sizes.length === sources.length && sizes.every((size, index) => size === sources[index]!.bytes)
}

async function identify({path, address, etag, lastModified}: Fetched): Promise<LandedSource> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), hash)
  const {size} = await stat(path)
  return {
    address,
    sha256: hash.digest('hex'),
    bytes: size,
    ...(etag ? {etag} : {}),
    ...(lastModified ? {lastModified} : {}),
  }
}

const addresses = (files: Fetched[]) =>
  files.length === 1 ? files[0]!.address : `${files[0]!.address} and ${files.length - 1} more`

/** Refuses a file without a column that must be filled; one that may be empty and is absent is a finding. */
function checkColumns(columns: string[], {dataset, columns: sources}: Feed, {address}: Fetched): Finding[] {
  const present = new Set(columns)
  const missing: string[] = []
  const absent: Finding[] = []
  for (const [name, column] of Object.entries(dataset.columns)) {
    const source = sources[name]
    const from = [source?.from ?? column.from].flat()
    if (source?.value !== undefined || from.some(header => present.has(header))) continue
    if (!column.nullable) missing.push(from.map(header => `"${header}"`).join(' or '))
    else if (source?.from !== undefined)
      absent.push(finding('column_absent', {column: name, example: from.join(', ')}))
  }
  if (missing.length > 0)
    throw new SourceError(
      `${dataset.id}: ${address} has no column ${missing.join(', ')}. It has ${columns.join(', ')}.`,
    )
  return absent
}

const conditions = (where: Record<string, string | string[]>) =>
  Object.entries(where)
    .map(([column, values]) => `${identifier(column)} in (${[values].flat().map(literal).join(', ')})`)
    .join(' and ')

/** The same finding in several files becomes one. */
function merged(findings: Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({rule, column, severity}) => `${rule} ${column} ${severity}`)
  return [...groups.values()].map(group => ({
    ...group[0]!,
    count: group.reduce((sum, {count}) => sum + count, 0),
    rows: group.flatMap(({rows}) => rows).slice(0, placesShown),
  }))
}
