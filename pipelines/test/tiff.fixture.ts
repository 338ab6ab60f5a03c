/** TIFF's field types by the size of a value (TIFF 6.0, section 2). */
const sizes = {ascii: 1, short: 2, long: 4, double: 8} as const
const codes = {ascii: 2, short: 3, long: 4, double: 12} as const

export type Tags = Record<number, [type: keyof typeof sizes, values: number[] | string]>

/** Tags of a raster of 32-bit floats in one strip, cells of 10 m, its corner at 500 000, 5 000 000 in UTM zone 36. */
export const heightTags = (columns: number, rows: number): Tags => ({
  256: ['long', [columns]],
  257: ['long', [rows]],
  258: ['short', [32]],
  259: ['short', [1]],
  277: ['short', [1]],
  278: ['long', [rows]],
  339: ['short', [3]],
  33550: ['double', [10, 10, 0]],
  33922: ['double', [0, 0, 0, 500_000, 5_000_000, 0]],
  34735: ['short', [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32636]],
})

/** A classic little-endian TIFF of one image in one strip; a tag given as null is left out. */
export function tiff(data: Uint8Array, tags: Tags, over: {[tag: number]: Tags[number] | null} = {}): Buffer {
  const all = {...tags, 273: ['long', [8]], 279: ['long', [data.length]], ...over}
  const entries = Object.entries(all).filter((one): one is [string, Tags[number]] => one[1] !== null)
  const start = 8 + data.length + (data.length % 2)
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  const rest: Buffer[] = []
  let end = start + directory.length
  directory.writeUInt16LE(entries.length, 0)
  for (const [index, [tag, [type, values]]] of entries.entries()) {
    const content =
      typeof values === 'string' ? Buffer.from(`${values}\0`) : Buffer.alloc(values.length * sizes[type])
    if (typeof values !== 'string')
      for (const [place, value] of values.entries()) {
        if (type === 'short') content.writeUInt16LE(value, place * 2)
        else if (type === 'long') content.writeUInt32LE(value, place * 4)
        else content.writeDoubleLE(value, place * 8)
      }
    const at = 2 + index * 12
    directory.writeUInt16LE(Number(tag), at)
    directory.writeUInt16LE(codes[type], at + 2)
    directory.writeUInt32LE(content.length / sizes[type], at + 4)
    if (content.length <= 4) content.copy(directory, at + 8)
    else {
      directory.writeUInt32LE(end, at + 8)
      rest.push(content)
      end += content.length
    }
  }
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])
  head.writeUInt32LE(start, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2), directory, ...rest])
}

export const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer)
