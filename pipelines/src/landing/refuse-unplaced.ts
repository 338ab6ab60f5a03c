import type {DuckDBConnection} from '@duckdb/node-api'
import {crsDefinition} from '@hromada/datasets/crs'
import {literal, rowsOf} from '../duckdb.ts'
import type {Source} from '../find-source.ts'
import {SourceError} from '../readers/reader.ts'
import {headersOf, textSql} from '../typing/text-sql.ts'
import type {Past} from './past.ts'
import {addresses} from './read-files.ts'

/**
 * Refuses shapes, models and grids that would lie nowhere: their coordinate system is not known, or it is said or taken
 * to be degrees and most of the shapes' first corners are none.
 */
export async function refuseUnplaced(
  {path, columns}: {path: string; columns: string[]},
  {files, format}: Source,
  {feed}: Past,
  duck: DuckDBConnection,
): Promise<void> {
  const present = new Set(columns)
  const crs = present.has('crs') ? 'crs' : 'null'
  const name = `${feed.dataset.id}: ${addresses(files)}`
  for (const system of await systemsOf(path, present, duck)) {
    if (system !== null) definitionOf(system, name)
    else
      throw new SourceError(
        `${name} names no coordinate system. Declare it: format: {kind: '${innermost(format)}', types, crs: 'EPSG:7415'}.`,
      )
  }
  for (const [id, column] of Object.entries(feed.dataset.columns)) {
    const source = feed.columns[id]
    if (column.type !== 'geometry' || !headersOf(column, source).some(header => present.has(header))) continue
    const text = textSql(column, source, feed.nulls, present)
    const found = await rowsOf<{crs: string | null; shapes: number; no_degrees: number; example: string}>(
      duck,
      `select crs, count(*)::bigint as shapes, count(*) filter (is_far)::bigint as no_degrees,
         any_value(corner.x || ', ' || corner.y) filter (is_far) as example
       from (
         select *, abs(try_cast(corner.x as double)) > 180 or abs(try_cast(corner.y as double)) > 90 as is_far
         from (
           select ${crs} as crs, regexp_extract(${text}, ${literal(firstCorner)}, ['x', 'y']) as corner
           from read_parquet(${literal(path)})
         ) where corner.y <> ''
       ) group by crs`,
    )
    for (const one of found) {
      const isInDegrees = one.crs === null || definitionOf(one.crs, name).proj.startsWith('+proj=longlat')
      if (!isInDegrees || one.no_degrees * 2 <= one.shapes) continue
      const said = one.crs === null ? 'it names no other coordinate system' : `it names ${one.crs}`
      throw new SourceError(
        `${name} has coordinates that are no degrees, such as ${one.example}, and ${said}. ` +
          `Declare it: format: {kind: '${innermost(format)}', crs: 'EPSG:28992'}.`,
      )
    }
  }
}

/** Coordinate systems of city models, by their headers, and of grids. Null stands for none. */
async function systemsOf(
  path: string,
  present: Set<string>,
  duck: DuckDBConnection,
): Promise<(string | null)[]> {
  const isModel = present.has('feature') && present.has('header')
  if (!isModel && !(present.has('crs') && present.has('cell_width'))) return []
  const system = isModel
    ? `case when json_valid(header) then json_extract_string(header, '$.metadata.referenceSystem') end`
    : 'crs'
  const rows = await rowsOf<{crs: string | null}>(
    duck,
    `select distinct ${system} as crs from read_parquet(${literal(path)}) order by crs`,
  )
  return rows.map(({crs}) => crs)
}

/** The first two numbers of a shape; what follows them in a list of numbers is a height. */
const number = '(-?[0-9]+(?:[.][0-9]+)?(?:[eE][-+]?[0-9]+)?)'
const firstCorner = `\\[\\s*${number}\\s*,\\s*${number}`

function definitionOf(crs: string, name: string) {
  try {
    return crsDefinition(crs)
  } catch (error) {
    throw new SourceError(`${name} cannot be put in its place. ${(error as Error).message}`)
  }
}

const innermost = (format: Source['format']): string =>
  format.kind === 'zip' ? format.format.kind : format.kind
