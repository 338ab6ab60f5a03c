import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {literal} from '../duckdb.ts'
import {type Finding, finding, placesShown} from '../findings.ts'
import {type Read, SourceError, type SourceFile} from './reader.ts'

/** Cells on a side of a block. */
const blockSide = 64

/** More cells than 20 km by 20 km at a metre have: what claims more was not meant to be read whole. */
const [mostCells, mostSide] = [400_000_000, 200_000]

/** A raster with its rows from north to south and its columns from west to east. */
export type Raster = {
  columns: number
  rows: number
  /** How many values a cell has. */
  bands: number
  /** North-west corner of the north-western cell, and the size of a cell, in units of `crs`. */
  west: number
  north: number
  cellWidth: number
  cellHeight: number
  /** `EPSG:32636`; of the heights, null where nothing says so. */
  crs: string
  verticalCrs: string | null
  /** The shortest text that means this very number. */
  textOf: (value: number) => string
  /**
   * Fills `into` with `count` whole rows of a band (from 0), beginning at row `first`; NaN where there is no value. Asked
   * for from north to south, of each 64 rows every band in turn.
   */
  readRows: (
    band: number,
    first: number,
    count: number,
    into: Float64Array,
    faults: CellFaults,
  ) => Promise<void>
}

/** A block of the longest numbers is 100 kB of text; usual ones are 25, of which so many are 50 MB. */
const [mostLineBytes, blocksTogether] = [2 ** 20, 2048]

const columns = [
  'block',
  'band',
  'block_row',
  'block_column',
  'rows',
  'columns',
  'x_west',
  'y_north',
  'cell_width',
  'cell_height',
  'crs',
  'vertical_crs',
  'valid_cells',
  'minimum',
  'maximum',
  'mean',
  'values',
]

/** Refuses a size that is none, or one nobody can mean. */
export function checkSize(columns: number, rows: number, bands: number, address: string) {
  if (!(columns >= 1 && rows >= 1 && Number.isSafeInteger(columns) && Number.isSafeInteger(rows)))
    throw new SourceError(`${address} is damaged: it claims to be ${columns} × ${rows} cells.`)
  if (columns * rows * bands > mostCells || Math.max(columns, rows) > mostSide)
    throw new SourceError(
      `${address} claims ${columns} × ${rows} cells${bands > 1 ? ` in ${bands} bands` : ''}; ` +
        `${mostCells} are read at most, ${mostSide} on a side. Cut out the city, or make the cells larger.`,
    )
}

/**
 * A raster as rows, one per band and block of 64 × 64 cells, from the north-west, those at the eastern and southern edge
 * smaller. A block is what a tile, a flood or a question for one height takes: any window is found by comparing corners,
 * and costs the blocks it touches, some 25 kB each, never the raster. `values` is a JSON list, row by row from the
 * north-west, null where there is no value: text as in every landing, and `cast(values as float[])` for a database. It is
 * null itself where a whole block is empty. `block` names the north-west corner, so that it stays unique over the sheets
 * of a mosaic. Memory is that of 64 rows.
 */
export async function rasterRead(raster: Raster, {address}: SourceFile, scratch: string): Promise<Read> {
  const {columns: width, rows: height, bands} = raster
  const path = join(scratch, 'blocks.ndjson')
  const out = createWriteStream(path)
  const faults = new CellFaults(raster)
  const band = new Float64Array(Math.min(blockSide, height) * width)
  let [blocks, filled] = [0, 0]
  for (let first = 0; first < height; first += blockSide) {
    const count = Math.min(blockSide, height - first)
    for (let index = 0; index < bands; index++) {
      await raster.readRows(index, first, count, band, faults)
      for (let column = 0; column < width; column += blockSide) {
        const block = blockLine(raster, index, first, count, column, band)
        blocks++
        filled += block.validCells
        if (!out.write(block.line)) await once(out, 'drain')
      }
    }
  }
  out.end()
  await once(out, 'finish')
  if (filled === 0)
    throw new SourceError(`${address} holds no value: all ${width * height * bands} cells are empty.`)
  const shape = columns.map(name => `${literal(name)}: 'VARCHAR'`).join(', ')
  return {
    relation: `read_json(${literal(path)}, format = 'newline_delimited', columns = {${shape}}, maximum_object_size = ${mostLineBytes})`,
    columns,
    rowsTogether: blocksTogether,
    findings: faults.findings(),
    afterwards: () => Promise.resolve({findings: [], setAside: [], records: blocks}),
  }
}

/** Values that are no numbers: how many, in which blocks first, and the first one as it was written. */
export class CellFaults {
  #count = 0
  #blocks: number[] = []
  #example = ''
  #raster: Raster

  constructor(raster: Raster) {
    this.#raster = raster
  }

  add(example: string, band: number, row: number, column: number) {
    const {columns: width, bands} = this.#raster
    if (this.#count++ === 0) this.#example = example
    if (this.#blocks.length === placesShown) return
    const across = Math.ceil(width / blockSide)
    const block = (Math.floor(row / blockSide) * bands + band) * across + Math.floor(column / blockSide) + 1
    if (!this.#blocks.includes(block)) this.#blocks.push(block)
  }

  findings(): Finding[] {
    if (this.#count === 0) return []
    return [
      finding('type', {column: 'values', count: this.#count, rows: this.#blocks, example: this.#example}),
    ]
  }
}

/** A block as a line of JSON; nothing in it needs to be escaped but the names of coordinate systems. */
function blockLine(
  raster: Raster,
  band: number,
  firstRow: number,
  rows: number,
  firstColumn: number,
  cells: Float64Array,
): {line: string; validCells: number} {
  const width = Math.min(blockSide, raster.columns - firstColumn)
  let [minimum, maximum, sum, validCells, values] = [Infinity, -Infinity, 0, 0, '']
  for (let row = 0; row < rows; row++) {
    const start = row * raster.columns + firstColumn
    for (let at = start; at < start + width; at++) {
      const value = cells[at]!
      if (Number.isNaN(value)) {
        values += ',null'
        continue
      }
      values += `,${raster.textOf(value)}`
      if (value < minimum) minimum = value
      if (value > maximum) maximum = value
      sum += value
      validCells++
    }
  }
  const [west, north] = [
    raster.west + firstColumn * raster.cellWidth,
    raster.north - firstRow * raster.cellHeight,
  ]
  const head = {
    block: `${raster.bands > 1 ? `${band + 1}:` : ''}${west}:${north}`,
    band: String(band + 1),
    block_row: String(firstRow / blockSide),
    block_column: String(firstColumn / blockSide),
    rows: String(rows),
    columns: String(width),
    x_west: String(west),
    y_north: String(north),
    cell_width: String(raster.cellWidth),
    cell_height: String(raster.cellHeight),
    crs: raster.crs,
    vertical_crs: raster.verticalCrs,
    valid_cells: String(validCells),
    minimum: validCells ? raster.textOf(minimum) : null,
    maximum: validCells ? raster.textOf(maximum) : null,
    mean: validCells ? String(sum / validCells) : null,
    values: validCells ? `[${values.slice(1)}]` : null,
  }
  return {line: `${JSON.stringify(head)}\n`, validCells}
}
