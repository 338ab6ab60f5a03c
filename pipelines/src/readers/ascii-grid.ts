import {AsciiCells} from './ascii-grid/cells.ts'
import {readAsciiHeader} from './ascii-grid/header.ts'
import {fileKind} from './file-kind.ts'
import {type CellFaults, checkSize, rasterRead} from './raster-blocks.ts'
import {type Reader, SourceError} from './reader.ts'
import {firstBytes} from './text/first-bytes.ts'

const headBytes = 4096

/** A few texts among numbers are findings; where more than so many in a hundred are, it is another kind of file. */
const mostFaultyPercent = 5

/**
 * ESRI ASCII grid as blocks of 64 × 64 cells: `ncols`, `nrows`, the south-western corner or the middle of its cell,
 * `cellsize` (or `dx` and `dy`), `NODATA_value`, in any order and case; then numbers from the north-west, however they
 * are broken into lines, with a point or a comma. Columns and what a row is: `raster-blocks.ts`. The format names no
 * coordinate system, so the feed does.
 */
export const readAsciiGrid: Reader<'asciigrid'> = async (source, {crs, verticalCrs}, {scratch}) => {
  const {path, address} = source
  const kind = await fileKind(path)
  if (kind !== 'text') throw new SourceError(`${address} is not an ASCII grid: it is ${kind}.`)
  const head = (await firstBytes(path, headBytes)).toString('latin1')
  const {values: header, bytes, line} = readAsciiHeader(head, address)
  const need = (...names: string[]): number => {
    const value = names.map(name => header.get(name)).find(one => one !== undefined)
    if (value !== undefined) return value
    const there = [...header.keys()].join(', ')
    throw new SourceError(
      `${address} is not an ASCII grid: its header has no ${names.join(' or ')}. It has ${there || 'no such lines'}.`,
    )
  }
  const [columns, rows] = [need('ncols'), need('nrows')]
  checkSize(columns, rows, 1, address)
  const [cellWidth, cellHeight] = [need('cellsize', 'dx'), need('cellsize', 'dy')]
  const [x, y] = [need('xllcorner', 'xllcenter'), need('yllcorner', 'yllcenter')]
  const west = header.has('xllcorner') ? x : x - cellWidth / 2
  const south = header.has('yllcorner') ? y : y - cellHeight / 2
  if (!(cellWidth > 0 && cellHeight > 0 && Number.isFinite(west + south + (cellWidth + cellHeight) * 1e6)))
    throw new SourceError(
      `${address} is misplaced: corner ${west}, ${south}, cells of ${cellWidth} × ${cellHeight}.`,
    )

  // What Esri's own tools take for nothing where the header does not say it.
  const noData = header.get('nodata_value') ?? header.get('nodata') ?? -9999
  const cells = new AsciiCells(path, bytes, line, address)
  const wanted = `${columns} × ${rows} cells take ${columns * rows} values`
  let faulty = 0
  const readRows = async (
    _band: number,
    first: number,
    count: number,
    into: Float64Array,
    faults: CellFaults,
  ) => {
    const read = await cells.read(into, count * columns, (cell, text, atLine) => {
      if (Number.isNaN(noData) && /^[-+]?nan$/i.test(text)) return
      faulty++
      const [row, column] = [first + Math.floor(cell / columns), cell % columns]
      faults.add(`${text.slice(0, 80)} (line ${atLine})`, 0, row, column)
    })
    if (read < count * columns)
      throw new SourceError(
        `${address} is cut short: ${wanted}, and it has ${first * columns + read}. Fetch it again.`,
      )
    for (let cell = 0; cell < read; cell++)
      if (into[cell] === noData || !Number.isFinite(into[cell])) into[cell] = Number.NaN
    if (faulty * 100 > Math.max(columns * rows * mostFaultyPercent, 100))
      throw new SourceError(`${address} is not an ASCII grid: ${faulty} of its values are no numbers.`)
    if (first + count === rows && (await cells.read(new Float64Array(1), 1, () => {})) > 0)
      throw new SourceError(`${address} does not fit its header: ${wanted}, and there are more.`)
  }
  try {
    return await rasterRead(
      {
        columns,
        rows,
        bands: 1,
        west,
        north: south + rows * cellHeight,
        cellWidth,
        cellHeight,
        crs,
        verticalCrs: verticalCrs ?? null,
        textOf: String,
        readRows,
      },
      source,
      scratch,
    )
  } finally {
    await cells.close()
  }
}
