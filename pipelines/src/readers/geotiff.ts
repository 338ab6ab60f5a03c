import {open} from 'node:fs/promises'
import {fileKind} from './file-kind.ts'
import {type CellFaults, rasterRead} from './raster-blocks.ts'
import {type Reader, SourceError} from './reader.ts'
import {type Directory, type OpenFile, readAt, readDirectory} from './tiff/directory.ts'
import {floatText} from './tiff/float-text.ts'
import {readGeoreference} from './tiff/georeference.ts'
import {type Layout, readLayout, valuesPerPlace} from './tiff/layout.ts'
import {type Samples, samplesOf} from './tiff/samples.ts'

/** What pieces may take while they wait for their next rows. */
const mostKeptBytes = 96 * 2 ** 20

const [metadataTag, noDataTag] = [42112, 42113]
const [page, mask] = [2, 4]

/**
 * GeoTIFF and BigTIFF as blocks of 64 × 64 cells: tiles or strips, of whole numbers or floats, plain or packed with
 * deflate, LZW, PackBits or Zstandard, with any predictor; one band or several. Columns and what a row is:
 * `raster-blocks.ts`. A file that is cut short, damaged in any piece, turned or nowhere is refused: a height model with a
 * hole that nobody sees is worse than none. A number that is none (NaN where another value stands for nothing, infinity)
 * is a finding, and is left empty.
 */
export const readGeoTiff: Reader<'geotiff'> = async (source, format, {scratch}) => {
  const {path, address} = source
  const kind = await fileKind(path)
  if (kind !== 'a TIFF image') throw new SourceError(`${address} is not a GeoTIFF: it is ${kind}.`)
  const handle = await open(path)
  try {
    const file: OpenFile = {handle, bytes: (await handle.stat()).size, address}
    const directory = await readDirectory(file)
    refuseOtherImages(directory, address)
    const layout = await readLayout(file, directory)
    const place = await readGeoreference(file, directory, format)
    const noData = await readNoData(directory, layout, address)
    await refuseScaled(directory, address)
    const bands = bandsRead(layout.bands, format.band, address)
    const pieces = pieceReader(file, layout)
    return await rasterRead(
      {
        ...place,
        columns: layout.columns,
        rows: layout.rows,
        bands: bands.length,
        textOf: layout.format === 3 && layout.bits === 32 ? floatText : String,
        readRows: (band, first, count, into, faults) =>
          readRows(layout, pieces, noData, {band, of: bands[band]!, first, count}, into, faults),
      },
      source,
      scratch,
    )
  } finally {
    await handle.close()
  }
}

function bandsRead(there: number, wanted: number | undefined, address: string): number[] {
  if (wanted === undefined) return Array.from({length: there}, (_, band) => band)
  if (wanted > there) throw new SourceError(`${address} has no band ${wanted}. It has ${there}.`)
  return [wanted - 1]
}

function refuseOtherImages({others}: Directory, address: string) {
  if (others.some(type => (type & mask) !== 0))
    throw new SourceError(
      `${address} marks what is empty by a mask, which is not read. Mark it by a value: gdal_translate -a_nodata.`,
    )
  const pages = others.filter(type => type === 0 || (type & page) !== 0).length
  if (pages > 0) throw new SourceError(`${address} has ${pages + 1} images; a raster is one.`)
}

/** The value that stands for nothing, as the file's own type keeps it; undefined where it names none. */
async function readNoData(
  directory: Directory,
  {format, bits}: Layout,
  address: string,
): Promise<number | undefined> {
  const text = (await directory.text(noDataTag)).trim()
  if (text === '') return undefined
  const value = /^[-+]?nan$/i.test(text)
    ? Number.NaN
    : /^[-+]?inf(inity)?$/i.test(text)
      ? infinity(text)
      : Number(text)
  if (Number.isNaN(value) && !/nan/i.test(text))
    throw new SourceError(`${address} marks what is empty by "${text}", which is no number.`)
  return format === 3 && bits === 32 ? Math.fround(value) : value
}

const infinity = (text: string) => (text.startsWith('-') ? -Infinity : Infinity)

/** Values that must first be multiplied would be read as heights. */
async function refuseScaled(directory: Directory, address: string) {
  const metadata = directory.has(metadataTag) ? await directory.text(metadataTag) : ''
  for (const [, role, value] of metadata.matchAll(/role="(scale|offset)"[^>]*>\s*([^<\s]+)/g))
    if (Number(value) !== (role === 'scale' ? 1 : 0))
      throw new SourceError(
        `${address} keeps its values with a ${role} of ${value}. Write them as they are: gdal_translate -unscale.`,
      )
}

type Window = {band: number; of: number; first: number; count: number}

/** Copies rows out of the pieces they lie in; `of` is the band in the file. */
async function readRows(
  layout: Layout,
  pieces: (index: number) => Promise<Samples | null>,
  noData: number | undefined,
  {band, of, first, count}: Window,
  into: Float64Array,
  faults: CellFaults,
) {
  const {columns, pieceColumns, pieceRows, across, down, isPlanar} = layout
  const perPlace = valuesPerPlace(layout)
  const [plane, within] = isPlanar ? [of * across * down, 0] : [0, of]
  const isNaNPlain = noData === undefined || Number.isNaN(noData)
  const lastDown = Math.floor((first + count - 1) / pieceRows)
  for (let y = Math.floor(first / pieceRows); y <= lastDown; y++)
    for (let x = 0; x < across; x++) {
      const samples = await pieces(plane + y * across + x)
      const [west, east] = [x * pieceColumns, Math.min(columns, (x + 1) * pieceColumns)]
      const [north, south] = [Math.max(first, y * pieceRows), Math.min(first + count, (y + 1) * pieceRows)]
      for (let row = north; row < south; row++) {
        const target = (row - first) * columns
        if (!samples) {
          into.fill(Number.NaN, target + west, target + east)
          continue
        }
        let at = (row - y * pieceRows) * pieceColumns * perPlace + within
        for (let column = west; column < east; column++, at += perPlace) {
          const value = samples[at]!
          const isNothing = value === noData || !Number.isFinite(value)
          into[target + column] = isNothing ? Number.NaN : value
          if (isNothing && value !== noData && !(isNaNPlain && Number.isNaN(value)))
            faults.add(String(value), band, row, column)
        }
      }
    }
}

/** Pieces as they are asked for, each unpacked once as long as a row of them fits into memory. */
function pieceReader(file: OpenFile, layout: Layout): (index: number) => Promise<Samples | null> {
  const kept = new Map<number, Samples>()
  let keptBytes = 0
  return async index => {
    const known = kept.get(index)
    if (known) {
      kept.delete(index)
      kept.set(index, known)
      return known
    }
    const samples = await readPiece(file, layout, index)
    if (!samples) return null
    kept.set(index, samples)
    keptBytes += samples.byteLength
    for (const [oldest, {byteLength}] of kept) {
      if (keptBytes <= mostKeptBytes || oldest === index) break
      kept.delete(oldest)
      keptBytes -= byteLength
    }
    return samples
  }
}

async function readPiece(file: OpenFile, layout: Layout, index: number): Promise<Samples | null> {
  const {columns, rows, pieceColumns, pieceRows, across, down, isTiled, offsets, lengths} = layout
  const [offset, length] = [offsets[index]!, lengths[index]!]
  if (offset === 0 && length === 0) return null
  const [x, y] = [index % across, Math.floor(index / across) % down]
  const pieceHeight = isTiled ? pieceRows : Math.min(pieceRows, rows - y * pieceRows)
  const view = await readAt(file, offset, length)
  const packed = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  try {
    const shape = {
      format: layout.format,
      bits: layout.bits,
      width: pieceColumns,
      rows: pieceHeight,
      perPlace: valuesPerPlace(layout),
    }
    return samplesOf(packed, shape, layout)
  } catch (error) {
    const [west, north] = [x * pieceColumns, y * pieceRows]
    throw new SourceError(
      `${file.address} is damaged: piece ${index + 1} (columns ${west} to ${Math.min(columns, west + pieceColumns) - 1}, ` +
        `rows ${north} to ${Math.min(rows, north + pieceRows) - 1}) cannot be unpacked: ${(error as Error).message}.`,
    )
  }
}
