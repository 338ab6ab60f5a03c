import {isUtf8} from 'node:buffer'
import {open} from 'node:fs/promises'
import {SourceError} from '../reader.ts'
import {usualCodePage, wholeCharacters} from '../text/text-encoding.ts'

type Field = {name: string; type: string; start: number; length: number}

/** A dBASE table: its columns, and its rows in their order; a row that is marked as deleted is null. */
export type Dbf = {
  names: string[]
  rows: number
  /** The code page its header names; null where it names none that is known. */
  read: (decode: (bytes: Buffer) => string) => AsyncGenerator<(string | null)[] | null>
}

const deleted = 0x2a
const pieceBytes = 2 ** 20

/** Opens a .dbf file of dBASE III to 7 and of FoxPro. @throws SourceError where it is none, or is cut short */
export async function openDbf(path: string, address: string): Promise<Dbf & {codePage: string | null}> {
  const file = await open(path)
  let head: Buffer
  let size: number
  try {
    ;({size} = await file.stat())
    const start = Buffer.alloc(32)
    const {bytesRead} = await file.read(start, 0, 32, 0)
    if (bytesRead < 32) throw new SourceError(`${address} is no dBASE table: it has ${size} bytes.`)
    const length = start.readUInt16LE(8)
    if (length < 33 || length > size)
      throw new SourceError(`${address} is no dBASE table: its header claims ${length} bytes.`)
    head = Buffer.alloc(length)
    await file.read(head, 0, length, 0)
  } finally {
    await file.close()
  }
  const [rows, first, width] = [head.readUInt32LE(4), head.readUInt16LE(8), head.readUInt16LE(10)]
  const fields: Field[] = []
  for (let at = 32, start = 1; at + 32 <= head.length && head[at] !== 0x0d; at += 32) {
    const name = nameOf(head.subarray(at, at + 11))
    const type = String.fromCharCode(head[at + 11]!)
    // Long texts keep the higher byte of their length where numbers keep their decimals.
    const length = type === 'C' ? head.readUInt16LE(at + 16) : head[at + 16]!
    fields.push({name, type, start, length})
    start += length
  }
  const needed = fields.reduce((sum, {length}) => sum + length, 1)
  if (fields.length === 0 || needed > width)
    throw new SourceError(
      `${address} is damaged: its ${fields.length} columns take ${needed} bytes, its rows ${width}.`,
    )
  if (first + rows * width > size)
    throw new SourceError(
      `${address} is cut short: ${rows} rows take ${first + rows * width} bytes, and it has ${size}. Fetch it again.`,
    )
  return {
    names: fields.map(({name}) => name),
    rows,
    codePage: codePages[head[29]!] ?? null,
    read: decode => rowsOf(path, {first, rows, width, fields}, decode),
  }
}

const nameOf = (bytes: Buffer) => {
  const end = bytes.indexOf(0)
  return textOf(end === -1 ? bytes : bytes.subarray(0, end))
}

async function* rowsOf(
  path: string,
  {first, rows, width, fields}: {first: number; rows: number; width: number; fields: Field[]},
  decode: (bytes: Buffer) => string,
): AsyncGenerator<(string | null)[] | null> {
  const file = await open(path)
  try {
    const together = Math.max(1, Math.floor(pieceBytes / width))
    const buffer = Buffer.alloc(together * width)
    for (let row = 0; row < rows; row += together) {
      const count = Math.min(together, rows - row)
      await file.read(buffer, 0, count * width, first + row * width)
      for (let start = 0; start < count * width; start += width)
        yield buffer[start] === deleted
          ? null
          : fields.map(field =>
              cellOf(
                buffer.subarray(start + field.start, start + field.start + field.length),
                field.type,
                decode,
              ),
            )
    }
  } finally {
    await file.close()
  }
}

function cellOf(bytes: Buffer, type: string, decode: (bytes: Buffer) => string): string | null {
  if (type === 'I' || type === '+') return bytes.length === 4 ? String(bytes.readInt32LE(0)) : null
  if ((type === 'B' || type === 'O') && bytes.length === 8) return String(bytes.readDoubleLE(0))
  // Texts that lie in a file of their own, and pictures.
  if (type === 'M' || type === 'G' || type === 'P' || type === '@' || type === 'T') return null
  const text = (type === 'C' ? decode(bytes) : bytes.toString('latin1')).replace(/\0[\s\S]*$/, '').trim()
  // Stars stand where a number was none, or did not fit.
  if (text === '' || (type === 'L' && text === '?') || (type !== 'C' && /^\*+$/.test(text))) return null
  if (type === 'D') return /^\d{8}$/.test(text) ? isoDate(text) : text
  return text
}

const isoDate = (text: string) =>
  text === '00000000' ? null : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`

/** Without a word on its code page: UTF-8 where the bytes are that, though cut within a letter; else the usual one. */
export const textOf = (bytes: Buffer): string => {
  const trimmed = bytes.subarray(0, wholeCharacters(bytes))
  return isUtf8(trimmed) ? trimmed.toString('utf8') : usual.decode(bytes)
}

const usual = new TextDecoder(usualCodePage)

/** Language drivers (the header's byte 29) as `TextDecoder` calls them. 0x57 says no more than "that of Windows". */
const codePages: Record<number, string> = {
  3: 'windows-1252',
  38: 'ibm866',
  101: 'ibm866',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
  123: 'shift_jis',
  77: 'gbk',
  78: 'euc-kr',
  79: 'big5',
}
