import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {SourceError} from '../src/index.ts'
import {landedRaster} from './raster.fixture.ts'

const real = realData()
const format = {kind: 'asciigrid', crs: 'EPSG:32636', verticalCrs: 'EPSG:5705'} as const
const read = (content: string | Uint8Array, more: Partial<Extract<Format, {kind: 'asciigrid'}>> = {}) =>
  landedRaster('dem.asc', content, {...format, ...more})

const header = 'ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n'
const values = [
  [1.5, null, -3],
  [0.25, 1200, 1e-7],
]

describe('the same grid, however it is written', () => {
  test.each([
    ['as the format has it', `${header}1.5 -9999 -3\n0.25 1200 1e-7\n`],
    [
      'by the middle of a cell',
      `${header.replace('xllcorner 100', 'xllcenter 105').replace('yllcorner 200', 'yllcenter 205')}1.5 -9999 -3\n0.25 1200 1e-7\n`,
    ],
    [
      'in capitals, padded, as Windows ends lines',
      `${header.toUpperCase().replaceAll(' ', '        ')} 1.5 -9999 -3 \n 0.25 1200 1e-7 \n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'with a decimal comma',
      `${header.replace('cellsize 10', 'cellsize 10,0')}1,5 -9999 -3\n0,25 1200 1e-7\n`,
    ],
    ['with exponents and signs', `${header}+15E-1 -9.999e3 -.3e+1\n2.5e-1 1.2E3 0.0000001\n`],
    ['a value a line', `${header}1.5\n-9999\n-3\n0.25\n1200\n1e-7`],
    ['without ends of lines', `${header}1.5 -9999 -3 0.25 1200 1e-7`],
    [
      'with tabs, a mark of byte order and blank lines',
      `\ufeff${header.replaceAll(' ', '\t')}\n1.5\t-9999\t-3\n\n0.25\t1200\t1e-7\n\n`,
    ],
    [
      'with dx and dy, in another order',
      'NODATA_value -9999\nyllcorner 200\nxllcorner 100\ndy 10\ndx 10\nnrows 2\nncols 3\n1.5 -9999 -3\n0.25 1200 1e-7\n',
    ],
    [
      'without a word on what stands for nothing',
      `${header.replace('NODATA_value -9999\n', '')}1.5 -9999 -3\n0.25 1200 1e-7\n`,
    ],
    ['with nan for nothing', `${header.replace('-9999', 'nan')}1.5 NaN -3\n0.25 1200 1e-7\n`],
  ])('%s', async (_, content) => {
    const {cells, blocks, manifest} = await read(content)
    expect(cells()).toEqual(values)
    expect(manifest.findings).toEqual([])
    expect(blocks).toEqual([
      {
        block: '100:220',
        band: '1',
        block_row: '0',
        block_column: '0',
        rows: '2',
        columns: '3',
        x_west: '100',
        y_north: '220',
        cell_width: '10',
        cell_height: '10',
        crs: 'EPSG:32636',
        vertical_crs: 'EPSG:5705',
        valid_cells: '5',
        minimum: '-3',
        maximum: '1200',
        mean: String((1.5 - 3 + 0.25 + 1200 + 1e-7) / 5),
        values: '[1.5,null,-3,0.25,1200,1e-7]',
      },
    ])
  })
})

test('numbers are not torn where the file is read piece by piece', async () => {
  // Two megabytes, so that many a number lies across the end of a piece.
  const [columns, rows] = [700, 300]
  const cell = (row: number, column: number) => (row * columns + column) / 1024
  const lines = Array.from({length: rows}, (_, row) =>
    Array.from({length: columns}, (_, column) => cell(row, column).toFixed(10)).join(' '),
  )
  const {cells, manifest} = await read(
    `ncols ${columns}\nnrows ${rows}\nxllcorner 0\nyllcorner 0\ncellsize 1\n${lines.join('\n')}\n`,
  )
  expect(manifest.records.landed).toBe(11 * 5)
  expect(
    cells().every(
      (line, row) => line.length === columns && line.every((one, column) => one === cell(row, column)),
    ),
  ).toBe(true)
})

test('a few texts among the numbers are findings with their line, and left empty', async () => {
  const numbers = Array.from({length: 200}, (_, index) => String(index))
  numbers[31] = '1.#IND'
  numbers[131] = '1e999'
  numbers[132] = '0x10'
  const lines = Array.from({length: 2}, (_, row) => numbers.slice(row * 100, row * 100 + 100).join(' '))
  const {cells, manifest} = await read(
    `ncols 100\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n${lines.join('\n')}\n`,
  )
  expect(manifest.findings).toEqual([
    {rule: 'type', column: 'values', severity: 'warn', count: 3, rows: [1], example: '1.#IND (line 6)'},
  ])
  const empty = cells().flatMap((line, row) =>
    line.flatMap((one, column) => (one === null ? [row * 100 + column] : [])),
  )
  expect(empty).toEqual([31, 131, 132])
})

describe('is refused, with the reason', () => {
  const grid = `${header}1.5 -9999 -3\n0.25 1200 1e-7\n`
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'too few values',
      grid.slice(0, -8),
      /is cut short: 3 × 2 cells take 6 values, and it has 5\. Fetch it again/,
    ],
    ['a header alone', header, /is cut short: 3 × 2 cells take 6 values, and it has 0/],
    [
      'too many values',
      `${grid}7\n`,
      /does not fit its header: 3 × 2 cells take 6 values, and there are more/,
    ],
    [
      'an absurd size',
      grid.replace('ncols 3', 'ncols 1000000000').replace('nrows 2', 'nrows 1000000000'),
      /claims 1000000000 × 1000000000 cells; 400000000 are read at most/,
    ],
    [
      'a large claim over few values',
      grid.replace('ncols 3', 'ncols 20000').replace('nrows 2', 'nrows 20000'),
      /is cut short: 20000 × 20000 cells take 400000000 values, and it has 6/,
    ],
    ['half a column', grid.replace('ncols 3', 'ncols 1.5'), /claims to be 1\.5 × 2 cells/],
    ['no columns', grid.replace('ncols 3', 'ncols 0'), /claims to be 0 × 2 cells/],
    [
      'no size of cells',
      grid.replace('cellsize 10\n', ''),
      /its header has no cellsize or dx\. It has ncols, nrows, xllcorner, yllcorner, nodata_value/,
    ],
    ['no place', grid.replace('xllcorner 100\n', ''), /its header has no xllcorner or xllcenter/],
    [
      'cells of no size',
      grid.replace('cellsize 10', 'cellsize 0'),
      /is misplaced: corner 100, 200, cells of 0 × 0/,
    ],
    [
      'a corner that is nowhere',
      grid.replace('xllcorner 100', 'xllcorner Infinity'),
      /is misplaced: corner Infinity/,
    ],
    [
      'another name in the header',
      grid.replace('cellsize', 'rotation'),
      /line 5 of its header is "rotation 10"\. There should be ncols/,
    ],
    ['a table', 'name;height\na;1\n', /is not an ASCII grid: line 1 of its header is "name;height"/],
    ['numbers alone', '1 2 3\n4 5 6\n', /its header has no ncols\. It has no such lines/],
    ['words for numbers', `${header}1 b c d e f`, /is not an ASCII grid: 5 of its values are no numbers/],
    [
      'a line without an end',
      `${header}${'7'.repeat(3_000_000)}`,
      /line 7 has "7{40}…" where a number should be/,
    ],
    ['a web page', '<!doctype html><p>404', /is not an ASCII grid: it is a web page \(HTML\)/],
    [
      'two bytes a letter',
      Buffer.from(`\ufeff${grid}`, 'utf16le'),
      /is not an ASCII grid: it is a binary file/,
    ],
    ['an empty file', '', / is empty\./],
    ['nothing but nothing', `${header}${'-9999 '.repeat(6)}`, /holds no value: all 6 cells are empty/],
  ])('%s', async (_, content, reason) => {
    await expect(read(content)).rejects.toThrow(reason)
    await expect(read(content)).rejects.toThrow(SourceError)
  })
})

test.skipIf(!real)(
  'a real grid in its archive: sizes and heights as an eye reads them in the file',
  async () => {
    const {blocks, cells} = await landedRaster(
      'dem.zip',
      readFileSync(join(real!, 'flood/merewether/topography1.zip')),
      {
        kind: 'zip',
        member: 'topography1.asc',
        format: {kind: 'asciigrid', crs: 'EPSG:32756'},
      },
    )
    expect(cells()[0]!.slice(0, 5)).toEqual([null, 42.9475, 43.056, 43.1669, 43.2754])
    expect([cells().length, cells()[0]!.length]).toEqual([416, 321])
    expect(blocks).toHaveLength(7 * 6)
    expect(blocks[0]!.cell_width).toBe('0.99993681000029')
  },
)
