import {readFile} from 'node:fs/promises'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {fileKind} from './file-kind.ts'
import {type Read, type ReadContext, type Reader, SourceError, type SourceFile} from './reader.ts'

/** JSON: an array of objects, or an object that holds one (or a single record) at `records`. */
export const readJson: Reader<'json'> = (file, {records}, context) =>
  jsonRecords(file, records, new Set(), context)

/** GeoJSON feature collections: a column per property, the feature's `id`, and `geometry` as its text. */
export const readGeoJson: Reader<'geojson'> = async (file, _format, context) => {
  const read = await jsonRecords(file, 'features', new Set(['geometry']), context)
  if (!read.columns.includes('geometry'))
    throw new SourceError(`${file.address} is JSON but not GeoJSON: its features have no geometry.`)
  const named = read.columns
    .filter(name => name !== 'type' && name !== 'properties')
    .map(name => [name, name.replace(/^properties\./, '')] as const)
  const select = named.map(([from, to]) => `${identifier(from)} as ${identifier(to)}`).join(', ')
  return {...read, relation: `(select ${select} from ${read.relation})`, columns: named.map(([, to]) => to)}
}

/**
 * Records of a JSON file as a relation. Nested objects become dotted columns (`attributes.state`), arrays and the
 * columns in `whole` keep their JSON text. Values are cut from the text by DuckDB, so no number is rounded on the way.
 */
async function jsonRecords(
  file: SourceFile,
  path: string | undefined,
  whole: ReadonlySet<string>,
  {duck}: ReadContext,
): Promise<Read> {
  const kind = await fileKind(file.path)
  if (kind !== 'JSON' && kind !== 'text') throw new SourceError(`${file.address} is not JSON: it is ${kind}.`)
  const at =
    path === undefined
      ? '$'
      : `$${path
          .split('.')
          .map(key => `.${JSON.stringify(key)}`)
          .join('')}`
  const [top] = await rowsOf<{valid: boolean; type: string | null}>(
    duck,
    `select json_valid(content) as valid, case when json_valid(content) then json_type(content, ${literal(at)}) end as type
     from read_text(${literal(file.path)})`,
  )
  if (!top?.valid) throw new SourceError(`${file.address} is not JSON: ${await whereItBreaks(file.path)}.`)
  if (top.type !== 'ARRAY' && top.type !== 'OBJECT')
    throw new SourceError(
      `${file.address} has no records at "${path ?? '.'}": there is ${top.type?.toLowerCase() ?? 'nothing'} there.`,
    )

  const held = `json_extract(content, ${literal(at)})`
  const list = top.type === 'ARRAY' ? `json_extract(content, ${literal(`${at}[*]`)})` : `[${held}]`
  const records = `(select unnest(${list}) as record from read_text(${literal(file.path)}))`
  const [shape] = await rowsOf<{shape: string | null}>(
    duck,
    `select json_group_structure(record)::varchar as shape from ${records} where json_type(record) = 'OBJECT'`,
  )
  const leaves = leavesOf(JSON.parse(shape?.shape ?? '{}'), [], whole)
  if (leaves.length === 0) throw new SourceError(`${file.address} has no records at "${path ?? '.'}".`)
  const select = leaves.map(leaf => {
    const pointer = `$${leaf.map(key => `.${JSON.stringify(key)}`).join('')}`
    return `json_extract_string(record, ${literal(pointer)}) as ${identifier(leaf.join('.'))}`
  })
  return {
    relation: `(select ${select.join(', ')} from ${records})`,
    columns: leaves.map(leaf => leaf.join('.')),
    findings: [],
  }
}

/** Paths to everything that is not an object, in the order of the file. */
function leavesOf(shape: unknown, path: string[], whole: ReadonlySet<string>): string[][] {
  if (typeof shape !== 'object' || shape === null || Array.isArray(shape) || whole.has(path.join('.')))
    return path.length > 0 ? [path] : []
  const entries = Object.entries(shape)
  return entries.length === 0 && path.length > 0
    ? [path]
    : entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key], whole))
}

async function whereItBreaks(path: string): Promise<string> {
  try {
    JSON.parse(await readFile(path, 'utf8'))
    return 'it breaks the format'
  } catch (error) {
    return (error as Error).message
  }
}
