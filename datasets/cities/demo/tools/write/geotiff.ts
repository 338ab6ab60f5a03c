import type {Outbox} from './outbox.ts'

/** A raster of one band of 32-bit floats. Row 0 of `values` is the southernmost, as in the plan. */
export type HeightRaster = {
  values: Float32Array
  columns: number
  rows: number
  cellMetres: number
  /** Easting and northing of the raster's south-west corner. */
  southWest: readonly [east: number, north: number]
  /** EPSG codes: projected coordinates in metres, and heights in metres. */
  horizontalEpsg: number
  verticalEpsg: number
  verticalName: string
  noData: number
  /** What the file is, for people; not empty. */
  description: string
  software: string
}

const tile = 400

/**
 * Writes a GeoTIFF 1.1 (OGC 19-008r4): little-endian, uncompressed, in tiles of 400 × 400 from the north-west, the
 * last row and column of tiles filled up with the value that stands for nothing. @returns cells written
 */
export function writeGeoTiff(outbox: Outbox, path: string, raster: HeightRaster): number {
  const across = Math.ceil(raster.columns / tile)
  const down = Math.ceil(raster.rows / tile)
  const tileBytes = tile * tile * 4
  const tags = tagsOf(raster, across * down, tileBytes)
  const head = directory(tags, across * down, tileBytes)
  const file = outbox.file(path)
  file.write(head)
  const bytes = new DataView(new ArrayBuffer(tileBytes))
  for (let tileRow = 0; tileRow < down; tileRow++)
    for (let tileColumn = 0; tileColumn < across; tileColumn++) {
      for (let line = 0; line < tile; line++) {
        const row = raster.rows - 1 - (tileRow * tile + line)
        for (let place = 0; place < tile; place++) {
          const column = tileColumn * tile + place
          const isIn = row >= 0 && column < raster.columns
          const value = isIn ? raster.values[row * raster.columns + column]! : raster.noData
          bytes.setFloat32((line * tile + place) * 4, value, true)
        }
      }
      file.write(Buffer.from(new Uint8Array(bytes.buffer)))
    }
  file.records = raster.columns * raster.rows
  outbox.done(file)
  return file.records
}

/** TIFF's field types that are used here, and the bytes of one value. */
const fieldTypes = {ascii: [2, 1], short: [3, 2], long: [4, 4], double: [12, 8]} as const
type Tag = {id: number; type: keyof typeof fieldTypes; values: number[] | string}

const offsetsTag = 324

function tagsOf(raster: HeightRaster, tiles: number, tileBytes: number): Tag[] {
  const {columns, rows, cellMetres, southWest, description, software, noData} = raster
  const names = `${raster.verticalName}|`
  // Key directory: version 1.1.1, then per key its number, where its value is (0: here), how many, the value.
  const keys = [
    [1024, 0, 1, 1],
    [1025, 0, 1, 1],
    [3072, 0, 1, raster.horizontalEpsg],
    [3076, 0, 1, 9001],
    [4096, 0, 1, raster.verticalEpsg],
    [4097, 34737, names.length, 0],
    [4099, 0, 1, 9001],
  ]
  const metadata = `<GDALMetadata><Item name="GENERATED">${escaped(description)}</Item><Item name="DESCRIPTION" sample="0" role="description">${escaped(raster.verticalName)}</Item><Item name="UNITTYPE" sample="0" role="unittype">m</Item></GDALMetadata>`
  return [
    {id: 256, type: 'long', values: [columns]},
    {id: 257, type: 'long', values: [rows]},
    {id: 258, type: 'short', values: [32]},
    {id: 259, type: 'short', values: [1]},
    {id: 262, type: 'short', values: [1]},
    {id: 270, type: 'ascii', values: description},
    {id: 277, type: 'short', values: [1]},
    {id: 284, type: 'short', values: [1]},
    {id: 305, type: 'ascii', values: software},
    {id: 322, type: 'long', values: [tile]},
    {id: 323, type: 'long', values: [tile]},
    {id: offsetsTag, type: 'long', values: new Array<number>(tiles).fill(0)},
    {id: 325, type: 'long', values: new Array<number>(tiles).fill(tileBytes)},
    {id: 339, type: 'short', values: [3]},
    {id: 33550, type: 'double', values: [cellMetres, cellMetres, 0]},
    {id: 33922, type: 'double', values: [0, 0, 0, southWest[0], southWest[1] + rows * cellMetres, 0]},
    {id: 34735, type: 'short', values: [1, 1, 1, keys.length, ...keys.flat()]},
    {id: 34737, type: 'ascii', values: names},
    {id: 42112, type: 'ascii', values: metadata},
    {id: 42113, type: 'ascii', values: String(noData)},
  ]
}

/** Header, directory and the values too long for it; tiles follow. */
function directory(tags: Tag[], tiles: number, tileBytes: number): Buffer {
  const contents = tags.map(tag => encoded(tag))
  const start = 8 + 2 + tags.length * 12 + 4
  let end = start
  const places = contents.map(content => {
    if (content.length <= 4) return 0
    const place = end
    end += content.length + (content.length % 2)
    return place
  })
  // Tiles begin on a round address, now that the length of everything before them is known.
  const first = Math.ceil(end / 16) * 16
  const offsets = Array.from({length: tiles}, (_, index) => first + index * tileBytes)
  contents[tags.findIndex(({id}) => id === offsetsTag)] = encoded({
    id: offsetsTag,
    type: 'long',
    values: offsets,
  })

  const head = Buffer.alloc(first)
  head.write('II', 0, 'latin1')
  head.writeUInt16LE(42, 2)
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(tags.length, 8)
  tags.forEach(({id, type}, index) => {
    const at = 10 + index * 12
    const content = contents[index]!
    const [code, size] = fieldTypes[type]
    head.writeUInt16LE(id, at)
    head.writeUInt16LE(code, at + 2)
    head.writeUInt32LE(content.length / size, at + 4)
    if (places[index]) {
      head.writeUInt32LE(places[index], at + 8)
      content.copy(head, places[index])
    } else content.copy(head, at + 8)
  })
  return head
}

function encoded({type, values}: Tag): Buffer {
  if (typeof values === 'string') return Buffer.from(`${values}\0`, 'utf8')
  const [, size] = fieldTypes[type]
  const buffer = Buffer.alloc(values.length * size)
  values.forEach((value, index) => {
    if (type === 'short') buffer.writeUInt16LE(value, index * size)
    else if (type === 'long') buffer.writeUInt32LE(value, index * size)
    else buffer.writeDoubleLE(value, index * size)
  })
  return buffer
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
