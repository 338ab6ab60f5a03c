import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {Format} from '@hromada/datasets'
import {literal} from '../duckdb.ts'
import {finding} from '../findings.ts'
import {uniqueHeaders} from './csv/header-of.ts'
import {fileKind} from './file-kind.ts'
import {NoRows} from './no-rows.ts'
import {type Reader, SourceError} from './reader.ts'
import {type Cell, RowFile} from './rows/row-file.ts'
import {codePageLabel} from './shapefile/code-page.ts'
import {crsOfWkt} from './shapefile/crs-of-wkt.ts'
import {openDbf, textOf} from './shapefile/dbf-rows.ts'
import {type Shape, shapesOf} from './shapefile/shapes.ts'
import {openZip, type Zip, type ZipMember} from './zip/open-zip.ts'

/** Of the small files beside the shapes. */
const mostNoteBytes = 65_536

/**
 * A zipped shapefile as rows: a column per field, `geometry` as GeoJSON in the file's own coordinates, and `crs`, their
 * coordinate system (`EPSG:32636`). Heights stay, measures do not. Texts are read by what the feed says, else the .cpg
 * file, else the table's header, else by their bytes. Rows that are marked as deleted are none.
 */
export const readShapefile: Reader<'shapefile'> = async (file, format, context) => {
  const {scratch} = context
  const {address} = file
  const kind = await fileKind(file.path)
  if (!kind.startsWith('a zip archive'))
    throw new SourceError(
      `${address} is not a zipped shapefile: it is ${kind}. A shapefile is several files; zip them.`,
    )
  const archive = await openZip(file)
  try {
    const base = layerOf(archive.members, format.layer, address)
    const member = (ending: string) =>
      archive.members.find(({name}) => name.toLowerCase() === `${base}.${ending}`.toLowerCase())
    const note = async (ending: string) => {
      const one = member(ending)
      return one ? await textIn(await archive.stream(one, mostNoteBytes)) : null
    }
    const crs = format.crs ?? crsOfNote(await note('prj'), address)
    const code = await note('cpg')
    const [shp, dbf] = [
      await unpacked(archive, member('shp'), scratch),
      await unpacked(archive, member('dbf'), scratch),
    ]
    if (shp === null || dbf === null)
      throw new SourceError(`${address} has no ${base}.dbf, which holds the shapes' columns.`)
    const table = await openDbf(dbf, `${address}/${base}.dbf`)
    const label = labelOf(format, code, table.codePage, address)

    const rows = await RowFile.in(context, file, 'fields')
    try {
      const {columns: names, findings} = uniqueHeaders(table.names)
      rows.findings.push(...findings)
      if (label !== null && label !== 'utf-8') rows.findings.push(finding('encoding', {example: label}))
      const cells = table.read(decoderOf(label))
      await copyShapes(shapesOf(shp, `${address}/${base}.shp`), cells, names, rows, address)
      if (rows.rows === 0) throw new NoRows(`${address} holds no shapes.`)
      return await rows.read({crs: literal(crs)})
    } catch (error) {
      await rows.close()
      throw error
    }
  } finally {
    archive.close()
  }
}

/** The path, without its ending, of the layer to read. */
function layerOf(members: ZipMember[], layer: string | undefined, address: string): string {
  const bases = members.flatMap(({name}) => (/\.shp$/i.test(name) ? [name.slice(0, -4)] : []))
  const nameOf = (base: string) => base.slice(base.lastIndexOf('/') + 1)
  const names = bases.map(nameOf).join(', ')
  if (bases.length === 0)
    throw new SourceError(
      `${address} is no zipped shapefile: it holds ${
        members
          .map(({name}) => name)
          .slice(0, 12)
          .join(', ') || 'nothing'
      }.`,
    )
  const fitting =
    layer === undefined ? bases : bases.filter(base => nameOf(base).toLowerCase() === layer.toLowerCase())
  if (fitting.length === 0) throw new SourceError(`${address} has no layer "${layer}". It has ${names}.`)
  if (fitting.length > 1)
    throw new SourceError(
      `${address} has ${fitting.length} layers: ${names}. Declare which: format: {kind: 'shapefile', layer}.`,
    )
  return fitting[0]!
}

function crsOfNote(wkt: string | null, address: string): string {
  const declare = `Declare it: format: {kind: 'shapefile', crs: 'EPSG:32636'}.`
  if (wkt === null)
    throw new SourceError(`${address} has no .prj file, so its coordinate system is not known. ${declare}`)
  const crs = crsOfWkt(wkt)
  if (crs === null)
    throw new SourceError(
      `${address} names a coordinate system without its EPSG code: ${wkt.trim().slice(0, 120)}. ${declare}`,
    )
  return crs
}

function labelOf(
  format: Extract<Format, {kind: 'shapefile'}>,
  note: string | null,
  codePage: string | null,
  address: string,
): string | null {
  if (format.encoding !== undefined) return format.encoding === 'latin-1' ? 'iso-8859-1' : format.encoding
  return note?.trim() ? codePageLabel(note, `${address}: its .cpg file`) : codePage
}

function decoderOf(label: string | null): (bytes: Buffer) => string {
  if (label === null || label === 'utf-8') return textOf
  const decoder = new TextDecoder(label)
  return bytes => decoder.decode(bytes)
}

/** Writes shapes and the cells of their rows side by side. @throws SourceError where there are not as many of both */
async function copyShapes(
  shapes: AsyncGenerator<Shape>,
  table: AsyncGenerator<(string | null)[] | null>,
  names: string[],
  rows: RowFile,
  address: string,
) {
  const faulty: number[] = []
  let [number, fault] = [0, '']
  try {
    for (;;) {
      const [shape, cells] = [await shapes.next(), await table.next()]
      if (shape.done !== cells.done)
        throw new SourceError(
          `${address} is damaged: after ${number} it has no more ${shape.done ? 'shapes' : 'rows'}, so they cannot be told apart.`,
        )
      if (shape.done || cells.done) break
      number++
      if (cells.value === null) continue
      if (shape.value.fault !== null && faulty.push(number) === 1) fault = shape.value.fault
      const {geometry} = shape.value
      const row: Cell[] = cells.value.map((text, index) => [['fields', names[index]!], text])
      row.push([['geometry'], geometry === null ? null : JSON.stringify(geometry)])
      if (rows.add(row)) await rows.flush()
    }
  } finally {
    await shapes.return(undefined)
    await table.return(undefined)
  }
  if (faulty.length > 0)
    rows.findings.push(
      finding('type', {column: 'geometry', count: faulty.length, rows: faulty, example: fault}),
    )
}

async function unpacked(
  archive: Zip,
  member: ZipMember | undefined,
  scratch: string,
): Promise<string | null> {
  if (!member) return null
  const path = join(scratch, `unpacked${member.name.slice(-4).toLowerCase()}`)
  await pipeline(await archive.stream(member), createWriteStream(path))
  return path
}

async function textIn(stream: Readable): Promise<string> {
  let text = ''
  for await (const piece of stream) text += (piece as Buffer).toString('utf8')
  return text
}
