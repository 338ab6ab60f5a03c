import {open} from 'node:fs/promises'
import {SourceError} from '../reader.ts'
import {type GeoJsonGeometry, type Position, polygonsOf} from './polygons-of.ts'

/** A shape as GeoJSON, null where it is empty; or what is wrong with it. */
export type Shape = {geometry: GeoJsonGeometry | null; fault: string | null}

const [headerBytes, recordHeaderBytes, mostRecordBytes] = [100, 8, 64 * 2 ** 20]
const pieceBytes = 2 ** 20

/**
 * The shapes of a .shp file in their order (ESRI Shapefile Technical Description, 1998). Measures (M) are left out.
 * Memory is that of one shape. @throws SourceError where the file is none, or is cut short
 */
export async function* shapesOf(path: string, address: string): AsyncGenerator<Shape> {
  const file = await open(path)
  try {
    const {size} = await file.stat()
    const head = Buffer.alloc(headerBytes)
    const {bytesRead} = await file.read(head, 0, headerBytes, 0)
    if (bytesRead < headerBytes || head.readInt32BE(0) !== 9994)
      throw new SourceError(`${address} is no shapefile: it does not begin like one.`)
    const claimed = head.readInt32BE(24) * 2
    if (claimed > size)
      throw new SourceError(`${address} is cut short: it has ${size} bytes of ${claimed}. Fetch it again.`)
    let buffer = Buffer.alloc(pieceBytes)
    let [filled, at, position] = [0, 0, headerBytes]
    /** Sees to it that so many bytes lie in the buffer from `at` on; false at the end of the file. */
    const have = async (bytes: number): Promise<boolean> => {
      if (filled - at >= bytes) return true
      const larger = bytes > buffer.length ? Buffer.alloc(bytes) : buffer
      buffer.copy(larger, 0, at, filled)
      filled -= at
      at = 0
      buffer = larger
      const most = Math.min(buffer.length - filled, claimed - position)
      const {bytesRead} = most > 0 ? await file.read(buffer, filled, most, position) : {bytesRead: 0}
      filled += bytesRead
      position += bytesRead
      return filled >= bytes
    }
    for (let number = 1; await have(recordHeaderBytes); number++) {
      const length = buffer.readInt32BE(at + 4) * 2
      if (length < 4 || length > mostRecordBytes)
        throw new SourceError(`${address} is damaged: shape ${number} claims ${length} bytes.`)
      at += recordHeaderBytes
      if (!(await have(length)))
        throw new SourceError(`${address} is cut short within shape ${number}. Fetch it again.`)
      const content = buffer.subarray(at, at + length)
      at += length
      try {
        yield {geometry: geometryOf(content), fault: null}
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        yield {geometry: null, fault: error.message}
      }
    }
  } finally {
    await file.close()
  }
}

const [point, line, polygon, multiPoint] = [1, 3, 5, 8]

/** Types with Z are 10 more, those with M alone 20. @throws RangeError where it points beyond its end */
function geometryOf(bytes: Buffer): GeoJsonGeometry | null {
  const type = bytes.readInt32LE(0)
  if (type === 0) return null
  const [kind, hasZ] = [type % 10, type >= 11 && type <= 18]
  if (type < 0 || type > 28 || ![point, line, polygon, multiPoint].includes(kind))
    throw new RangeError(
      type === 31 ? 'a multipatch is no flat geometry' : `there is no shape of type ${type}`,
    )
  if (kind === point) {
    const position = [
      bytes.readDoubleLE(4),
      bytes.readDoubleLE(12),
      ...(hasZ ? [bytes.readDoubleLE(20)] : []),
    ]
    return isPlace(position) ? {type: 'Point', coordinates: position} : null
  }
  const isParted = kind !== multiPoint
  const parts = isParted ? bytes.readInt32LE(36) : 0
  const points = bytes.readInt32LE(isParted ? 40 : 36)
  const first = (isParted ? 44 : 40) + parts * 4
  // Box, parts and points, then the range of heights, then heights.
  const heights = first + points * 16 + 16
  if (
    parts < 0 ||
    points < 0 ||
    first + points * 16 > bytes.length ||
    (hasZ && heights + points * 8 > bytes.length)
  )
    throw new RangeError(`it claims ${points} places in ${parts} parts, and has ${bytes.length} bytes`)
  const positions: Position[] = []
  for (let index = 0; index < points; index++) {
    const from = first + index * 16
    const position = [bytes.readDoubleLE(from), bytes.readDoubleLE(from + 8)]
    if (hasZ) position.push(bytes.readDoubleLE(heights + index * 8))
    if (!isPlace(position)) throw new RangeError('a coordinate is no number')
    positions.push(position)
  }
  if (kind === multiPoint) return points === 0 ? null : {type: 'MultiPoint', coordinates: positions}
  const starts = Array.from({length: parts}, (_, index) => bytes.readInt32LE(44 + index * 4))
  if (starts.some((start, index) => start < (index === 0 ? 0 : starts[index - 1]!) || start > points))
    throw new RangeError('its parts lie outside of it')
  const lines = starts.map((start, index) => positions.slice(start, starts[index + 1] ?? points))
  if (kind === polygon) return polygonsOf(lines)
  const drawn = lines.filter(({length}) => length > 1)
  if (drawn.length === 0) return null
  return drawn.length === 1
    ? {type: 'LineString', coordinates: drawn[0]!}
    : {type: 'MultiLineString', coordinates: drawn}
}

/** Values below -10³⁸ stand for nothing. */
const isPlace = (position: number[]) => position.every(value => Number.isFinite(value) && value > -1e38)
