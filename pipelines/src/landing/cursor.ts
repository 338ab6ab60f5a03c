import type {DuckDBConnection} from '@duckdb/node-api'
import type {Feed} from '@hromada/datasets'
import {literal, rowsOf} from '../duckdb.ts'
import type {LandingManifest} from '../lake.ts'
import {headersOf, textSql} from '../typing/text-sql.ts'
import {valueSql} from '../typing/value-sql.ts'

/** From where on a publisher is asked. */
export type Since = {
  /** The publisher's name of the column. */
  header: string
  /** An instant or a whole number: what is not below it is wanted. */
  from: Date | bigint
  /** IANA zone of the publisher's clock. */
  zone: string
}

const dayMilliseconds = 86_400_000

/** Where a dataset with a cursor goes on: its last value less the look-back. Null where it has to begin. */
export function sinceOf(feed: Feed, landings: LandingManifest[]): Since | null {
  const {load, columns} = feed.dataset
  if (load.mode !== 'cursor') return null
  // Of a landing made in another mode nobody knows how far it went; what is whole stands for all before it.
  const begun = landings.findLastIndex(({isPart, cursor}) => !isPart && cursor?.by === load.by)
  const column = columns[load.by]!
  const source = feed.columns[load.by]
  const header = headersOf(column, source).findLast(name => landings.at(-1)?.columns.includes(name))
  if (header === undefined || begun === -1) return null
  const last = landings
    .slice(begun)
    .flatMap(({cursor}) => (cursor?.by === load.by && cursor.last !== null ? cursor.last : []))
  if (last.length === 0) return null
  const zone = source?.zone ?? column.zone
  if (column.type === 'integer') {
    const greatest = last.map(BigInt).reduce((a, b) => (a > b ? a : b))
    return {header, from: greatest - BigInt(load.lookBack), zone}
  }
  const latest = Math.max(...last.map(text => Date.parse(text)))
  return {header, from: new Date(latest - durationMilliseconds(String(load.lookBack))), zone}
}

/** The least and the greatest value of a cursor's column in a file: ISO instants, days, or whole numbers. */
export type Bounds = {
  by: string
  /** Null where there is none, or some row's is not known. */
  least: string | null
  last: string | null
}

/** Bounds of what a file holds; null where the dataset has no cursor. */
export async function cursorBounds(
  duck: DuckDBConnection,
  path: string,
  present: string[],
  retrievedAt: string,
  {dataset, columns, nulls}: Feed,
): Promise<Bounds | null> {
  const {load} = dataset
  if (load.mode !== 'cursor') return null
  const column = dataset.columns[load.by]!
  const source = columns[load.by]
  const text = textSql(column, source, nulls, new Set(present))
  // A time in the future, which is an error or a plan, must not hide what comes before it; nor one before there were
  // clocks in computers what lies between two files.
  const isPast =
    column.type === 'integer'
      ? 'true'
      : `value between timestamptz '1971-01-01' and timestamptz ${literal(retrievedAt)} + interval 1 day`
  const [found] = await rowsOf<{least: string | null; last: string | null}>(
    duck,
    `select if(count(*) = count(value), cast(min(value) filter (where ${isPast}) as varchar), null) as least,
       cast(max(value) filter (where ${isPast}) as varchar) as last
     from (select ${valueSql('t', column, source)} as value from (select ${text} as t from read_parquet(${literal(path)})))`,
  )
  const written = (value: string | null | undefined) =>
    value && column.type === 'timestamp' ? new Date(value).toISOString() : (value ?? null)
  return {by: load.by, least: written(found?.least), last: written(found?.last)}
}

/** Does what ends there reach what begins there? */
export const reaches = (last: string, least: string): boolean =>
  /^-?\d+$/.test(least) ? BigInt(last) >= BigInt(least) : last >= least

/** An ISO 8601 duration; a month has 31 days and a year 366, for a look-back may be too long but not too short. */
function durationMilliseconds(text: string): number {
  const [, years, months, weeks, days, hours, minutes] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? []
  const inDays =
    366 * Number(years ?? 0) + 31 * Number(months ?? 0) + 7 * Number(weeks ?? 0) + Number(days ?? 0)
  return inDays * dayMilliseconds + Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000
}
