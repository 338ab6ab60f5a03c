import {crc32, inflateSync} from 'node:zlib'

/** Reads an indexed PNG of eight bits with the filters none and up, checks its sums, and gives RGBA bytes. For tests. */
export function readPng(png: Uint8Array): {width: number; height: number; pixels: Uint8Array} {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const body = png.subarray(at + 4, at + 8 + length)
    if (crc32(body) !== view.getUint32(at + 8 + length))
      throw new Error(`The chunk at ${at} has a wrong sum.`)
    chunks.set(String.fromCharCode(...body.subarray(0, 4)), body.subarray(4))
    at += length + 12
  }
  const header = new DataView(chunks.get('IHDR')!.buffer, chunks.get('IHDR')!.byteOffset)
  const [width, height] = [header.getUint32(0), header.getUint32(4)]
  const rows = inflateSync(chunks.get('IDAT')!)
  const [colours, alphas] = [chunks.get('PLTE')!, chunks.get('tRNS')]
  const pixels = new Uint8Array(width * height * 4)
  const above = new Uint8Array(width)
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1)
    const isUp = rows[start] === 2
    for (let x = 0; x < width; x++) {
      const index = (rows[start + 1 + x]! + (isUp ? above[x]! : 0)) & 255
      above[x] = index
      pixels.set([...colours.subarray(index * 3, index * 3 + 3), alphas?.[index] ?? 255], (y * width + x) * 4)
    }
  }
  return {width, height, pixels}
}
