import {INTEGER, VARCHAR} from '@duckdb/node-api'
import type {OpenRelease} from '../../release/open-release.ts'
import type {Statement} from '../../sql/select-rows.ts'

/** A field of an official structure, and the published column that has its values; null where none has. */
export type OfficialField = {name: string; table: string | null; column: string | null}

/** The table of a release that maps official fields to published columns. */
const mapping = 'compliance_fields'

/** The fields of one table of an annex in their official order; none where the city does not publish it. */
export function officialFields(
  release: OpenRelease,
  city: string,
  annex: number,
  resource: string,
): Promise<OfficialField[]> {
  if (!release.tables.has(mapping)) return Promise.resolve([])
  return texts(
    release,
    'field, table_name, column_name',
    'position',
    `where city = $1 and annex = $2 and resource = $3`,
    [
      {value: city, type: VARCHAR, text: city},
      {value: annex, type: INTEGER, text: String(annex)},
      {value: resource, type: VARCHAR, text: resource},
    ],
  ).then(rows => rows.map(([name, table, column]) => ({name: name!, table: table!, column: column!})))
}

/** What can be asked for of a city: `33/appeals`. */
export async function officialTables(release: OpenRelease, city: string): Promise<string[]> {
  if (!release.tables.has(mapping)) return []
  const rows = await texts(
    release,
    `distinct annex::varchar || '/' || resource`,
    '1',
    'where city = $1 and column_name is not null',
    [{value: city, type: VARCHAR, text: city}],
  )
  return rows.map(([name]) => name!)
}

async function texts(
  release: OpenRelease,
  select: string,
  order: string,
  where: string,
  parameters: Statement['parameters'],
): Promise<(string | null)[][]> {
  const sql = `select ${select} from ${mapping} ${where}`
  const count = await release.count({sql: `select count(*) from (${sql})`, parameters})
  const rows: (string | null)[][] = []
  for await (const chunk of release.chunks({sql: `${sql} order by ${order}`, parameters}, count))
    rows.push(...(chunk.getRows() as (string | null)[][]))
  return rows
}
