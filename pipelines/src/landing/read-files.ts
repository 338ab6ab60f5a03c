import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {checkColumns} from '../drift/check-columns.ts'
import {distinctNames, foldedName} from '../duckdb.ts'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {Source} from '../find-source.ts'
import type {Finding} from '../findings.ts'
import {readerOf} from '../readers/index.ts'
import {NoRows} from '../readers/no-rows.ts'
import {type Read, type ReadContext, SourceError} from '../readers/reader.ts'
import {headersOf} from '../typing/text-sql.ts'
import type {Past} from './past.ts'

/** Files that are open for reading, those that are empty left out, and what was found on opening them. */
export type Opened = {reads: {file: Fetched; read: Read}[]; columns: string[]; findings: Finding[]}

/** Opens every file. One that lacks a column stops the dataset by name; an empty one beside others is a finding. */
export async function readFiles(
  files: Fetched[],
  source: Source,
  past: Past,
  {duck, scratch}: ReadContext,
  signal: AbortSignal,
): Promise<Opened> {
  const reads: Opened['reads'] = []
  const findings: Finding[] = []
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted()
    const own = join(scratch, String(index))
    await mkdir(own)
    let read: Read
    try {
      read = await readerOf(source.format)(file, {duck, scratch: own, signal})
    } catch (error) {
      // Of several pages, the last one may hold nothing.
      if (!(error instanceof NoRows) || source.files.length === 1) throw error
      if (error.finding) findings.push(error.finding)
      continue
    }
    findings.push(...(await checkColumns(read, file, source, past, duck)))
    reads.push({file, read})
  }
  if (reads.length === 0) throw new SourceError(`${past.feed.dataset.id}: ${addresses(files)} are empty.`)
  return {reads, columns: columnsOf(reads, past), findings}
}

/** Columns of all files. Of two spellings that are one name to the database, that stays which a column is read from. */
function columnsOf(reads: Opened['reads'], {feed}: Past): string[] {
  const names = reads.flatMap(({read}) => read.columns)
  const declared = new Set(
    Object.entries(feed.dataset.columns).flatMap(([name, column]) => headersOf(column, feed.columns[name])),
  )
  const spellings = new Map(
    names.filter(name => declared.has(name)).map(name => [foldedName(name), name] as const),
  )
  return distinctNames(names).map(name => spellings.get(foldedName(name)) ?? name)
}

/** Files in a message. */
export const addresses = (files: Fetched[]): string =>
  files.length === 1 ? files[0]!.address : `${files[0]!.address} and ${files.length - 1} more`
