import {checkSize} from '../raster-blocks.ts'
import {SourceError} from '../reader.ts'
import type {Directory, OpenFile} from './directory.ts'
import {isKnownSample, packings, type SampleKind} from './samples.ts'

/** How a raster lies in its file: in pieces, tiles or strips, from the north-west; with planes apart, plane by plane. */
export type Layout = SampleKind & {
  columns: number
  rows: number
  bands: number
  compression: number
  predictor: number
  isLittleEndian: boolean
  /** Each band in pieces of its own. */
  isPlanar: boolean
  pieceColumns: number
  pieceRows: number
  /** Pieces in a row, and in a column. */
  across: number
  down: number
  /** A strip at the southern edge has only the rows there are; a tile is always whole. */
  isTiled: boolean
  /** Where each piece lies and how long it is; both 0: it was left out, and holds nothing. */
  offsets: number[]
  lengths: number[]
}

/** More pieces than a raster of the size we read needs, and larger ones than memory should hold. */
const [mostPieces, mostPieceBytes, strippedBytes] = [4_000_000, 128 * 2 ** 20, 4 * 2 ** 20]

const packingNames: Record<number, string> = {
  6: 'JPEG',
  7: 'JPEG',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50001: 'WebP',
  50002: 'JPEG XL',
}

/** Reads the tags that say how the values lie in the file, and refuses what cannot be so, or cannot be read. */
export async function readLayout(file: OpenFile, directory: Directory): Promise<Layout> {
  const {address} = file
  const one = async (tag: number, otherwise = Number.NaN) => (await directory.numbers(tag))[0] ?? otherwise
  const columns = await one(256)
  const rows = await one(257)
  const bands = await one(277, 1)
  if (!(bands >= 1)) throw new SourceError(`${address} is damaged: it claims ${bands} bands.`)
  checkSize(columns, rows, bands, address)

  const compression = await one(259, 1)
  if (!(compression in packings))
    throw new SourceError(
      `${address} is packed with ${packingNames[compression] ?? `method ${compression}`}, which is not read. ` +
        'Pack it anew: gdal_translate -co COMPRESS=DEFLATE.',
    )
  const bits = await directory.numbers(258)
  const formats = await directory.numbers(339)
  const kind = {format: formats[0] ?? 1, bits: bits[0] ?? 1}
  const isMixed = bits.some(one => one !== kind.bits) || formats.some(one => one !== kind.format)
  if (isMixed || !isKnownSample(kind))
    throw new SourceError(
      `${address} holds ${isMixed ? 'bands of different types' : `values of ${kind.bits} bits in format ${kind.format}`}, ` +
        'which are not read. Write it anew: gdal_translate -ot Float32.',
    )
  const predictor = await one(317, 1)
  const isPredictable =
    predictor === 1 || (predictor === 2 && kind.bits <= 32) || (predictor === 3 && kind.format === 3)
  if (!isPredictable || (await one(266, 1)) !== 1)
    throw new SourceError(`${address} is written in a way that is not read: predictor ${predictor}.`)

  const isTiled = directory.has(322)
  const pieceColumns = isTiled ? await one(322) : columns
  const pieceRows = isTiled ? await one(323) : Math.min(rows, await one(278, rows))
  if (!(pieceColumns >= 1 && pieceRows >= 1))
    throw new SourceError(`${address} is damaged: its pieces are ${pieceColumns} × ${pieceRows} cells.`)
  const isPlanar = bands > 1 && (await one(284, 1)) === 2
  const across = Math.ceil(columns / pieceColumns)
  const down = Math.ceil(rows / pieceRows)
  const pieces = across * down * (isPlanar ? bands : 1)
  if (pieces > mostPieces)
    throw new SourceError(`${address} is cut into ${pieces} pieces; ${mostPieces} are read at most.`)
  const offsets = await directory.numbers(isTiled ? 324 : 273)
  const lengths = await directory.numbers(isTiled ? 325 : 279)
  if (offsets.length < pieces || lengths.length < pieces)
    throw new SourceError(
      `${address} is damaged: ${columns} × ${rows} cells take ${pieces} pieces, and it lists ${Math.min(offsets.length, lengths.length)}.`,
    )
  for (let index = 0; index < pieces; index++)
    if (offsets[index]! + lengths[index]! > file.bytes)
      throw new SourceError(
        `${address} is cut short: piece ${index + 1} of ${pieces} ends at byte ${offsets[index]! + lengths[index]!}, the file at ${file.bytes}. Fetch it again.`,
      )
  const layout: Layout = {
    ...kind,
    columns,
    rows,
    bands,
    compression,
    predictor,
    isLittleEndian: directory.isLittleEndian,
    isPlanar,
    pieceColumns,
    pieceRows,
    across,
    down,
    isTiled,
    offsets,
    lengths,
  }
  const shaped = compression === 1 && !isTiled ? inThinStrips(layout, address) : layout
  const pieceBytes = shaped.pieceColumns * shaped.pieceRows * valuesPerPlace(shaped) * (kind.bits / 8)
  if (pieceBytes > mostPieceBytes)
    throw new SourceError(
      `${address} is packed in pieces of ${Math.round(pieceBytes / 2 ** 20)} MB; ${mostPieceBytes / 2 ** 20} are read at most. ` +
        'Cut it into tiles: gdal_translate -co TILED=YES.',
    )
  return shaped
}

/** Values of a place that lie side by side. */
export const valuesPerPlace = ({isPlanar, bands}: Pick<Layout, 'isPlanar' | 'bands'>) =>
  isPlanar ? 1 : bands

/** What is not packed can be read row by row, however long its strips are: many files are a single one. */
function inThinStrips(layout: Layout, address: string): Layout {
  const {columns, rows, bits, pieceRows, down, offsets, lengths} = layout
  const rowBytes = columns * valuesPerPlace(layout) * (bits / 8)
  const thinRows = Math.max(1, Math.floor(strippedBytes / rowBytes))
  if (thinRows >= pieceRows) return layout
  const thin: Layout = {...layout, pieceRows: thinRows, offsets: [], lengths: []}
  // Strips that are no multiple of the thin ones would leave remainders in the middle.
  if (down > 1) thin.pieceRows = largestDivisor(pieceRows, thinRows)
  thin.down = Math.ceil(rows / thin.pieceRows)
  const planes = offsets.length >= down * layout.bands && layout.isPlanar ? layout.bands : 1
  for (let plane = 0; plane < planes; plane++)
    for (let first = 0; first < rows; first += thin.pieceRows) {
      const index = plane * down + Math.floor(first / pieceRows)
      const within = (first % pieceRows) * rowBytes
      const count = Math.min(thin.pieceRows, rows - first)
      const isLeftOut = offsets[index] === 0 && lengths[index] === 0
      if (!isLeftOut && within + count * rowBytes > lengths[index]!)
        throw new SourceError(
          `${address} is damaged: piece ${index + 1} has ${lengths[index]} bytes, and its rows take more.`,
        )
      thin.offsets.push(isLeftOut ? 0 : offsets[index]! + within)
      thin.lengths.push(isLeftOut ? 0 : count * rowBytes)
    }
  return thin
}

function largestDivisor(of: number, most: number): number {
  let divisor = most
  while (of % divisor !== 0) divisor--
  return divisor
}
