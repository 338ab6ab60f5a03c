import {isUtf8} from 'node:buffer'
import {createReadStream, createWriteStream} from 'node:fs'
import {open} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {type Finding, finding} from '../findings.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'iso-8859-1'

const declared = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'windows-1251': 'windows-1251',
  'latin-1': 'iso-8859-1',
} as const satisfies Record<string, Encoding>

/**
 * Which encoding a text file is in: its byte-order mark decides, then what was declared, then its bytes.
 * A file that is not UTF-8 and declares nothing is taken for windows-1251, what Ukrainian registries export.
 */
export async function textEncoding(path: string, gzipped: boolean, said?: keyof typeof declared) {
  const head = await firstBytes(path, gzipped, 1 << 20)
  const bom = byteOrderMark(head)
  const findings: Finding[] = bom ? [finding('byte_order_mark')] : []
  const valid = isUtf8(head.subarray(0, lastWholeCharacter(head)))
  const encoding =
    bom ??
    (said === undefined || (said === 'utf-8' && !valid) ? (valid ? 'utf-8' : 'windows-1251') : declared[said])
  if (encoding !== 'utf-8') findings.push(finding('encoding', {example: encoding}))
  return {encoding, findings}
}

/** Writes the file anew as UTF-8, a chunk at a time. */
export async function decodeTo(target: string, path: string, gzipped: boolean, encoding: Encoding) {
  const decoder = new TextDecoder(encoding)
  const decode = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield decoder.decode(chunk, {stream: true})
    yield decoder.decode()
  }
  const raw = createReadStream(path)
  const out = createWriteStream(target)
  await (gzipped ? pipeline(raw, createGunzip(), decode, out) : pipeline(raw, decode, out))
}

/** The first `limit` bytes of a file, unpacked where it is gzipped. */
export async function firstBytes(path: string, gzipped: boolean, limit: number): Promise<Buffer> {
  if (!gzipped) {
    const file = await open(path)
    try {
      const {bytesRead, buffer} = await file.read(Buffer.alloc(limit), 0, limit, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }
  const parts: Buffer[] = []
  let size = 0
  const raw = createReadStream(path)
  const stream = raw.pipe(createGunzip())
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    parts.push(chunk)
    size += chunk.length
    if (size >= limit) break
  }
  raw.destroy()
  return Buffer.concat(parts).subarray(0, limit)
}

function byteOrderMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** A cut through a character at the end of the sample must not count as a fault. */
function lastWholeCharacter(head: Buffer): number {
  let end = head.length
  while (end > 0 && head.length - end < 4 && (head[end - 1]! & 0xc0) === 0x80) end--
  return end > 0 && head[end - 1]! >= 0xc0 ? end - 1 : head.length
}
