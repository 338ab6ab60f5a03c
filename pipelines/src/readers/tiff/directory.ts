import type {FileHandle} from 'node:fs/promises'
import {SourceError} from '../reader.ts'

/** An open file with its length, and what to call it. */
export type OpenFile = {handle: FileHandle; bytes: number; address: string}

/** The first image's tags; asking for one that is not there gives an empty list or an empty text. */
export type Directory = {
  isLittleEndian: boolean
  numbers: (tag: number) => Promise<number[]>
  text: (tag: number) => Promise<string>
  has: (tag: number) => boolean
  /** `NewSubfileType` of every further image: 1 smaller copy, 2 page, 4 mask, added up. */
  others: number[]
}

type Entry = {type: number; count: number; at: number}
type NumberType = {size: number; read: (view: DataView, at: number, isLittleEndian: boolean) => number}

/** Field types of TIFF 6.0 and BigTIFF that hold one number each. */
const numberTypes: Record<number, NumberType> = {
  1: {size: 1, read: (view, at) => view.getUint8(at)},
  3: {size: 2, read: (view, at, little) => view.getUint16(at, little)},
  4: {size: 4, read: (view, at, little) => view.getUint32(at, little)},
  6: {size: 1, read: (view, at) => view.getInt8(at)},
  8: {size: 2, read: (view, at, little) => view.getInt16(at, little)},
  9: {size: 4, read: (view, at, little) => view.getInt32(at, little)},
  11: {size: 4, read: (view, at, little) => view.getFloat32(at, little)},
  12: {size: 8, read: (view, at, little) => view.getFloat64(at, little)},
  13: {size: 4, read: (view, at, little) => view.getUint32(at, little)},
  16: {size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little))},
  17: {size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little))},
  18: {size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little))},
}
const sizes: Record<number, number> = {2: 1, 5: 8, 7: 1, 10: 8}
const [subfileTypeTag, mostImages, mostEntries] = [254, 64, 65_535]

/** No tag that is read has more: the longest lists the pieces. */
const mostTagValues = 4_000_000

/**
 * Reads the directory of a TIFF 6.0 or BigTIFF file, of either byte order. Every address is held against the length of
 * the file before anything is read or kept. Throws a `SourceError` where one points beyond it.
 */
export async function readDirectory(file: OpenFile): Promise<Directory> {
  const head = await readAt(file, 0, Math.min(16, file.bytes))
  const isLittleEndian = head.getUint8(0) === 0x49
  const isBig = head.byteLength > 4 && head.getUint16(2, isLittleEndian) === 43
  if (head.byteLength < (isBig ? 16 : 8)) throw cutShort(file, 'its head is not complete')
  const {address} = file
  if (isBig && head.getUint16(4, isLittleEndian) !== 8)
    throw new SourceError(`${address} is damaged: a BigTIFF’s addresses have 8 bytes.`)

  const pointer = (view: DataView, at: number) =>
    isBig ? Number(view.getBigUint64(at, isLittleEndian)) : view.getUint32(at, isLittleEndian)
  const images: Map<number, Entry>[] = []
  const seen = new Set<number>()
  for (let next = pointer(head, isBig ? 8 : 4); next !== 0; ) {
    if (seen.has(next)) throw new SourceError(`${address} is damaged: its images go round in a circle.`)
    if (images.length === mostImages) throw new SourceError(`${address} has more than ${mostImages} images.`)
    seen.add(next)
    const start = await readAt(file, next, isBig ? 8 : 2)
    const count = isBig ? pointer(start, 0) : start.getUint16(0, isLittleEndian)
    if (count === 0 || count > mostEntries)
      throw new SourceError(`${address} is damaged: it claims an image with ${count} tags.`)
    const [head, width, tail] = isBig ? [8, 20, 8] : [2, 12, 4]
    const view = await readAt(file, next + head, count * width + tail)
    const entries = new Map<number, Entry>()
    for (let index = 0; index < count; index++) {
      const entry = index * width
      const tag = view.getUint16(entry, isLittleEndian)
      const type = view.getUint16(entry + 2, isLittleEndian)
      const values = pointer(view, entry + 4)
      const inside = width - (isBig ? 12 : 8)
      const bytes = values * (numberTypes[type]?.size ?? sizes[type] ?? 1)
      const at = next + head + entry + width - inside
      const place = bytes <= inside ? at : pointer(view, entry + width - inside)
      if (!entries.has(tag)) entries.set(tag, {type, count: values, at: place})
    }
    images.push(entries)
    next = pointer(view, count * width)
  }
  const [first, ...others] = images
  if (!first) throw new SourceError(`${address} is a TIFF without an image.`)

  const numbersOf = async (entries: Map<number, Entry>, tag: number): Promise<number[]> => {
    const entry = entries.get(tag)
    if (!entry) return []
    const kind = numberTypes[entry.type]
    if (!kind) throw new SourceError(`${address} is damaged: tag ${tag} is no number (type ${entry.type}).`)
    refuseLong(address, tag, entry)
    const view = await readAt(file, entry.at, entry.count * kind.size)
    return Array.from({length: entry.count}, (_, index) => kind.read(view, index * kind.size, isLittleEndian))
  }
  return {
    isLittleEndian,
    has: tag => first.has(tag),
    numbers: tag => numbersOf(first, tag),
    text: async tag => {
      const entry = first.get(tag)
      if (!entry) return ''
      if (sizes[entry.type] !== 1)
        throw new SourceError(`${address} is damaged: tag ${tag} is no text (type ${entry.type}).`)
      refuseLong(address, tag, entry)
      const {buffer, byteOffset, byteLength} = await readAt(file, entry.at, entry.count)
      return Buffer.from(buffer, byteOffset, byteLength).toString('utf8').replace(/\0+$/, '')
    },
    others: await Promise.all(
      others.map(async entries => (await numbersOf(entries, subfileTypeTag))[0] ?? 0),
    ),
  }
}

function refuseLong(address: string, tag: number, {count}: Entry) {
  if (count > mostTagValues)
    throw new SourceError(`${address} is damaged: tag ${tag} claims ${count} values.`)
}

/** Some bytes of the file, all of them or a `SourceError`. */
export async function readAt(file: OpenFile, at: number, length: number): Promise<DataView> {
  if (at + length > file.bytes)
    throw cutShort(file, `it points to bytes ${at} to ${at + length}, and has ${file.bytes}`)
  const buffer = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const {bytesRead} = await file.handle.read(buffer, done, length - done, at + done)
    if (bytesRead === 0) throw cutShort(file, `it ends at byte ${at + done}`)
    done += bytesRead
  }
  return new DataView(buffer.buffer, buffer.byteOffset, length)
}

const cutShort = ({address}: OpenFile, how: string) =>
  new SourceError(`${address} is cut short or damaged: ${how}. Fetch it again.`)
