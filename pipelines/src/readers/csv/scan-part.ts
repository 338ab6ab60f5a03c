import {isAscii, isUtf8} from 'node:buffer'
import {SourceError} from '../reader.ts'
import {wholeCharacters} from '../text/text-encoding.ts'
import {inPieces} from './in-pieces.ts'
import {RecordScanner} from './record-scanner.ts'
import {splitRecord} from './split-record.ts'

/** How a CSV file is written, as far as its first bytes tell. */
export type CsvShape = {
  delimiter: string
  /** Cells of a whole record. */
  cells: number
  /** Records have one cell more, which is empty: every line ends with the delimiter. */
  isTrailing?: boolean
  /** Byte and line (from 1) at which the header begins, or the first record where there is none. */
  from: number
  line: number
  hasHeader: boolean
  hasQuotes: boolean
}

/** What one pass over the bytes tells. Header and blank lines are no records. */
export type CsvScan = {
  records: number
  /** Those that cannot be split into the cells there should be. */
  faulty: number
  /** Those that have just the cells there should be; one more, an empty one; one less. */
  exact: number
  trailing: number
  short: number
  /** Of the exact ones, those whose last cell is empty. */
  endEmpty: number
  /** Those that are not UTF-8, and those that are and go beyond ASCII. */
  otherEncoding: number
  beyondAscii: number
  blankLines: number
  /** Bytes of the longest record. */
  longest: number
  /** How lines end: `lf`, `crlf`, `cr`. */
  lineEnds: string[]
  /** Lines end in more than one way, or cells hold what other parsers take for something else. */
  isOdd: boolean
}

export type CsvFault = 'too_many_cells' | 'too_few_cells' | 'broken_line' | 'unterminated_quote'

/** Is called with each record: where its bytes lie, on which line it begins, and what is wrong with it. */
export type OnRecord = (
  bytes: Buffer,
  start: number,
  end: number,
  line: number,
  fault: CsvFault | null,
  isOdd: boolean,
) => void

/** A record of more bytes is none: nobody publishes a cell that no program can open. */
const mostRecordBytes = 64 * 2 ** 20

/** Which part of a file to scan, and what to do on the way. */
export type ScanOptions = {
  on?: {onRecord: OnRecord; onPiece: () => Promise<void>}
  signal?: AbortSignal | undefined
  /** Byte before which to stop, if a record ends there; absent: the end of the file. */
  to?: number
}

/**
 * Reads a CSV file's bytes once, record by record: the truth the parser's count is held against. A gigabyte costs about
 * a second, and memory is that of one record. Null where no record ends at `to`.
 * @throws SourceError where a line is longer than any record
 */
export async function scanPart(
  path: string,
  shape: CsvShape,
  address: string,
  {on, signal, to}: ScanOptions,
): Promise<CsvScan | null> {
  const scanner = new RecordScanner(shape.delimiter, shape.cells, shape.hasQuotes)
  const found: CsvScan = {
    records: 0,
    faulty: 0,
    exact: 0,
    trailing: 0,
    short: 0,
    endEmpty: 0,
    otherEncoding: 0,
    beyondAscii: 0,
    blankLines: 0,
    longest: 0,
    lineEnds: [],
    isOdd: false,
  }
  const lineEnds = new Set<string>()
  let {line, hasHeader: isHeader} = shape
  const trailingFault = shape.isTrailing ? null : 'too_many_cells'
  const exactFault = shape.isTrailing ? 'too_few_cells' : null

  /** Reads the records that are whole, and says where the next one begins. */
  const readPiece = (bytes: Buffer, isLast: boolean): number => {
    const isCareful = bytes.includes(0) || !isUtf8(isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes)))
    if (!isCareful && !isAscii(bytes)) found.beyondAscii++
    scanner.open(bytes)
    let at = 0
    while (at < bytes.length) {
      let next = scanner.read(at, isLast)
      if (next === -1 && bytes.length - at > mostRecordBytes) next = giveUpLongest(at)
      if (next === -1) break
      const {cells, end, fault: broken} = scanner
      if (scanner.lineEnd !== 'none') lineEnds.add(scanner.lineEnd)
      if (end === at) found.blankLines++
      else if (isHeader) isHeader = false
      else {
        let fault: CsvFault | null = scanner.isOdd && !shape.hasQuotes ? 'broken_line' : broken
        if (fault === null && isCareful && !isCleanText(bytes.subarray(at, end))) fault = 'broken_line'
        // Two ways to split it: then neither is to be trusted.
        if (fault === null && scanner.isOdd && cellsOf(bytes.subarray(at, end)) !== cells)
          fault = 'broken_line'
        fault ??= cellFault(cells)
        found.records++
        if (fault !== null) found.faulty++
        if (scanner.isOdd) found.isOdd = true
        if (end - at > found.longest) found.longest = end - at
        on?.onRecord(bytes, at, end, line, fault, scanner.isOdd)
      }
      line += scanner.lines
      at = next
    }
    return at
  }

  const cellFault = (cells: number): CsvFault | null => {
    if (cells === shape.cells) {
      found.exact++
      if (scanner.endsEmpty) found.endEmpty++
      return exactFault
    }
    if (cells === shape.cells + 1 && scanner.endsEmpty) {
      found.trailing++
      return trailingFault
    }
    if (cells === shape.cells - 1) found.short++
    return cells < shape.cells ? 'too_few_cells' : 'too_many_cells'
  }

  const cellsOf = (record: Buffer) =>
    splitRecord(record.toString('utf8'), shape.delimiter, shape.hasQuotes).length

  const isCleanText = (text: Buffer): boolean => {
    if (!isUtf8(text)) found.otherEncoding++
    else if (!isAscii(text)) found.beyondAscii++
    return isUtf8(text) && !text.includes(0)
  }

  const giveUpLongest = (at: number): number => {
    const next = scanner.read(at, true)
    if (scanner.fault !== null && scanner.lineEnd !== 'none') return next
    throw new SourceError(
      `${address} is no CSV: line ${line} is longer than ${mostRecordBytes / 2 ** 20} MB. Is it that format, and whole?`,
    )
  }

  const isWhole = await inPieces(path, {from: shape.from, to, signal}, async (bytes, isLast) => {
    // What is left before `to` is the beginning of a record.
    if (isLast && to !== undefined && bytes.length > 0) return null
    const read = readPiece(bytes, isLast)
    await on?.onPiece()
    return read
  })
  if (!isWhole) return null
  found.lineEnds = [...lineEnds]
  if (lineEnds.size > 1 || lineEnds.has('cr')) found.isOdd = true
  return found
}
