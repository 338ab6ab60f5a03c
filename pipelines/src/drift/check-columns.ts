import {join} from 'node:path'
import type {DuckDBConnection} from '@duckdb/node-api'
import type {Feed} from '@hromada/datasets'
import {nearest} from '../command/nearest.ts'
import {foldedName, literal, rowsOf} from '../duckdb.ts'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {Source} from '../find-source.ts'
import {type Finding, finding} from '../findings.ts'
import {landingFolder} from '../lake.ts'
import type {Past} from '../landing/past.ts'
import {type Read, SourceError} from '../readers/reader.ts'
import {headersOf, textSql} from '../typing/text-sql.ts'
import {columnsBefore} from './columns-before.ts'
import {findVanished, type Rows} from './find-vanished.ts'
import {hasHeader} from './has-header.ts'
import {SchemaDrift} from './schema-drift.ts'
import {sourceLine} from './source-line.ts'

/** Filled values that a column would have had, were it still there, from which on it is surely gone. */
const surelyGone = 20

/**
 * Holds a file's columns against those the dataset needs, and against those of the landing before. Refuses it, naming
 * what changed and which lines to write, where a column that must be filled is missing, or one that was read is gone.
 * New columns, and old ones that nothing is read from, are findings; so is a column that may be empty and was never there.
 */
export async function checkColumns(
  {columns, relation}: Read,
  {address}: Fetched,
  {format}: Source,
  past: Past,
  duck: DuckDBConnection,
): Promise<Finding[]> {
  const {dataset, columns: sources} = past.feed
  const before = columnsBefore(address, past.landings)
  const now: Rows = {relation, columns}
  const earlier: Rows | null = before && {
    relation: `read_parquet(${literal(join(landingFolder(past.data, past.city.id, dataset.id), before.landing.file))})`,
    columns: before.landing.columns,
  }
  const present = new Set(columns)
  const missing: string[] = []
  const gone: string[] = []
  const findings: Finding[] = []
  for (const [name, column] of Object.entries(dataset.columns)) {
    const source = sources[name]
    const headers = headersOf(column, source)
    if (source?.value !== undefined || headers.length === 0 || headers.some(header => present.has(header)))
      continue
    const wasThere = headers.some(header => before?.columns.has(header))
    if (!column.nullable) missing.push(name)
    else if (
      earlier &&
      wasThere &&
      !source?.mayBeAbsent &&
      (hasHeader(format) || (await wouldBeFilled(name, past.feed, earlier, relation, duck)))
    )
      gone.push(name)
    else if (source?.from !== undefined)
      findings.push(finding('column_absent', {column: name, example: headers.join(', ')}))
  }

  const lost = [...missing, ...gone]
  if (lost.length > 0) {
    const words = lost.map(name =>
      headersOf(dataset.columns[name]!, sources[name])
        .map(header => `"${header}"`)
        .join(' or '),
    )
    const summary = `${dataset.id}: ${address} has no column ${words.join(', ')}. It has ${columns.join(', ')}.`
    if (!earlier) throw new SourceError([summary, ...lookalikes(lost, columns, past)].join('\n'))
    throw new SchemaDrift(summary, await findVanished(lost, past.feed, past.city, earlier, now, duck))
  }
  if (before) findings.push(...changedColumns(columns, before.columns, past, format))
  return findings
}

/** What may have been meant, where nothing has landed yet to compare values with. */
function lookalikes(lost: string[], columns: string[], {city, feed}: Past): string[] {
  return lost.flatMap(name => {
    const source = feed.columns[name]
    const headers = headersOf(feed.dataset.columns[name]!, source)
    const meant = nearest(headers[0]!, columns)
    if (meant === null) return []
    const line = sourceLine(name, {...source, from: [...(source?.from === undefined ? [] : headers), meant]})
    return [`  If "${meant}" is it, in datasets/cities/${city.id}/city.ts:`, `    ${line}`]
  })
}

/** In files without a header a column may be missing by chance: is it so often filled that it cannot be chance? */
async function wouldBeFilled(
  name: string,
  {dataset, columns: sources, nulls}: Feed,
  before: Rows,
  now: string,
  duck: DuckDBConnection,
): Promise<boolean> {
  const text = textSql(dataset.columns[name]!, sources[name], nulls, new Set(before.columns))
  const [share] = await rowsOf<{filled: number | null}>(
    duck,
    `select count(${text}) / nullif(count(*), 0) as filled from ${before.relation}`,
  )
  const [rows] = await rowsOf<{count: number}>(duck, `select count(*) as count from ${now}`)
  return Number(share?.filled ?? 0) * (rows?.count ?? 0) >= surelyGone
}

/** Columns that came, and columns that went and that nothing is read from. */
function changedColumns(
  columns: string[],
  before: ReadonlySet<string>,
  {feed, landings}: Past,
  format: Source['format'],
): Finding[] {
  const folded = (names: Iterable<string>) => new Set([...names].map(foldedName))
  const known = folded([...before, ...landings.slice(-manyLandings).flatMap(landing => landing.columns)])
  const [present, had] = [folded(columns), folded(before)]
  const read = new Set(
    Object.entries(feed.dataset.columns).flatMap(([name, column]) => headersOf(column, feed.columns[name])),
  )
  return [
    ...columns
      .filter(header => !(hasHeader(format) ? had : known).has(foldedName(header)))
      .map(header => finding('column_added', {column: header})),
    ...[...before]
      .filter(header => hasHeader(format) && !present.has(foldedName(header)) && !read.has(header))
      .map(header => finding('column_gone', {column: header})),
  ]
}

/** In files without a header a column comes and goes: it is new if none of so many landings had it. */
const manyLandings = 30
