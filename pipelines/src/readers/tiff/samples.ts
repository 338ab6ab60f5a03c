import {endianness} from 'node:os'
import {constants, inflateSync, zstdDecompressSync} from 'node:zlib'
import {unpackLzw} from './lzw.ts'
import {unpackPackBits} from './pack-bits.ts'

/** Values as a TIFF keeps them: 1 whole, 2 whole with a sign, 3 floating; of so many bits. */
export type SampleKind = {format: number; bits: number}
export type Samples =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array
type SampleArray = new (buffer: ArrayBuffer, at: number, length: number) => Samples

const arrays: Record<string, SampleArray> = {
  '1.8': Uint8Array,
  '2.8': Int8Array,
  '1.16': Uint16Array,
  '2.16': Int16Array,
  '1.32': Uint32Array,
  '2.32': Int32Array,
  '3.32': Float32Array,
  '3.64': Float64Array,
}

export const isKnownSample = ({format, bits}: SampleKind) => `${format}.${bits}` in arrays

/** How bytes may be packed, by the number in the file: unpacked to `length` bytes, or fewer. */
export const packings: Record<number, (packed: Uint8Array, length: number) => Uint8Array> = {
  1: packed => packed,
  5: unpackLzw,
  8: inflate,
  32773: unpackPackBits,
  32946: inflate,
  50000: (packed, length) =>
    zstdDecompressSync(packed, {maxOutputLength: Math.max(1, length), finishFlush: constants.ZSTD_e_flush}),
}

function inflate(packed: Uint8Array, length: number): Uint8Array {
  return inflateSync(packed, {maxOutputLength: Math.max(1, length)})
}

/** One piece of a raster: rows of `width` places with `perPlace` values each. */
type PieceShape = SampleKind & {width: number; rows: number; perPlace: number}

/**
 * Unpacks a piece and undoes its prediction (TIFF 6.0, section 14; Adobe Photoshop TIFF Technical Note 3 for floats).
 * @throws Error with the reason, where the bytes are not what they should be
 */
export function samplesOf(
  packed: Uint8Array,
  {format, bits, width, rows, perPlace}: PieceShape,
  {compression, predictor, isLittleEndian}: {compression: number; predictor: number; isLittleEndian: boolean},
): Samples {
  const size = bits / 8
  const perRow = width * perPlace
  const length = rows * perRow * size
  const unpacked = packings[compression]!(packed, length)
  if (unpacked.length < length) throw new Error(`it has ${unpacked.length} bytes of ${length}`)
  // A copy of its own, so that the numbers begin where numbers may.
  const bytes = new Uint8Array(length)
  bytes.set(unpacked.subarray(0, length))
  const isHostLittle = endianness() === 'LE'
  if (predictor === 3) undoFloats(bytes, perRow, perPlace, size, isHostLittle)
  else if (size > 1 && isLittleEndian !== isHostLittle) swap(Buffer.from(bytes.buffer), size)
  if (predictor === 2) undoDifferences(bytes.buffer, bits, perRow, perPlace)
  const SamplesOf = arrays[`${format}.${bits}`]!
  return new SamplesOf(bytes.buffer, 0, rows * perRow)
}

function swap(bytes: Buffer, size: number) {
  if (size === 2) bytes.swap16()
  else if (size === 4) bytes.swap32()
  else bytes.swap64()
}

/** Every value is what it adds to the one before it in its row; sums wrap as they did when it was written. */
function undoDifferences(buffer: ArrayBuffer, bits: number, perRow: number, perPlace: number) {
  const values =
    bits === 8 ? new Uint8Array(buffer) : bits === 16 ? new Uint16Array(buffer) : new Uint32Array(buffer)
  for (let row = 0; row < values.length; row += perRow)
    for (let at = row + perPlace; at < row + perRow; at++) values[at]! += values[at - perPlace]!
}

/** A row holds first the highest bytes of all its numbers, then the next ones, and each byte what it adds to the last. */
function undoFloats(
  bytes: Uint8Array,
  perRow: number,
  perPlace: number,
  size: number,
  isHostLittle: boolean,
) {
  const length = perRow * size
  const planes = new Uint8Array(length)
  for (let row = 0; row < bytes.length; row += length) {
    planes.set(bytes.subarray(row, row + length))
    for (let at = perPlace; at < length; at++) planes[at]! += planes[at - perPlace]!
    for (let plane = 0; plane < size; plane++) {
      const place = isHostLittle ? size - 1 - plane : plane
      for (let at = 0; at < perRow; at++) bytes[row + at * size + place] = planes[plane * perRow + at]!
    }
  }
}
