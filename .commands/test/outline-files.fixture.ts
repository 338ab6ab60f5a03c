import {writeFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {crc32} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'

/** A building by its key and the corners of its outline, easting or longitude first, counter-clockwise and closed. */
export type Outline = {id: string; ring: [x: number, y: number][]}

/** A coordinate system as a file of each kind carries it. */
export type System = {
  organization: string
  code: number
  name: string
  /** As ESRI's programs write it beside a shapefile: without a code. */
  prj: string
}

/** Writes GeoJSON of 2008, which named its system (section 3). */
export function writeGeoJson(path: string, outlines: Outline[], name: string | null) {
  const features = outlines.map(({id, ring}) => ({
    type: 'Feature',
    properties: {id, height: 9},
    geometry: {type: 'Polygon', coordinates: [ring]},
  }))
  const crs = name === null ? {} : {crs: {type: 'name', properties: {name}}}
  writeFileSync(path, JSON.stringify({type: 'FeatureCollection', ...crs, features}))
}

/** Writes GeoParquet 1.1, whose system is PROJJSON. */
export async function writeGeoParquet(path: string, outlines: Outline[], crs: object | null) {
  const column = {encoding: 'WKB', geometry_types: ['Polygon'], crs}
  const geo = JSON.stringify({version: '1.1.0', primary_column: 'geometry', columns: {geometry: column}})
  const rows = outlines.map(({id, ring}) => `('${id}', 9::double, from_hex('${wkb(ring).toString('hex')}'))`)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `copy (select * from (values ${rows.join(', ')}) as t(id, height, geometry)) to '${path}' (format parquet, kv_metadata {geo: '${geo.replaceAll("'", "''")}'})`,
  )
  connection.closeSync()
}

/** Writes a GeoPackage (OGC 12-128r19), whose system is a row of gpkg_spatial_ref_sys. */
export function writeGeoPackage(path: string, outlines: Outline[], system: System) {
  const database = new DatabaseSync(path)
  database.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text);
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z tinyint, m tinyint);
    create table houses (fid integer primary key, geom blob, id text, height real)`)
  database
    .prepare('insert into gpkg_spatial_ref_sys values (?, 7, ?, ?, ?)')
    .run(system.name, system.organization, system.code, system.prj)
  database.exec(`
    insert into gpkg_contents values ('houses', 'features', 'houses', 7);
    insert into gpkg_geometry_columns values ('houses', 'geom', 'POLYGON', 7, 0, 0)`)
  const insert = database.prepare('insert into houses (geom, id, height) values (?, ?, 9)')
  // Magic, version 0, little-endian and without a box, the system's id.
  const head = Buffer.from([0x47, 0x50, 0, 1, 7, 0, 0, 0])
  for (const {id, ring} of outlines) insert.run(Buffer.concat([head, wkb(ring)]), id)
  database.close()
}

/** Writes a zipped shapefile (ESRI Shapefile Technical Description, 1998), whose system is well-known text beside it. */
export function writeShapefile(path: string, outlines: Outline[], prj: string | null) {
  writeFileSync(
    path,
    zip([
      ['houses.shp', shp(outlines)],
      ['houses.dbf', dbf(outlines)],
      ...(prj === null ? [] : [['houses.prj', Buffer.from(prj)] as [string, Buffer]]),
    ]),
  )
}

const numbers = (ring: Outline['ring']) => Buffer.from(Float64Array.from(ring.flat()).buffer)

/** Well-known binary (OGC 06-103r4, 8.2.8) of a polygon of one ring. */
function wkb(ring: Outline['ring']): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt8(1, 0)
  head.writeUInt32LE(3, 1)
  head.writeUInt32LE(1, 5)
  head.writeUInt32LE(ring.length, 9)
  return Buffer.concat([head, numbers(ring)])
}

function shp(outlines: Outline[]): Buffer {
  const records = outlines.map(({ring}, index) => {
    // Outer rings go round clockwise there.
    const corners = ring.toReversed()
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const head = Buffer.alloc(8 + 48)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE((48 + corners.length * 16) / 2, 4)
    head.writeInt32LE(5, 8)
    for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries())
      head.writeDoubleLE(value, 12 + at * 8)
    head.writeInt32LE(1, 44)
    head.writeInt32LE(corners.length, 48)
    return Buffer.concat([head, numbers(corners)])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + records.reduce((sum, {length}) => sum + length, 0)) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  return Buffer.concat([head, ...records])
}

function dbf(outlines: Outline[]): Buffer {
  const fields = [
    {name: 'id', length: 12},
    {name: 'height', length: 4},
  ]
  const head = Buffer.alloc(32 + fields.length * 32 + 1)
  head.writeUInt8(3, 0)
  head.writeUInt32LE(outlines.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(17, 10)
  for (const [index, {name, length}] of fields.entries()) {
    head.write(name, 32 + index * 32)
    head.write('C', 32 + index * 32 + 11)
    head.writeUInt8(length, 32 + index * 32 + 16)
  }
  head.writeUInt8(0x0d, head.length - 1)
  const rows = outlines.map(({id}) => Buffer.from(` ${id.padEnd(12)}9   `))
  return Buffer.concat([head, ...rows])
}

/** A zip archive of files that are stored as they are (APPNOTE 6.3, 4.3). */
function zip(files: [name: string, bytes: Buffer][]): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, bytes] of files) {
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(bytes.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, place, Buffer.from(name)]))
    const part = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), bytes])
    parts.push(part)
    at += part.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(
    entries.reduce((sum, {length}) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...entries, end])
}
