import type {Format} from '@hromada/datasets'
import {type Finding, finding} from '../../findings.ts'
import {SourceError} from '../reader.ts'
import {firstBytes} from '../text/first-bytes.ts'
import {guessDelimiter} from './guess-delimiter.ts'
import {RecordScanner} from './record-scanner.ts'
import type {CsvShape} from './scan-part.ts'
import {splitRecord} from './split-record.ts'

const headBytes = 2 ** 20

/** More columns than any table has; a file of more is no table, or not split at its delimiter. */
const mostColumns = 5000

/** The names of a UTF-8 file's columns, as it writes them, and where its records begin. */
export async function headerOf(
  path: string,
  format: Extract<Format, {kind: 'csv'}>,
  address: string,
): Promise<{shape: CsvShape; names: string[]}> {
  const head = await firstBytes(path, headBytes)
  const isWhole = head.length < headBytes
  let from = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  let line = 1
  for (let skipped = 0; skipped < (format.skipLines ?? 0); skipped++, line++) from = afterLine(head, from)
  // A line break of two bytes counts once.
  for (; head[from] === 10 || head[from] === 13; from++)
    if (head[from] === 10 || head[from + 1] !== 10) line++
  if (from >= head.length) throw new SourceError(`${address} has no header: there are only blank lines.`)

  const rest = Buffer.from(head.subarray(from))
  const hasQuotes = format.quotes !== false
  const delimiter = format.delimiter ?? guessDelimiter(rest, isWhole, hasQuotes)
  const scanner = new RecordScanner(delimiter, 0, hasQuotes)
  scanner.open(rest)
  if (scanner.read(0, isWhole) === -1)
    throw new SourceError(`${address} is no CSV: its first line is longer than ${headBytes / 2 ** 20} MB.`)
  const names = format.header ?? splitRecord(rest.toString('utf8', 0, scanner.end), delimiter, hasQuotes)
  if (names.length > mostColumns)
    throw new SourceError(
      `${address} has ${names.length} columns; ${mostColumns} are read at most. Is its delimiter declared right?`,
    )
  const shape = {delimiter, cells: names.length, from, line, hasHeader: !format.header, hasQuotes}
  return {shape, names}
}

/** Headers trimmed, empty ones named by position, repeated ones numbered; whatever their case. */
export function uniqueHeaders(headers: string[]): {columns: string[]; findings: Finding[]} {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const columns = headers.map((header, index) => {
    const name = plainName(header) || `column_${index + 1}`
    let unique = name
    for (let n = 2; seen.has(unique.toLowerCase()); n++) unique = `${name}_${n}`
    if (unique !== name) findings.push(finding('duplicate_header', {column: name}))
    seen.add(unique.toLowerCase())
    return unique
  })
  return {columns, findings}
}

/** A name as it can stand in a query: without blanks around it, and without NUL, which would end it. */
export const plainName = (name: string): string => name.replaceAll('\0', '').trim()

function afterLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1
}
