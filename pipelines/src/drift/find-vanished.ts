import type {DuckDBConnection} from '@duckdb/node-api'
import type {City, Column, ColumnSource, Feed} from '@hromada/datasets'
import {nearest} from '../command/nearest.ts'
import {identifier, literal} from '../duckdb.ts'
import {headersOf, textSql} from '../typing/text-sql.ts'
import {type Likeness, likeness} from './likeness.ts'
import type {ColumnChange} from './schema-drift.ts'
import {sourceLine} from './source-line.ts'

/** Rows of either side that are compared. */
const sampleRows = 20_000

/** A relation as SQL, and its columns. */
export type Rows = {relation: string; columns: string[]}

/**
 * What became of columns that a file had and has no more: renamed, where a new one holds the same, or gone. Each comes
 * with the lines to write.
 */
export async function findVanished(
  names: string[],
  feed: Feed,
  city: Pick<City, 'id'>,
  before: Rows,
  now: Rows,
  duck: DuckDBConnection,
): Promise<ColumnChange[]> {
  const used = new Set(
    Object.entries(feed.dataset.columns).flatMap(([name, column]) => headersOf(column, feed.columns[name])),
  )
  const had = new Set(before.columns)
  const free = now.columns.filter(header => !used.has(header) && !had.has(header))
  await sampleInto(duck, 'columns_before', before, feed)
  await sampleInto(duck, 'columns_now', now, feed)
  const changes: ColumnChange[] = []
  for (const name of names) {
    const column = feed.dataset.columns[name]!
    const headers = headersOf(column, feed.columns[name])
    const old = headers.find(header => had.has(header)) ?? headers[0]!
    const alike: {header: string; likeness: Likeness}[] = []
    if (had.has(old))
      for (const header of free) {
        const found = await likeness(
          duck,
          {relation: 'columns_before', header: old},
          {relation: 'columns_now', header},
        )
        if (found) alike.push({header, likeness: found})
      }
    changes.push(describe(name, column, feed, city, old, alike, nearest(old, free)))
  }
  await duck.run('drop table columns_before; drop table columns_now')
  return changes
}

const order: Likeness['by'][] = ['key', 'values', 'writing']

function describe(
  name: string,
  column: Column,
  {dataset, columns}: Feed,
  city: Pick<City, 'id'>,
  old: string,
  alike: {header: string; likeness: Likeness}[],
  byName: string | null,
): ColumnChange {
  const profile = `datasets/cities/${city.id}/city.ts`
  const source = columns[name] ?? {}
  const lineFor = (header: string) =>
    sourceLine(name, {...source, from: [...headersOf(column, source), header]})
  const [best, ...others] = alike.toSorted(
    (a, b) =>
      order.indexOf(a.likeness.by) - order.indexOf(b.likeness.by) || b.likeness.share - a.likeness.share,
  )
  const isCertain =
    best && (others.length === 0 || best.likeness.by !== 'writing' || others[0]!.likeness.by !== 'writing')
  if (best && isCertain)
    return {
      kind: 'renamed',
      column: name,
      text: `"${old}" is called "${best.header}" now: ${reason(best.likeness, old)}.`,
      lines: [{file: profile, line: lineFor(best.header)}],
    }
  const candidates = best ? alike.map(({header}) => header) : byName === null ? [] : [byName]
  const said = best
    ? `${candidates.map(header => `"${header}"`).join(' and ')} are both written as it was.`
    : byName === null
      ? 'No new column looks like it.'
      : `"${byName}" looks most like it by name.`
  return {
    kind: 'vanished',
    column: name,
    text: `"${old}" (${name}) is gone. ${said}`,
    lines: [
      ...candidates.map(header => ({file: profile, line: lineFor(header), when: `If "${header}" is it`})),
      ...(column.nullable
        ? [
            {
              file: profile,
              line: sourceLine(name, withFrom({...source, mayBeAbsent: true}, column)),
              when: 'If it is gone for good',
            },
          ]
        : [
            {
              file: `datasets/${dataset.id}/dataset.ts`,
              line: `${name}: column.${column.type}({from: …, nullable: true, …}),`,
              when: 'If it is gone for good',
            },
            {
              file: profile,
              line: sourceLine(name, withFrom({...source, mayBeAbsent: true}, column)),
              when: 'and then',
            },
          ]),
    ],
  }
}

const withFrom = (source: ColumnSource, column: Column): ColumnSource => ({from: column.from, ...source})

const percent = (share: number) => `${Math.floor(share * 100)} %`

const reason = ({by, share}: Likeness, old: string) =>
  ({
    key: `of rows with the same key ${percent(share)} hold the same value`,
    values: `${percent(share)} of its different values were in "${old}"`,
    writing: `${percent(share)} of its values are written as those of "${old}" were`,
  })[by]

/** Copies rows into a table, with their key as one text. */
async function sampleInto(
  duck: DuckDBConnection,
  table: string,
  {relation, columns}: Rows,
  {dataset, columns: sources, nulls}: Feed,
) {
  const present = new Set(columns)
  const key = dataset.key.map(name => textSql(dataset.columns[name]!, sources[name], nulls, present))
  // A key of which a part is missing, or there is none, tells no rows apart.
  const whole = key.length === 0 ? 'cast(null as varchar)' : key.join(` || ${literal('\u0000')} || `)
  await duck.run(
    `create or replace temp table ${table} as select ${columns.map(identifier).join(', ')}, ${whole} as _key ` +
      `from (select * from ${relation} limit ${sampleRows})`,
  )
}
