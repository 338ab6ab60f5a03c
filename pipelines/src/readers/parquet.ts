import {open, stat} from 'node:fs/promises'
import {
  BLOB,
  type DuckDBBlobValue,
  type DuckDBConnection,
  DuckDBScalarFunction,
  VARCHAR,
} from '@duckdb/node-api'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {uniqueHeaders} from './csv/header-of.ts'
import {fileKind} from './file-kind.ts'
import {geometryOfWkb} from './geopackage/wkb.ts'
import {type Reader, SourceError} from './reader.ts'
import {crsOfName} from './shapefile/crs-of-wkt.ts'

/**
 * Parquet. Numbers become their shortest exact text; nothing is rounded. Geometries, of GeoParquet 1.x or Parquet's own,
 * become GeoJSON in the file's own coordinates, and where these are not degrees of WGS 84, `crs` is their system. Easting
 * or longitude comes first, whatever the authority says (GeoParquet 1.1, "Coordinate axis order").
 */
export const readParquet: Reader<'parquet'> = async ({path, address}, format, {duck}) => {
  const kind = await fileKind(path)
  if (kind !== 'a Parquet file') throw new SourceError(`${address} is not Parquet: it is ${kind}.`)
  if (!(await endsLikeParquet(path)))
    throw new SourceError(`${address} is cut short: a Parquet file ends with its own mark. Fetch it again.`)
  const explain = (error: Error) =>
    new SourceError(`${address} is damaged: ${error.message.split('\n')[0]} Fetch it again.`)
  const damaged = (error: Error) => {
    throw explain(error)
  }
  const source = `read_parquet(${literal(path)})`
  const described = await rowsOf<Described>(duck, `describe select * from ${source}`).catch(damaged)
  const [count] = await rowsOf<{records: number}>(
    duck,
    `select sum(num_rows)::bigint as records from parquet_file_metadata(${literal(path)})`,
  ).catch(damaged)
  const names = described.map(({column_name}) => column_name)
  const {columns, findings} = uniqueHeaders(names)
  const shapes = described.filter(({column_type}) => column_type.startsWith('GEOMETRY'))
  if (shapes.length > 0) registerGeoJson(duck)
  // A publisher's own column of that name would be taken for the system.
  const own = shapes.length > 0 ? columns.findIndex(name => name.toLowerCase() === 'crs') : -1
  const crs = shapes.length > 0 ? (format.crs ?? systemOf(shapes, address)) : null
  const system = crs ?? (own >= 0 ? 'OGC:CRS84' : null)
  if (own >= 0) columns[own] = 'crs_2'
  const texts = described.map(({column_name, column_type}, index) => {
    const value = identifier(column_name)
    const text = column_type.startsWith('GEOMETRY')
      ? `geojson_of_wkb(st_aswkb(${value}))`
      : `${value}::varchar`
    return `${text} as ${identifier(columns[index]!)}`
  })
  if (system !== null) {
    columns.push('crs')
    texts.push(`${literal(system)} as crs`)
  }
  return {
    relation: `(select ${texts.join(', ')} from ${source})`,
    columns,
    findings,
    explain,
    afterwards: () => Promise.resolve({findings: [], setAside: [], records: count?.records ?? 0}),
  }
}

type Described = {column_name: string; column_type: string}

/** The one system of a file's geometries; null for degrees of WGS 84. */
function systemOf(shapes: Described[], address: string): string | null {
  const [first, ...others] = shapes.map(({column_name, column_type}) => ({
    name: column_name,
    crs: crsOf(column_type),
  }))
  const other = others.find(({crs}) => crs !== first!.crs)
  if (!other) return first!.crs
  const [one, two] = [first!, other].map(({name, crs}) => `"${name}" in ${crs ?? 'WGS 84'}`)
  throw new SourceError(
    `${address} has geometries in two coordinate systems: ${one} and ${two}. Have its publisher give them in one.`,
  )
}

/** What PROJJSON (0.7) says of a system here. */
type ProjJson = {
  name?: string
  id?: {authority: string; code: number | string}
  components?: ProjJson[]
}

/** `EPSG:28992` of the type `GEOMETRY('…')`, which names a system or describes it in PROJJSON; null for degrees of WGS 84. */
function crsOf(columnType: string): string | null {
  const [, named = ''] = /^GEOMETRY\('(.*)'\)$/s.exec(columnType) ?? []
  const crs = named.startsWith('{') ? codeOf(JSON.parse(named.replaceAll("''", "'")) as ProjJson) : named
  return /^(|OGC:CRS84h?|EPSG:4326)$/.test(crs) ? null : crs
}

/** Of what has heights the plane; a name where there is no code. */
function codeOf({id, name, components}: ProjJson): string {
  if (id) return `${id.authority}:${id.code}`
  const plane = components?.[0]
  return plane ? codeOf(plane) : (crsOfName(name ?? '') ?? name ?? 'unnamed')
}

const registered = new WeakSet<DuckDBConnection>()

/** What of a geometry cannot be read is null. */
function registerGeoJson(duck: DuckDBConnection) {
  if (registered.has(duck)) return
  registered.add(duck)
  duck.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: 'geojson_of_wkb',
      parameterTypes: [BLOB],
      returnType: VARCHAR,
      mainFunction: (_info, input, output) => {
        const values = input.getColumnValues(0) as (DuckDBBlobValue | null)[]
        for (let row = 0; row < input.rowCount; row++) output.setItem(row, geoJson(values[row]?.bytes))
        output.flush()
      },
    }),
  )
}

function geoJson(wkb: Uint8Array | undefined): string | null {
  try {
    const geometry = wkb ? geometryOfWkb(wkb) : null
    return geometry && JSON.stringify(geometry)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

async function endsLikeParquet(path: string) {
  const {size} = await stat(path)
  const file = await open(path)
  try {
    const {buffer} = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
    return size > 12 && buffer.toString('latin1') === 'PAR1'
  } finally {
    await file.close()
  }
}
