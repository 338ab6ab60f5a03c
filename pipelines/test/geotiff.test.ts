import {readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {describe, expect, onTestFinished, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {withDuckDB} from '../src/duckdb.ts'
import {SourceError} from '../src/index.ts'
import {readerOf} from '../src/readers/index.ts'
import {landedRaster} from './raster.fixture.ts'
import {floats, heightTags, type Tags, tiff} from './tiff.fixture.ts'

const geotiff = {kind: 'geotiff'} as const
const real = realData()
const rasters = join(import.meta.dirname, 'rasters')
const file = (name: string) => readFileSync(join(rasters, name))

/** What rasters/write.py had GDAL write: 75 × 70 cells, nothing on the diagonal of the first band. */
const [columns, rows] = [75, 70]
const value = (row: number, column: number, band: number, isUnsigned: boolean) =>
  row === column && band === 0
    ? null
    : ((row * 7 + column * 3 + band * 11) % 120) - (isUnsigned ? 0 : 40) || 0
const expected = (band: number, isUnsigned: boolean) =>
  Array.from({length: rows}, (_, row) =>
    Array.from({length: columns}, (_, column) => {
      const here = value(row, column, band, isUnsigned)
      return !isUnsigned && here === -32 ? null : here
    }),
  )

describe('files that GDAL wrote are read to the last cell', () => {
  test.each([
    ['deflate-tiles.tif', 'floats, deflate, floating-point predictor, tiles of 32 × 16'],
    ['lzw-strips.tif', '16 bits with a sign, LZW, horizontal predictor, strips of 13 rows'],
    ['lzw-floats.tif', 'floats, LZW, tiles'],
    ['packbits.tif', '8 bits, PackBits, one strip'],
    ['zstd.tif', '64-bit floats, Zstandard, floating-point predictor'],
    ['plain.tif', '8 bits, not packed'],
    ['big-endian.tif', '32 bits, highest byte first, horizontal predictor'],
    ['big-endian-floats.tif', 'floats, highest byte first, floating-point predictor'],
    ['bigtiff.tif', 'BigTIFF'],
    ['overviews.tif', 'with smaller copies of itself'],
    ['compound.tif', 'with a system of heights'],
  ])('%s: %s', async name => {
    const {cells, manifest, blocks} = await landedRaster(name, file(name), geotiff)
    expect(cells()).toEqual(expected(0, ['packbits.tif', 'plain.tif', 'overviews.tif'].includes(name)))
    expect(manifest.records).toEqual({read: 4, landed: 4, setAside: 0, filtered: 0})
    expect(manifest.findings).toEqual([])
    expect(blocks[0]).toMatchObject({
      x_west: '364900',
      y_north: '5081880',
      cell_width: '4',
      cell_height: '4',
      crs: 'EPSG:32636',
      vertical_crs: name === 'compound.tif' ? 'EPSG:5705' : null,
    })
  })

  test.each(['bands-by-cell.tif', 'bands-apart.tif'])('%s: three bands, or one of them', async name => {
    const all = await landedRaster(name, file(name), geotiff)
    expect([1, 2, 3].map(all.cells)).toEqual([0, 1, 2].map(band => expected(band, false)))
    expect(new Set(all.blocks.map(({block}) => block)).size).toBe(12)
    const second = await landedRaster(name, file(name), {...geotiff, band: 2})
    expect(second.cells()).toEqual(expected(1, false))
    await expect(landedRaster(name, file(name), {...geotiff, band: 4})).rejects.toThrow(
      `${name} has no band 4. It has 3.`,
    )
  })

  test('sparse.tif: tiles that were left out hold nothing', async () => {
    const {cells} = await landedRaster('sparse.tif', file('sparse.tif'), geotiff)
    const first = expected(0, false)
    expect(cells()).toEqual(
      first.map((line, row) => line.map((here, column) => (row < 16 && column < 32 ? here : null))),
    )
  })
})

test('a row is a block: where it lies, what is in it', async () => {
  const {blocks} = await landedRaster('plain.tif', file('plain.tif'), geotiff)
  const cells = Array.from({length: 6 * 11}, (_, index) =>
    value(64 + Math.floor(index / 11), 64 + (index % 11), 0, true),
  )
  const numbers = cells.filter(one => one !== null)
  expect(blocks.map(({block}) => block)).toEqual([
    '364900:5081880',
    '365156:5081880',
    '364900:5081624',
    '365156:5081624',
  ])
  expect(blocks[3]).toEqual({
    block: '365156:5081624',
    band: '1',
    block_row: '1',
    block_column: '1',
    rows: '6',
    columns: '11',
    x_west: '365156',
    y_north: '5081624',
    cell_width: '4',
    cell_height: '4',
    crs: 'EPSG:32636',
    vertical_crs: null,
    valid_cells: String(6 * 11 - 6),
    minimum: String(Math.min(...numbers)),
    maximum: String(Math.max(...numbers)),
    mean: String(numbers.reduce((sum, one) => sum + one, 0) / numbers.length),
    values: JSON.stringify(cells),
  })
})

test('points in the middle of cells are moved to corners; degrees are degrees', async () => {
  const {blocks} = await landedRaster('degrees-points.tif', file('degrees-points.tif'), geotiff)
  // GDAL's own transform, whose corner is that of the cell, was 31.25, 45.95.
  expect(Number(blocks[0]!.x_west)).toBeCloseTo(31.25, 12)
  expect(Number(blocks[0]!.y_north)).toBeCloseTo(45.95, 12)
  expect(blocks[0]!.crs).toBe('EPSG:4326')
})

const numbers = [12.34, -0.01, 3.4e38, 0.1, 1234.567, 1e-7]
const small = (over: {[tag: number]: Tags[number] | null} = {}, data = floats(...numbers)) =>
  tiff(data, heightTags(3, 2), over)
const read = (content: Uint8Array, more: Partial<Extract<Format, {kind: 'geotiff'}>> = {}) =>
  landedRaster('dem.tif', content, {...geotiff, ...more})

test('32-bit floats keep the digits they were written with', async () => {
  const {blocks} = await read(small())
  expect(blocks[0]!.values).toBe('[12.34,-0.01,3.4e+38,0.1,1234.567,1e-7]')
})

test('values that are no numbers are findings, and left empty; NaN is not where it stands for nothing', async () => {
  const data = floats(1, Number.NaN, Infinity, -Infinity, Number.NaN, -9999)
  const noData = (text: string) => ({42113: ['ascii', text] as Tags[number]})
  const {cells, manifest} = await read(small(noData('-9999'), data))
  expect(cells()).toEqual([
    [1, null, null],
    [null, null, null],
  ])
  expect(manifest.findings).toEqual([
    {rule: 'type', column: 'values', severity: 'warn', count: 4, rows: [1], example: 'NaN'},
  ])
  for (const tags of [noData('nan'), {}]) {
    const other = await read(small(tags, floats(1, Number.NaN, 2, 3, 4, 5)))
    expect(other.manifest.findings).toEqual([])
    expect(other.cells()[0]).toEqual([1, null, 2])
  }
  // The smallest float there is, written as a double prints it.
  const least = await read(
    small(noData('-3.4028234663852886e+38'), floats(1, -3.4028234663852886e38, 2, 3, 4, 5)),
  )
  expect(least.cells()[0]).toEqual([1, null, 2])
})

test('one long strip is read in thin ones', async () => {
  const side = 1100
  const data = Float64Array.from({length: side * side}, (_, cell) => cell / 4)
  const tags = {...heightTags(side, side), 258: ['short', [64]] as Tags[number]}
  const {cells} = await read(tiff(new Uint8Array(data.buffer), tags))
  const found = cells()
  expect(found).toHaveLength(side)
  expect(found.every((line, row) => line.every((one, column) => one === (row * side + column) / 4))).toBe(
    true,
  )
})

test('the feed names the system where the file does not, and may not contradict it', async () => {
  const own = file('own-system.tif')
  expect((await read(own, {crs: 'EPSG:6385', verticalCrs: 'EPSG:5705'})).blocks[0]).toMatchObject({
    crs: 'EPSG:6385',
    vertical_crs: 'EPSG:5705',
  })
  await expect(read(own)).rejects.toThrow(
    "dem.tif names no coordinate system by its EPSG code (it says \"unknown\"). Declare it: format: {kind: 'geotiff', crs: 'EPSG:32636'}.",
  )
  await expect(read(file('plain.tif'), {crs: 'EPSG:32637'})).rejects.toThrow(
    'dem.tif is in EPSG:32636, and EPSG:32637 is declared.',
  )
  const local = '+proj=utm +zone=36 +datum=WGS84 +units=m +accuracy=0.2 +title=Local'
  expect((await read(file('plain.tif'), {crs: local})).blocks[0]).toMatchObject({crs: local})
})

describe('is refused, with the reason', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a turned grid', file('rotated.tif'), /is turned against its axes\. Straighten it: gdalwarp/],
    ['no place', file('no-place.tif'), /does not say where it lies: it is a TIFF, and no GeoTIFF/],
    ['LERC', file('lerc.tif'), /is packed with LERC, which is not read\. Pack it anew/],
    ['feet', file('feet.tif'), /gives heights in feet \(EPSG:6360\); metres are read/],
    [
      'another unit',
      small({34735: ['short', [1, 1, 0, 3, 1024, 0, 1, 1, 3072, 0, 1, 32636, 4099, 0, 1, 9002]]}),
      /heights in the unit EPSG:9002/,
    ],
    ['a scale', file('scaled.tif'), /keeps its values with a scale of 0\.1/],
    ['a mask', file('masked.tif'), /marks what is empty by a mask/],
    ['another kind', Buffer.from('ncols 3\n'), /is not a GeoTIFF: it is text/],
    ['a zip', Buffer.from('PK\x03\x04'), /is not a GeoTIFF: it is a zip archive/],
    ['an empty file', Buffer.alloc(0), / is empty\./],
    ['a bare head', Buffer.from('II*\0'), /is cut short or damaged: its head is not complete/],
    ['no image', Buffer.from('II*\0\0\0\0\0'), /is a TIFF without an image/],
    [
      'an absurd size',
      small({256: ['long', [1e9]], 257: ['long', [1e9]]}),
      /claims 1000000000 × 1000000000 cells; 400000000 are read at most/,
    ],
    ['an absurd width', small({256: ['long', [1e9]], 257: ['long', [1]]}), /claims 1000000000 × 1 cells/],
    ['no cells', small({256: ['long', [0]]}), /is damaged: it claims to be 0 × 2 cells/],
    ['no width', small({256: null}), /is damaged: it claims to be NaN × 2 cells/],
    [
      'tiles that are not listed',
      small({256: ['long', [20_000]], 257: ['long', [20_000]], 278: ['long', [1]]}),
      /20000 × 20000 cells take 20000 pieces, and it lists 1\./,
    ],
    [
      'a strip that is too short',
      small({256: ['long', [19_000]], 257: ['long', [19_000]], 278: ['long', [19_000]]}),
      /piece 1 has 24 bytes, and its rows take more/,
    ],
    [
      'a packed strip of a gigabyte',
      small({256: ['long', [19_000]], 257: ['long', [19_000]], 278: ['long', [19_000]], 259: ['short', [8]]}),
      /in pieces of 1377 MB; 128 are read at most\. Cut it into tiles/,
    ],
    [
      'a strip beyond the end',
      small({279: ['long', [1e6]]}),
      /is cut short: piece 1 of 1 ends at byte 1000008, the file at \d+/,
    ],
    [
      'broken deflate',
      small({259: ['short', [8]]}),
      /is damaged: piece 1 \(columns 0 to 2, rows 0 to 1\) cannot be unpacked: incorrect header check/,
    ],
    ['broken LZW', small({259: ['short', [5]]}), /piece 1 .* cannot be unpacked: (the LZW code|it has)/],
    ['mixed bands', small({277: ['short', [2]], 258: ['short', [32, 16]]}), /holds bands of different types/],
    ['single bits', small({258: ['short', [1]], 339: ['short', [1]]}), /holds values of 1 bits in format 1/],
    ['a text for a number', small({256: ['ascii', 'wide']}), /is damaged: tag 256 is no number/],
    [
      'a marker that is no number',
      small({42113: ['ascii', 'n/a']}),
      /marks what is empty by "n\/a", which is no number/,
    ],
    [
      'cells of no size',
      small({33550: ['double', [0, 0, 0]]}),
      /is misplaced: corner 500000, 5000000, cells of 0 × 0/,
    ],
    [
      'a corner that is nowhere',
      small({33922: ['double', [0, 0, 0, Number.NaN, 5e6, 0]]}),
      /is misplaced: corner NaN/,
    ],
    ['south up', small({33550: ['double', [10, -10, 0]]}), /is upside down or mirrored/],
    [
      'single points',
      small({33550: null, 33922: ['double', Array.from({length: 24}, (_, i) => i)]}),
      /is tied to 4 points, not to a grid/,
    ],
    [
      'metres called degrees',
      small({34735: ['short', [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326]]}),
      /is misplaced: it is in degrees \(EPSG:4326\), and its corner is 500000, 5000000/,
    ],
    [
      'keys that are not all there',
      small({34735: ['short', [1, 1, 0, 9, 1024, 0, 1, 1]]}),
      /its 9 GeoTIFF keys are not all there/,
    ],
    [
      'nothing but nothing',
      small({42113: ['ascii', '0']}, floats(0, 0, 0, 0, 0, 0)),
      /holds no value: all 6 cells are empty/,
    ],
  ])('%s', async (_, content, reason) => {
    await expect(read(content)).rejects.toThrow(reason)
    await expect(read(content)).rejects.toThrow(SourceError)
  })

  test('a file that ends early, wherever it ends', async () => {
    const whole = file('deflate-tiles.tif')
    // GDAL writes the directory first, so a file that is cut has its tags and lacks its last tiles.
    for (const share of [0.01, 0.1, 0.5, 0.9, 0.999])
      await expect(read(whole.subarray(0, whole.length * share))).rejects.toThrow(/dem\.tif is cut short/)
  })

  test('a tag that claims billions of values', async () => {
    const many = small()
    const entries = many.readUInt32LE(4) + 2
    // The first tag is the width: its number of values is four bytes on.
    many.writeUInt32LE(4_000_000_000, entries + 4)
    await expect(read(many)).rejects.toThrow('dem.tif is damaged: tag 256 claims 4000000000 values.')
  })

  test('images in a circle', async () => {
    const circle = small()
    const directory = circle.readUInt32LE(4)
    circle.writeUInt32LE(directory, directory + 2 + circle.readUInt16LE(directory) * 12)
    await expect(read(circle)).rejects.toThrow('dem.tif is damaged: its images go round in a circle.')
  })
})

test('whatever is broken in a file, it is read or refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broken-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  const path = join(folder, 'broken.tif')
  const random = numbersFrom(20261121)
  const ends = {read: 0, refused: 0}
  await withDuckDB(folder, new AbortController().signal, async duck => {
    for (const name of [
      'deflate-tiles',
      'lzw-strips',
      'packbits',
      'zstd',
      'plain',
      'bigtiff',
      'bands-apart',
      'sparse',
      'overviews',
      'compound',
    ])
      for (let turn = 0; turn < 60; turn++) {
        await writeFile(path, broken(file(`${name}.tif`), random))
        try {
          const {columns: names} = await readerOf(geotiff)(
            {path, address: 'broken.tif'},
            {duck, scratch: folder},
          )
          expect(names).toContain('values')
          ends.read++
        } catch (error) {
          if (!(error instanceof SourceError)) throw new Error(`${name}, turn ${turn}`, {cause: error})
          expect(error.message).toMatch(/^broken\.tif /)
          ends.refused++
        }
      }
  })
  // Both happen, or the test would not try what it means to.
  expect(ends.read).toBeGreaterThan(50)
  expect(ends.refused).toBeGreaterThan(200)
})

test.skipIf(!real)(
  'a real height model, 1 m, says the same as GeoTIFF and as ASCII grid in its archive',
  async () => {
    const from = (name: string) => readFileSync(join(real!, 'flood/merewether', name))
    const tif = await landedRaster('dem.tif', from('topography1_ptha.tif'), geotiff)
    const asc = await landedRaster('dem.zip', from('topography1.zip'), {
      kind: 'zip',
      member: 'topography1.asc',
      format: {kind: 'asciigrid', crs: 'EPSG:32756'},
    })
    const [a, b] = [tif.cells(), asc.cells()]
    expect([a.length, a[0]!.length]).toEqual([416, 321])
    expect(a.flatMap(line => line.map(one => one === null))).toEqual(
      b.flatMap(line => line.map(one => one === null)),
    )
    let apart = 0
    for (const [row, line] of a.entries())
      for (const [column, one] of line.entries())
        apart = Math.max(apart, Math.abs((one ?? 0) - (b[row]![column] ?? 0)))
    expect(apart).toBeLessThan(1e-4)
    expect(tif.blocks.map(({crs, block_row}) => [crs, block_row])).toEqual(
      asc.blocks.map(({crs, block_row}) => [crs, block_row]),
    )
    for (const [index, {x_west, y_north}] of tif.blocks.entries()) {
      expect(Number(x_west)).toBeCloseTo(Number(asc.blocks[index]!.x_west), 6)
      expect(Number(y_north)).toBeCloseTo(Number(asc.blocks[index]!.y_north), 6)
    }
  },
)

/** Numbers from 0 to 1, the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A file with a few bytes changed, most of them where the tags are, or its end or a part of it gone. */
function broken(whole: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(whole)
  const any = (below: number) => Math.floor(random() * below)
  const way = any(5)
  if (way === 0) return bytes.subarray(0, any(bytes.length))
  if (way === 1) return bytes.fill(any(256), any(bytes.length), any(bytes.length))
  const among = way === 2 ? bytes.length : Math.min(bytes.length, 600)
  for (let turn = 0; turn <= any(6); turn++) {
    const at = any(among)
    if (way === 4 && at + 4 <= bytes.length) bytes.writeUInt32LE(any(2) ? 0xffffffff : any(2 ** 31), at)
    else bytes[at] = any(256)
  }
  return bytes
}
