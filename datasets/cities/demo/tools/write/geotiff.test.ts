import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type HeightRaster, writeGeoTiff} from './geotiff.ts'
import {Outbox} from './outbox.ts'

const columns = 500
const rows = 410
const raster: HeightRaster = {
  values: Float32Array.from({length: columns * rows}, (_, cell) => cell / 8),
  columns,
  rows,
  cellMetres: 4,
  southWest: [364_900, 5_081_600],
  horizontalEpsg: 32636,
  verticalEpsg: 5705,
  verticalName: 'Baltic 1977 height',
  noData: -9999,
  description: 'Made up <here> & вигадано',
  software: 'test',
}

let folder: string
let bytes: DataView
let path: string
const entries = new Map<number, {type: number; count: number; at: number}>()

// The directory is read here from the TIFF 6.0 specification, not with the writer's tables.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'geotiff-'))
  const outbox = new Outbox(folder)
  writeGeoTiff(outbox, 'a/heights.tif', raster)
  path = join(folder, 'a/heights.tif')
  expect(outbox.finish()).toMatchObject([{path: 'a/heights.tif', records: columns * rows}])
  const file = readFileSync(path)
  bytes = new DataView(file.buffer, file.byteOffset, file.byteLength)
  expect(file.toString('latin1', 0, 2)).toBe('II')
  expect(bytes.getUint16(2, true)).toBe(42)
  const directory = bytes.getUint32(4, true)
  const count = bytes.getUint16(directory, true)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    const type = bytes.getUint16(at + 2, true)
    const values = bytes.getUint32(at + 4, true)
    const size = [0, 1, 1, 2, 4, 8, 0, 0, 0, 0, 0, 0, 8][type]! * values
    entries.set(bytes.getUint16(at, true), {
      type,
      count: values,
      at: size <= 4 ? at + 8 : bytes.getUint32(at + 8, true),
    })
  }
  expect(bytes.getUint32(directory + 2 + count * 12, true)).toBe(0)
  expect([...entries.keys()]).toEqual([...entries.keys()].sort((a, b) => a - b))
})
afterAll(() => rmSync(folder, {recursive: true}))

const numbers = (tag: number): number[] => {
  const {type, count, at} = entries.get(tag)!
  return Array.from({length: count}, (_, index) =>
    type === 3
      ? bytes.getUint16(at + index * 2, true)
      : type === 4
        ? bytes.getUint32(at + index * 4, true)
        : bytes.getFloat64(at + index * 8, true),
  )
}
const text = (tag: number): string => {
  const {count, at} = entries.get(tag)!
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, count - 1).toString('utf8')
}

test('says what it is and where', () => {
  expect(numbers(256)).toEqual([columns])
  expect(numbers(257)).toEqual([rows])
  expect([numbers(258), numbers(259), numbers(339)]).toEqual([[32], [1], [3]])
  expect(text(270)).toBe(raster.description)
  expect(text(42112)).toContain('Made up &lt;here&gt; &amp; вигадано')
  expect(text(42113)).toBe('-9999')
  expect(numbers(33550)).toEqual([4, 4, 0])
  // The upper left corner of the raster.
  expect(numbers(33922)).toEqual([0, 0, 0, 364_900, 5_081_600 + rows * 4, 0])
  const keys = numbers(34735)
  expect(keys.slice(0, 3)).toEqual([1, 1, 1])
  expect(keys.length).toBe(4 + keys[3]! * 4)
  const keyValue = (key: number) =>
    keys[keys.findIndex((value, index) => index % 4 === 0 && index > 0 && value === key) + 3]
  // GeoTIFF 1.1: projected coordinate system, vertical coordinate system, their units.
  expect([keyValue(1024), keyValue(1025), keyValue(3072), keyValue(4096), keyValue(4099)]).toEqual([
    1, 1, 32636, 5705, 9001,
  ])
  expect(text(34737)).toBe('Baltic 1977 height|')
})

test('holds every value, the northernmost row first, and nothing beyond', () => {
  const [tileColumns] = numbers(322) as [number]
  const [tileRows] = numbers(323) as [number]
  const across = Math.ceil(columns / tileColumns)
  const offsets = numbers(324)
  expect(offsets.length).toBe(across * Math.ceil(rows / tileRows))
  expect(numbers(325)).toEqual(offsets.map(() => tileColumns * tileRows * 4))
  const valueAt = (column: number, row: number) => {
    const tile = Math.floor(row / tileRows) * across + Math.floor(column / tileColumns)
    return bytes.getFloat32(
      offsets[tile]! + ((row % tileRows) * tileColumns + (column % tileColumns)) * 4,
      true,
    )
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column += 7)
      expect(valueAt(column, row)).toBe(((rows - 1 - row) * columns + column) / 8)
  expect(valueAt(columns, 0)).toBe(-9999)
  expect(valueAt(0, rows)).toBe(-9999)
})
