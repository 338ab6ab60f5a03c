import {isUtf8} from 'node:buffer'
import {createReadStream, createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {Encoding} from '@hromada/datasets'
import {type Finding, finding} from '../../findings.ts'
import {firstBytes} from './first-bytes.ts'

/** As `TextDecoder` calls it. */
export type TextLabel =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1251'
  | 'iso-8859-1'
  | 'koi8-u'
  | 'ibm866'

const labels = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'windows-1251': 'windows-1251',
  'latin-1': 'iso-8859-1',
  'koi8-u': 'koi8-u',
  ibm866: 'ibm866',
} as const satisfies Record<Encoding, TextLabel>

/** What a file is in that declares nothing and is not UTF-8: the code page of Ukrainian registries. */
export const usualCodePage = 'windows-1251'

/**
 * Which encoding a text file is in: its byte-order mark decides, then what was declared, then its bytes.
 * A file that is not UTF-8 and declares nothing is taken for windows-1251.
 */
export async function textEncoding(
  path: string,
  said?: Encoding,
): Promise<{encoding: TextLabel; findings: Finding[]}> {
  const head = await firstBytes(path, 1 << 20)
  const bom = byteOrderMark(head)
  const findings: Finding[] = bom ? [finding('byte_order_mark')] : []
  const isValid = isMostlyUtf8(head.subarray(0, wholeCharacters(head)))
  const encoding =
    bom ??
    (said === undefined || (said === 'utf-8' && !isValid)
      ? isValid
        ? 'utf-8'
        : usualCodePage
      : said === 'utf-16' && isBigEndian(head)
        ? 'utf-16be'
        : labels[said])
  if (encoding !== 'utf-8') findings.push(finding('encoding', {example: encoding}))
  return {encoding, findings}
}

/** Writes the file anew as UTF-8, a chunk at a time. */
export async function decodeTo(target: string, path: string, encoding: TextLabel) {
  const decoder = new TextDecoder(encoding)
  const decode = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield decoder.decode(chunk, {stream: true})
    yield decoder.decode()
  }
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), decode, createWriteStream(target))
}

/** How many of these bytes of UTF-8 come before a character that is cut through at their end. */
export function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  return end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes.length
}

/** A few broken lines do not make another encoding: letters beyond ASCII are mostly whole, or mostly not. */
function isMostlyUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true
  let [whole, broken] = [0, 0]
  for (const [letter] of bytes.toString('utf8').matchAll(/\P{ASCII}/gu))
    letter === '\ufffd' ? broken++ : whole++
  return whole > broken
}

function byteOrderMark(head: Buffer): TextLabel | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** Without a mark: ends of lines, digits and delimiters have an empty byte, which comes first. */
const isBigEndian = (head: Buffer) => {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++
  return zeros[0]! > zeros[1]!
}
