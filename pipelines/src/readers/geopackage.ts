import type {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'
import type {Format} from '@hromada/datasets'
import {identifier, literal} from '../duckdb.ts'
import {finding} from '../findings.ts'
import {fileKind} from './file-kind.ts'
import {geometryOfWkb} from './geopackage/wkb.ts'
import {NoRows} from './no-rows.ts'
import {type Reader, SourceError} from './reader.ts'
import {type Cell, RowFile} from './rows/row-file.ts'
import {crsOfWkt} from './shapefile/crs-of-wkt.ts'

type Layer = {name: string; isMap: boolean; geometry: string | null; crs: string | null}

/**
 * One layer of a GeoPackage (OGC 12-128r19), with a geometry or without: a column per column, `geometry` as GeoJSON in
 * the layer's own coordinates, and `crs`, their system (`EPSG:25832`). Easting or longitude comes first, whatever the
 * authority says (2.1.3.1.1). Pictures and other bytes are left out.
 */
export const readGeoPackage: Reader<'geopackage'> = async (file, format, context) => {
  const {path, address} = file
  const kind = await fileKind(path)
  if (kind !== 'an SQLite database') throw new SourceError(`${address} is not a GeoPackage: it is ${kind}.`)
  // Loaded where it is needed: some versions of Node warn of it.
  const {DatabaseSync} = await import('node:sqlite')
  const damaged = (error: unknown): never => {
    if (error instanceof SourceError || (error as {code?: string}).code !== 'ERR_SQLITE_ERROR') throw error
    throw new SourceError(`${address} is damaged: ${(error as Error).message}. Fetch it again.`)
  }
  let database: DatabaseSync | null = null
  const rows = await RowFile.in(context, file, 'columns')
  try {
    // The publisher's file is not written to, nor is anything put beside it.
    const url = pathToFileURL(path)
    url.search = 'immutable=1'
    database = new DatabaseSync(url, {readOnly: true})
    database.exec('pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0')
    refuseDamaged(database, address)
    const chosen = layerOf(database, format, address)
    await copyRows(database, chosen, rows)
    if (rows.rows === 0) throw new NoRows(`${address}: the layer "${chosen.name}" holds no rows.`)
    return await rows.read(chosen.crs === null ? {} : {crs: literal(chosen.crs)})
  } catch (error) {
    await rows.close()
    return damaged(error)
  } finally {
    database?.close()
  }
}

/** Pages that belong to two tables, or to none, could be walked in a circle. */
function refuseDamaged(database: DatabaseSync, address: string) {
  const [row] = database.prepare('pragma quick_check(1)').all() as {quick_check: string}[]
  if (row?.quick_check !== 'ok')
    throw new SourceError(
      `${address} is damaged: ${row?.quick_check ?? 'it cannot be checked'}. Fetch it again.`,
    )
}

function layerOf(
  database: DatabaseSync,
  {layer: wanted, crs: declared}: Extract<Format, {kind: 'geopackage'}>,
  address: string,
): Layer {
  const tables = new Map(
    (database.prepare('select name, type from sqlite_master').all() as {name: string; type: string}[]).map(
      ({name, type}) => [name.toLowerCase(), type],
    ),
  )
  if (!tables.has('gpkg_contents'))
    throw new SourceError(`${address} is an SQLite database, but no GeoPackage.`)
  const contents = database
    .prepare(
      `select c.table_name as name, c.data_type as type, g.column_name as geometry, g.srs_id as id, s.organization as body, s.organization_coordsys_id as code, s.definition as wkt
       from gpkg_contents c left join gpkg_geometry_columns g on lower(g.table_name) = lower(c.table_name)
       left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id order by c.table_name`,
    )
    .all() as {
    name: string
    type: string
    geometry: string | null
    id: number | null
    body: string | null
    code: number | null
    wkt: string | null
  }[]
  const maps = contents.filter(({type}) => type === 'features')
  const lists = contents.filter(({type}) => type === 'attributes' || type === 'features')
  const names = lists.map(({name}) => name).join(', ') || 'none'
  const fitting =
    wanted === undefined
      ? maps.length > 0
        ? maps
        : lists
      : lists.filter(({name}) => name.toLowerCase() === wanted.toLowerCase())
  const [found] = fitting
  if (!found)
    throw new SourceError(
      `${address} has no layer${wanted === undefined ? '' : ` "${wanted}"`}. It has ${names}.`,
    )
  if (fitting.length > 1)
    throw new SourceError(
      `${address} has ${fitting.length} layers: ${names}. Declare which: format: {kind: 'geopackage', layer}.`,
    )
  const {name, geometry} = found
  if (tables.get(name.toLowerCase()) !== 'table')
    throw new SourceError(
      `${address}: the layer "${name}" is ${tables.get(name.toLowerCase()) ?? 'not there'}; only tables are read. Export it as one.`,
    )
  const crs = geometry === null ? null : (declared ?? crsOf(found))
  if (geometry !== null && crs === null)
    throw new SourceError(
      `${address}: the layer "${name}" has no coordinate system. Declare it: format: {kind: 'geopackage', crs: 'EPSG:32636'}.`,
    )
  return {name, isMap: geometry !== null, geometry, crs}
}

/** A program that does not know a system's code makes one up, and describes the system. */
function crsOf({body, code, wkt}: {body: string | null; code: number | null; wkt: string | null}) {
  const named =
    body !== null && Number(code) > 0 && /^\w+$/.test(body) ? `${body.toUpperCase()}:${code}` : null
  return named?.startsWith('EPSG:') ? named : (crsOfWkt(wkt ?? '') ?? named)
}

async function copyRows(database: DatabaseSync, {name, geometry}: Layer, rows: RowFile) {
  const columns = database.prepare(`pragma table_info(${identifier(name)})`).all() as {
    name: string
    type: string
  }[]
  const isBytes = (type: string) => /blob/i.test(type)
  const read = columns.filter(column => column.name === geometry || !isBytes(column.type))
  const statement = database.prepare(
    `select ${read.map(column => identifier(column.name)).join(', ')} from ${identifier(name)}`,
  )
  statement.setReadBigInts(true)
  statement.setReturnArrays(true)
  const faulty: number[] = []
  let fault = ''
  for (const values of statement.iterate() as Iterable<unknown> as Iterable<unknown[]>) {
    const cells = read.map((column, index): Cell => {
      const value = values[index]
      if (column.name !== geometry) return [['columns', column.name], textOf(value)]
      try {
        return [['geometry'], value instanceof Uint8Array ? geometryText(value) : null]
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        if (faulty.push(rows.rows + 1) === 1) fault = error.message
        return [['geometry'], null]
      }
    })
    if (rows.add(cells)) await rows.flush()
  }
  if (faulty.length > 0)
    rows.findings.push(
      finding('type', {column: 'geometry', count: faulty.length, rows: faulty, example: fault}),
    )
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value instanceof Uint8Array ? null : String(value)

/** GeoPackage binary: a head of its own, with a box of 0 to 64 bytes, before well-known binary. */
function geometryText(bytes: Uint8Array): string | null {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50)
    throw new RangeError('it does not begin with GP')
  const flags = bytes[3]!
  const box = [0, 32, 48, 48, 64][(flags >> 1) & 7]
  if (box === undefined) throw new RangeError('its box is of no known kind')
  if ((flags & 32) !== 0) throw new RangeError('it is of a kind that only its writer knows')
  if ((flags & 16) !== 0) return null
  const geometry = geometryOfWkb(bytes.subarray(8 + box))
  return geometry === null ? null : JSON.stringify(geometry)
}
