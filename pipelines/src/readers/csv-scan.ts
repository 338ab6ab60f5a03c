import {createReadStream} from 'node:fs'
import {createGunzip} from 'node:zlib'

/** What one pass over a CSV file's bytes tells: the truth the parser's count is held against. */
export type CsvScan = {
  /** Records, header and blank lines not counted. */
  records: number
  /** Line on which a quote was opened that is never closed; null when all are closed. */
  unterminatedAt: number | null
}

const [lineFeed, carriageReturn, quote] = [10, 13, 34]

/**
 * Counts records as RFC 4180 has them: a quote opens a cell only at its beginning, and an end of line inside quotes
 * ends no record. It knows nothing of the parser it checks, and leaps from mark to mark, so a gigabyte costs a second.
 */
export async function scanCsv(path: string, gzipped: boolean, delimiter: string): Promise<CsvScan> {
  const separator = delimiter.charCodeAt(0)
  let records = 0
  let isQuoted = false
  let openedAt = 0
  // A quote at the end of a chunk may close its cell or be the first half of "".
  let isHalfQuote = false
  let isFilled = false
  let last = lineFeed
  let offset = 0

  for await (const chunk of bytesOf(path, gzipped)) {
    let at = 0
    let start = 0
    if (isHalfQuote) {
      if (chunk[0] === quote) at = 1
      else isQuoted = false
      isHalfQuote = false
    }
    let nextQuote = isQuoted ? -2 : chunk.indexOf(quote, at)
    for (;;) {
      if (isQuoted) {
        const close = chunk.indexOf(quote, at)
        if (close === -1) break
        if (close === chunk.length - 1) {
          isHalfQuote = true
          break
        }
        if (chunk[close + 1] === quote) at = close + 2
        else {
          isQuoted = false
          at = close + 1
          nextQuote = chunk.indexOf(quote, at)
        }
        continue
      }
      const end = chunk.indexOf(lineFeed, at)
      while (nextQuote !== -1 && (end === -1 || nextQuote < end)) {
        const before = nextQuote > 0 ? chunk[nextQuote - 1] : last
        if (before === separator || before === lineFeed || before === carriageReturn || isBom(before)) break
        nextQuote = chunk.indexOf(quote, nextQuote + 1)
      }
      if (nextQuote !== -1 && (end === -1 || nextQuote < end)) {
        isQuoted = true
        openedAt = offset + nextQuote
        at = nextQuote + 1
        continue
      }
      if (end === -1) break
      const length = end - start - (end > start && chunk[end - 1] === carriageReturn ? 1 : 0)
      if (isFilled || length > 0) records++
      isFilled = false
      start = end + 1
      at = end + 1
    }
    if (chunk.length > start) isFilled ||= chunk.length - start > 1 || chunk[start] !== carriageReturn
    last = chunk[chunk.length - 1] ?? last
    offset += chunk.length
  }
  if (isHalfQuote) isQuoted = false
  if (isFilled) records++
  return {
    records: Math.max(0, records - 1),
    unterminatedAt: isQuoted ? await lineOf(openedAt, path, gzipped) : null,
  }
}

/** Last byte of a UTF-8 byte-order mark, after which the first cell begins. */
const isBom = (byte: number | undefined) => byte === 0xbf

function bytesOf(path: string, gzipped: boolean): AsyncIterable<Buffer> {
  const raw = createReadStream(path, {highWaterMark: 1 << 20})
  if (!gzipped) return raw
  const unpacked = raw.pipe(createGunzip({chunkSize: 1 << 20}))
  raw.on('error', error => unpacked.destroy(error))
  return unpacked
}

/** The line a byte is on, counted from 1. */
async function lineOf(position: number, path: string, gzipped: boolean): Promise<number> {
  let line = 1
  let offset = 0
  for await (const chunk of bytesOf(path, gzipped)) {
    for (
      let at = chunk.indexOf(lineFeed);
      at !== -1 && offset + at < position;
      at = chunk.indexOf(lineFeed, at + 1)
    )
      line++
    offset += chunk.length
    if (offset >= position) break
  }
  return line
}
