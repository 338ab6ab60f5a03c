import {join} from 'node:path'
import {identifier, literal} from '../duckdb.ts'
import type {Read, ReadContext} from './reader.ts'

/** A query of more parts takes the database longer to understand than to run. */
const mostTogether = 50

let joinedSoFar = 0

/**
 * The same rows in the same order from few relations, however many there were: of thousands of pages each fifty become
 * one Parquet file in `scratch`, so that they cost neither memory nor a query of thousands of parts.
 */
export async function joinReads(reads: Read[], context: ReadContext): Promise<Read[]> {
  if (reads.length <= mostTogether) return reads
  const joined: Read[] = []
  for (let first = 0; first < reads.length; first += mostTogether)
    joined.push(await joinAll(reads.slice(first, first + mostTogether), context))
  return joinReads(joined, context)
}

/** One Parquet file in `scratch` from these reads, which are done with. */
export async function joinAll(reads: Read[], {duck, scratch}: ReadContext): Promise<Read> {
  const columns = [...new Set(reads.flatMap(read => read.columns))]
  const together = Math.min(...reads.map(read => read.rowsTogether ?? Infinity))
  const groups = Number.isFinite(together) ? `, row_group_size ${together}` : ''
  const rows = reads.map(({relation}) => `select * from ${relation}`).join(' union all by name ')
  const path = join(scratch, `joined-${joinedSoFar++}.parquet`)
  await duck.run(
    `copy (select ${columns.map(identifier).join(', ')} from (${rows})) to ${literal(path)} (format parquet${groups})`,
  )
  const told = await Promise.all(reads.map(read => read.afterwards?.()))
  const known = told.filter(one => one !== undefined)
  return {
    relation: `read_parquet(${literal(path)})`,
    columns,
    findings: reads.flatMap(read => read.findings),
    ...(groups ? {rowsTogether: together} : {}),
    ...(known.length < told.length
      ? {}
      : {
          afterwards: () =>
            Promise.resolve({
              findings: known.flatMap(({findings}) => findings),
              setAside: known.flatMap(({setAside}) => setAside),
              records: known.reduce((sum, {records}) => sum + records, 0),
            }),
        }),
  }
}
