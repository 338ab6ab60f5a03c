import {join} from 'node:path'
import {literal} from '../duckdb.ts'
import {fileKind} from './file-kind.ts'
import {crsOfGeoJson} from './json/crs-of-geojson.ts'
import {cutRecords} from './json/cut-records.ts'
import {flattenJson} from './json/flatten-json.ts'
import {NoRows} from './no-rows.ts'
import {type ReadContext, type Reader, SourceError, type SourceFile} from './reader.ts'
import {type Cell, RowFile} from './rows/row-file.ts'
import {decodeTo, textEncoding} from './text/text-encoding.ts'
import {textOf} from './text/text-of.ts'

/**
 * JSON: a list of objects, or an object that holds one (or a single record) at `records`, whatever its size. Nested
 * objects become dotted columns (`attributes.state`), lists keep their JSON text. An element that is no object is set aside.
 */
export const readJson: Reader<'json'> = async (file, {records}, context) => {
  const {rows} = await readRecords(file, records?.split('.') ?? [], context, text => flattenJson(text))
  return rows.read()
}

const kept = new Set(['geometry'])

/**
 * GeoJSON feature collections: a column per property, the feature's `id`, and `geometry` as its text; `crs` where the
 * file names a coordinate system (GeoJSON of 2008) that is not longitude and latitude of WGS 84, or is declared to be in
 * one. A property of that name is numbered then.
 */
export const readGeoJson: Reader<'geojson'> = async (file, format, context) => {
  let [hasGeometry, hasOwnCrs] = [false, false]
  const {rows, aside} = await readRecords(
    file,
    ['features'],
    context,
    text =>
      flattenJson(text, kept).flatMap(([path, value]): Cell[] => {
        if (path[0] === 'geometry') hasGeometry = true
        if (path.length === 2 && path[1]!.toLowerCase() === 'crs') hasOwnCrs = true
        return path.length === 1 && (path[0] === 'type' || path[0] === 'properties') ? [] : [[path, value]]
      }),
    {under: 'properties', wanted: ['crs']},
  )
  try {
    if (!hasGeometry)
      throw new SourceError(`${file.address} is JSON but not GeoJSON: its features have no geometry.`)
    const named = format.crs ?? crsOfGeoJson(aside.get('crs')!, file.address)
    const crs = named ?? (hasOwnCrs ? 'OGC:CRS84' : null)
    return await rows.read(crs === null ? {} : {crs: literal(crs)})
  } catch (error) {
    await rows.close()
    throw error
  }
}

async function readRecords(
  file: SourceFile,
  path: string[],
  context: ReadContext,
  cellsOf: (text: string) => Cell[],
  {under = null, wanted = []}: {under?: string | null; wanted?: string[]} = {},
): Promise<{rows: RowFile; aside: Map<string, string>}> {
  const aside = new Map(wanted.map(name => [name, '']))
  const rows = await RowFile.in(context, file, under)
  try {
    const text = await jsonText(file, rows, context.scratch)
    for await (const records of cutRecords(text, path, file.address, aside))
      for (const {bytes, line} of records) {
        const record = textOf(bytes)
        let cells: Cell[]
        try {
          if (record.isBroken) throw new Error('it is not UTF-8')
          cells = cellsOf(record.text)
        } catch {
          rows.reject('broken_line', line, record.text)
          continue
        }
        if (rows.add(cells)) await rows.flush()
      }
    if (rows.rows + rows.setAside.length === 0)
      throw new NoRows(`${file.address} has no records at "${path.join('.') || '.'}".`)
  } catch (error) {
    await rows.close()
    throw error
  }
  return {rows, aside}
}

/** The file in UTF-8, as JSON should be. */
async function jsonText({path, address}: SourceFile, rows: RowFile, scratch: string): Promise<string> {
  const kind = await fileKind(path)
  const {encoding, findings} = await textEncoding(path)
  if (kind !== 'JSON' && kind !== 'text' && !encoding.startsWith('utf-16'))
    throw new SourceError(`${address} is not JSON: it is ${kind}.`)
  rows.findings.push(...findings)
  if (encoding === 'utf-8') return path
  const decoded = join(scratch, 'decoded.json')
  await decodeTo(decoded, path, encoding)
  return decoded
}
