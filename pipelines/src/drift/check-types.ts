import {join} from 'node:path'
import type {DuckDBConnection} from '@duckdb/node-api'
import {type Finding, finding} from '../findings.ts'
import {type LandingManifest, landingFolder} from '../lake.ts'
import type {Past} from '../landing/past.ts'
import {headersOf} from '../typing/text-sql.ts'
import type {Rows} from './find-vanished.ts'
import {type Parsed, parseShares} from './parse-shares.ts'
import {sampleRows} from './sample-rows.ts'
import {type ColumnChange, SchemaDrift} from './schema-drift.ts'
import {sourceLine} from './source-line.ts'
import {suggestReadings} from './suggest-reading.ts'

/**
 * Of a column's filled values: the share that can be read below which it is not of its type, the share by which that
 * must have fallen, and the share of rows that are filled in a column that is said to be filled.
 */
const shares = {broken: 0.5, fall: 0.4, filled: 0.9}

/** Filled values below which nothing is said of a column, rows below which nothing is said of empty ones. */
const fewest = {filled: 5, rows: 20}

/**
 * Holds the values of what is about to land against those of the landing before: where a column that could be read cannot
 * be read any more, the dataset is stopped. One that is empty all at once is a finding.
 */
export async function checkTypes(
  landed: {path: string; rows: number; columns: string[]; isPart: boolean},
  address: string,
  past: Past,
  duck: DuckDBConnection,
): Promise<Finding[]> {
  const {feed, landings} = past
  const last = landings.findLast(({records}) => records.landed >= fewest.filled)
  if (!last || landed.rows === 0) return []
  const now: Rows = {relation: sampleRows(landed.path, landed.rows), columns: landed.columns}
  const parsed = await parseShares(duck, now, feed)
  const isThere = (name: string) =>
    headersOf(feed.dataset.columns[name]!, feed.columns[name]).some(header => landed.columns.includes(header))
  const suspects = [...parsed].filter(
    ([name, one]) => isBroken(one) || (!landed.isPart && isEmpty(one) && isThere(name)),
  )
  if (suspects.length === 0) return []

  const before = await parseShares(duck, rowsOfLanding(last, past), feed)
  const findings: Finding[] = []
  const changes: ColumnChange[] = []
  for (const [name, one] of suspects) {
    const was = before.get(name)!
    if (isBroken(one) && was.filled >= fewest.filled && shareOf(was) - shareOf(one) >= shares.fall)
      changes.push(await describe(name, was, one, past, now, duck))
    else if (isEmpty(one) && !last.isPart && was.filled / was.rows >= shares.filled)
      findings.push(finding('column_emptied', {column: name, count: landed.rows}))
  }
  if (changes.length === 0) return findings
  const names = changes.map(({column}) => column).join(', ')
  throw new SchemaDrift(`${feed.dataset.id}: ${address} holds other values than before in ${names}.`, changes)
}

const shareOf = ({filled, parsed}: Parsed) => parsed / filled
const isBroken = (one: Parsed) => one.filled >= fewest.filled && shareOf(one) < shares.broken
const isEmpty = ({rows, filled}: Parsed) => filled === 0 && rows >= fewest.rows

const rowsOfLanding = ({file, records, columns}: LandingManifest, {data, city, feed}: Past): Rows => ({
  relation: sampleRows(join(landingFolder(data, city.id, feed.dataset.id), file), records.landed),
  columns,
})

async function describe(
  name: string,
  was: Parsed,
  is: Parsed,
  {city, feed}: Past,
  now: Rows,
  duck: DuckDBConnection,
): Promise<ColumnChange> {
  const column = feed.dataset.columns[name]!
  const profile = `datasets/cities/${city.id}/city.ts`
  const {columns, nulls} = await suggestReadings(name, feed, now, duck)
  const header = headersOf(column, feed.columns[name]).find(one => now.columns.includes(one))!
  const lines = [
    ...columns.map(source => ({
      file: profile,
      line: sourceLine(name, source),
      ...(columns.length > 1 ? {when: 'If it is written so'} : {}),
    })),
    ...(nulls === null
      ? []
      : [
          {
            file: profile,
            line: `nulls: [${[...feed.nulls, nulls].map(text => `'${text}'`).join(', ')}],`,
            when: `If "${nulls}" means that there is nothing`,
          },
        ]),
  ]
  const said = `"${header}" (${name}, ${column.type}): ${percent(was)} of its values could be read, now ${percent(is)}.`
  return {
    kind: 'retyped',
    column: name,
    text: lines.length > 0 ? said : `${said} ${advice(column.type)}`,
    lines,
  }
}

const advice = (type: string) =>
  type === 'text' || type === 'boolean'
    ? 'Tell its new words apart with `map` in the city’s profile.'
    : 'Look at the file, and ask its publisher.'

const percent = (one: Parsed) => `${Math.round(shareOf(one) * 1000) / 10} %`
