import {createReadStream} from 'node:fs'
import {SourceError} from '../reader.ts'

/** A record as its bytes, and the line it begins on. */
export type JsonRecord = {bytes: Buffer; line: number}

/** Records of more bytes are none that a table can hold. */
const mostRecordBytes = 64 * 2 ** 20
const pieceBytes = 4 * 2 ** 20

const mostBrackets = 1000

const [lineFeed, quote, comma, colon, backslash] = [10, 34, 44, 58, 92]
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125]

/** Bytes that mean something outside texts: quotes, brackets, commas, ends of lines; and within texts. */
const [marks, textMarks] = [new Uint8Array(256), new Uint8Array(256)]
for (const byte of [lineFeed, quote, comma, openList, closeList, openObject, closeObject]) marks[byte] = 1
for (const byte of [lineFeed, quote, backslash]) textMarks[byte] = 1

const scalar = /^(?:true|false|null|-?\d[\d.eE+-]*)$/

/**
 * Cuts a JSON file into the records it holds at `path`: the elements of a list, or one object. What is around them must
 * be JSON and end as it should; what a record holds is for whoever reads it. Memory is that of one record.
 * @param aside members of the outermost object whose text is wanted, such as `crs`: they are written into it
 * @throws SourceError where it is no JSON, is cut short, or has nothing at `path`
 */
export async function* cutRecords(
  file: string,
  path: readonly string[],
  address: string,
  aside: Map<string, string> = new Map(),
): AsyncGenerator<JsonRecord[]> {
  const cutter = new Cutter(path, address, aside)
  let rest: Buffer = Buffer.alloc(0)
  const pieces = createReadStream(file, {highWaterMark: pieceBytes}) as AsyncIterable<Buffer>
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    rest = bytes.subarray(cutter.read(bytes))
    if (rest.length > mostRecordBytes)
      throw new SourceError(
        `${address} has a record of more than ${mostRecordBytes / 2 ** 20} MB on line ${cutter.line}. Are its records declared right?`,
      )
    yield cutter.take()
  }
  // A last word or number ends with the file.
  cutter.read(Buffer.concat([rest, Buffer.from('\n')]))
  yield cutter.take()
  cutter.end()
}

class Cutter {
  /** Of the token or record that is read next. */
  line = 1
  #path: readonly string[]
  #address: string
  #aside: Map<string, string>
  #stack: {isList: boolean; key: string | null}[] = []
  #expects: 'value' | 'first key' | 'key' | 'colon' | 'after' | 'end' = 'value'
  #records: JsonRecord[] = []
  #hasFound = false
  #inside: 'frame' | 'list' | 'record' | 'aside' = 'frame'
  /** Within a record or a text that is put aside: how far it was read, its brackets, and whether in a text. */
  #read = 0
  #lines = 0
  #brackets: number[] = []
  #isText = false

  constructor(path: readonly string[], address: string, aside: Map<string, string>) {
    this.#path = path
    this.#address = address
    this.#aside = aside
  }

  take(): JsonRecord[] {
    const records = this.#records
    this.#records = []
    return records
  }

  /** Reads on; @returns from where the bytes are needed again, with those that follow */
  read(bytes: Buffer): number {
    let at = 0
    // Marks of byte order are no part of it.
    if (
      this.line === 1 &&
      this.#stack.length === 0 &&
      bytes[0] === 0xef &&
      bytes[1] === 0xbb &&
      bytes[2] === 0xbf
    )
      at = 3
    for (;;) {
      const next = this.#inside === 'frame' ? this.#frame(bytes, at) : this.#whole(bytes, at)
      if (next === -1) return at
      at = next
    }
  }

  end() {
    if (this.#expects !== 'end')
      throw new SourceError(
        this.#stack.length > 0 || this.#inside !== 'frame'
          ? `${this.#address} is not JSON: it is cut short on line ${this.line}. Fetch it again.`
          : `${this.#address} is not JSON: it holds nothing.`,
      )
    if (!this.#hasFound) this.#nothing('nothing')
  }

  #nothing(what: string): never {
    throw new SourceError(
      `${this.#address} has no records at "${this.#path.join('.') || '.'}": there is ${what} there.`,
    )
  }

  #broken(what: string): never {
    throw new SourceError(`${this.#address} is not JSON: on line ${this.line}, ${what}.`)
  }

  /** Reads one token around the records. */
  #frame(bytes: Buffer, from: number): number {
    let at = from
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === lineFeed) this.line++
      else if (byte !== 32 && byte !== 13 && byte !== 9) break
    }
    if (at >= bytes.length) {
      return at > from ? at : -1
    }
    const byte = bytes[at]!
    const top = this.#stack.at(-1)
    const expects = this.#expects
    if (expects === 'end')
      this.#broken('it goes on after its end. If every line is an object, declare {kind: "ndjson"}')
    if (expects === 'colon') {
      if (byte !== colon) this.#broken(`"${top?.key}" has no value`)
      this.#expects = 'value'
      return at + 1
    }
    if (expects === 'after') {
      if (byte === comma) {
        this.#expects = top!.isList ? 'value' : 'key'
        return at + 1
      }
      if (byte !== (top!.isList ? closeList : closeObject))
        this.#broken(`"${shown(bytes, at)}" stands where it cannot`)
      return this.#closed(at + 1)
    }
    if (expects === 'first key' && byte === closeObject) return this.#closed(at + 1)
    if (expects === 'first key' || expects === 'key') {
      if (byte !== quote) this.#broken(`"${shown(bytes, at)}" stands where a name should`)
      const end = endOfText(bytes, at)
      if (end === -1) return this.#waits(at, from)
      top!.key = this.#textOf(bytes.toString('utf8', at, end))
      this.#expects = 'colon'
      return end
    }
    return this.#value(bytes, at, from)
  }

  /** Asks for more bytes. The blanks before are read, and must not be counted twice. */
  #waits(at: number, from: number): number {
    return at > from ? at : -1
  }

  #textOf(quoted: string): string {
    try {
      return JSON.parse(quoted) as string
    } catch {
      return this.#broken(`${quoted.slice(0, 40)} is no text`)
    }
  }

  #value(bytes: Buffer, at: number, from: number): number {
    const byte = bytes[at]!
    const top = this.#stack.at(-1)
    if (top?.isList && byte === closeList && this.#isFirst) return this.#closed(at + 1)
    this.#isFirst = false
    if (this.#isThere()) {
      this.#hasFound = true
      if (byte === openList) {
        this.#stack.push({isList: true, key: null})
        this.#begin('list')
        return at + 1
      }
      if (byte !== openObject) this.#nothing(kindOf(bytes, at))
      this.#begin('record')
      return at
    }
    if (this.#stack.length === 1 && top!.key !== null && this.#aside.has(top!.key)) {
      this.#begin('aside')
      return at
    }
    if (byte === openList || byte === openObject) {
      this.#stack.push({isList: byte === openList, key: null})
      if (this.#stack.length > mostBrackets) this.#broken('lists lie in lists without end')
      this.#expects = byte === openList ? 'value' : 'first key'
      this.#isFirst = true
      return at + 1
    }
    if (byte === quote) {
      const end = endOfText(bytes, at)
      if (end === -1) return this.#waits(at, from)
      this.#textOf(bytes.toString('utf8', at, end))
      return this.#done(end)
    }
    let end = at
    while (end < bytes.length && /[\w.+-]/.test(String.fromCharCode(bytes[end]!))) end++
    if (end >= bytes.length && end - at < 100) return this.#waits(at, from)
    if (!scalar.test(bytes.toString('latin1', at, end))) this.#broken(`"${shown(bytes, at)}" is no value`)
    return this.#done(end)
  }

  /** Nothing of the list that was just opened was read yet. */
  #isFirst = false

  #isThere(): boolean {
    const depth = this.#path.length
    return (
      !this.#hasFound &&
      this.#stack.length === depth &&
      this.#stack.every(({isList, key}, index) => !isList && key === this.#path[index])
    )
  }

  #closed(at: number): number {
    this.#stack.pop()
    return this.#done(at)
  }

  #done(at: number): number {
    this.#expects = this.#stack.length === 0 ? 'end' : 'after'
    return at
  }

  #begin(what: 'list' | 'record' | 'aside') {
    this.#inside = what
    this.#read = 0
    this.#lines = 0
    this.#brackets = []
    this.#isText = false
  }

  /** Reads a record, or what is put aside, to its end; `from` is where it begins. */
  #whole(bytes: Buffer, from: number): number {
    let start = from
    if (this.#read === 0 && this.#inside === 'list') {
      for (; start < bytes.length; start++) {
        const byte = bytes[start]!
        if (byte === lineFeed) this.line++
        else if (byte !== 32 && byte !== 13 && byte !== 9) break
      }
      if (start >= bytes.length || start > from) return start > from ? start : -1
    }
    const brackets = this.#brackets
    let at = start + this.#read
    for (; at < bytes.length; at++) {
      const table = this.#isText ? textMarks : marks
      while (at < bytes.length && table[bytes[at]!] === 0) at++
      if (at >= bytes.length) break
      const byte = bytes[at]!
      if (byte === lineFeed) this.#lines++
      else if (this.#isText) {
        if (byte === quote) this.#isText = false
        else {
          // An escape may be cut through.
          if (at + 1 >= bytes.length) break
          at++
        }
      } else if (byte === quote) this.#isText = true
      else if (byte === openList || byte === openObject) {
        if (brackets.push(byte + 2) > mostBrackets) this.#broken('lists lie in lists without end')
      } else if (brackets.length > 0) {
        if (byte === comma) continue
        if (brackets.pop() !== byte) {
          this.line += this.#lines
          this.#broken(`"${String.fromCharCode(byte)}" closes what was not opened so`)
        }
        if (brackets.length === 0 && this.#inside !== 'list') return this.#ended(bytes, start, at + 1)
      } else if (this.#inside === 'list') {
        if (byte === comma || byte === closeList) return this.#element(bytes, start, at)
        this.line += this.#lines
        this.#broken(`"${String.fromCharCode(byte)}" closes what was not opened so`)
      } else return this.#ended(bytes, start, at)
    }
    this.#read = at - start
    return -1
  }

  /** An element of the list of records ends at a comma or the list's end. */
  #element(bytes: Buffer, start: number, at: number): number {
    const isEnd = bytes[at] === closeList
    const isNothing = start === at
    if (!(isNothing && isEnd && !this.#hasElement))
      this.#records.push({bytes: bytes.subarray(start, at), line: this.line})
    this.#hasElement = !isEnd
    this.line += this.#lines
    this.#begin('list')
    if (!isEnd) return at + 1
    this.#inside = 'frame'
    return this.#closed(at + 1)
  }

  #hasElement = false

  #ended(bytes: Buffer, start: number, end: number): number {
    const text = bytes.subarray(start, end)
    if (this.#inside === 'aside') this.#aside.set(this.#stack[0]!.key!, text.toString('utf8'))
    else this.#records.push({bytes: text, line: this.line})
    this.line += this.#lines
    this.#inside = 'frame'
    return this.#done(end)
  }
}

/** Where a text ends, behind its closing quote; -1: not in these bytes. */
function endOfText(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === backslash) at++
    else if (bytes[at] === quote) return at + 1
  }
  return -1
}

const shown = (bytes: Buffer, at: number) =>
  bytes.toString('utf8', at, Math.min(bytes.length, at + 20)).split('\n')[0]

const kindOf = (bytes: Buffer, at: number) =>
  bytes[at] === quote
    ? 'a text'
    : /[-\d]/.test(String.fromCharCode(bytes[at]!))
      ? 'a number'
      : (shown(bytes, at) ?? '')
