import {join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {type Finding, finding, placesShown} from '../findings.ts'
import {headerOf, uniqueHeaders} from './csv/header-of.ts'
import {scanCsv} from './csv/scan-csv.ts'
import type {CsvScan, CsvShape} from './csv/scan-part.ts'
import {writeCleanCsv} from './csv/write-clean-csv.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, type SetAside, SourceError} from './reader.ts'
import {firstBytes} from './text/first-bytes.ts'
import {decodeTo, textEncoding, usualCodePage} from './text/text-encoding.ts'

type CsvFormat = Extract<Format, {kind: 'csv'}>

/** A CSV file in UTF-8, and all that one pass over it tells. */
type Scanned = {path: string; shape: CsvShape; names: string[]; scan: CsvScan}

let filesRead = 0

/**
 * CSV and TSV in any encoding a registry is likely to use. Every line is first held against the header by code of our
 * own: one cell too many, and private text might stand under a public column. Lines that do not fit are set aside with
 * their number; the others are parsed by the database, whose count must agree.
 */
export const readCsv: Reader<'csv'> = async (file, format, {duck, scratch, signal}) => {
  await refuseOthers(file.path, format, file.address)
  const {encoding, findings} = await textEncoding(file.path, format.encoding)
  let scanned: Scanned
  if (encoding === 'utf-8') {
    scanned = await scanText(file.path, format, file.address, signal)
    const {otherEncoding, beyondAscii} = scanned.scan
    // Its first megabyte was plain ASCII, and what came then is in a code page.
    if (format.encoding === undefined && otherEncoding > beyondAscii) {
      findings.push(finding('encoding', {example: usualCodePage}))
      scanned = await scanText(await decoded(file.path, usualCodePage, scratch), format, file.address, signal)
    }
  } else scanned = await scanText(await decoded(file.path, encoding, scratch), format, file.address, signal)

  const {names, scan, ...style} = withStyle(scanned)
  let {path, shape} = style
  const {columns, findings: repeated} = uniqueHeaders(names)
  findings.push(...repeated)
  refuseMisfit(scan, columns, file.address)

  // A file that other programs might split otherwise is written anew, without the lines that do not fit.
  let setAside: SetAside[] = []
  const isClean =
    scan.faulty === 0 && !scan.isOdd && shape.line === 1 && (shape.cells > 1 || scan.blankLines === 0)
  if (!isClean) {
    const clean = join(scratch, 'clean.csv')
    setAside = await writeCleanCsv(clean, path, shape, file.address, signal)
    path = clean
    shape = {...shape, hasHeader: false}
    scan.lineEnds = ['lf']
  }
  // Every file keeps what the database rejects in tables of its own.
  const number = filesRead++
  const [errors, scans] = [`lines_of_${number}`, `scans_of_${number}`]
  const relation = readSql(path, shape, scan, columns, [errors, scans])

  const afterwards = async () => {
    const rejected = await rowsOf<{line: number; text: string | null}>(
      duck,
      `select line, any_value(csv_line) as text from ${errors} group by line order by line`,
    )
    await duck.run(`drop table if exists ${errors}; drop table if exists ${scans}`)
    const all = [...setAside, ...rejected.map(one => ({...one, address: file.address, rule: 'broken_line'}))]
    return {findings: findingsOf(all), setAside: all, records: scan.records}
  }
  return {relation, columns, findings, afterwards}
}

async function refuseOthers(path: string, format: CsvFormat, address: string) {
  const kind = await fileKind(path)
  if (kind === 'text' || (kind === 'a binary file' && format.encoding === 'utf-16')) return
  const mark = (await firstBytes(path, 2)).toString('hex')
  if (kind === 'a binary file' && (mark === 'fffe' || mark === 'feff')) return
  throw new SourceError(`${address} is not CSV: it is ${kind}. Correct the address, or declare that format.`)
}

async function decoded(path: string, encoding: Parameters<typeof decodeTo>[2], scratch: string) {
  const target = join(scratch, 'decoded.csv')
  await decodeTo(target, path, encoding)
  return target
}

async function scanText(
  path: string,
  format: CsvFormat,
  address: string,
  signal: AbortSignal | undefined,
): Promise<Scanned> {
  const {shape, names} = await headerOf(path, format, address)
  return {path, shape, names, scan: await scanCsv(path, shape, address, {signal})}
}

/**
 * Some programs end every line with the delimiter, the header's or not: a style, and no cell. It is one only where no
 * line differs; else a line with a cell too many could not be told from one whose cells are shifted.
 */
function withStyle({path, shape, names, scan}: Scanned): Scanned {
  const {records, exact, trailing, short, endEmpty} = scan
  if (trailing > 0 && exact === 0)
    return {path, names, shape: {...shape, isTrailing: true}, scan: {...scan, faulty: scan.faulty - trailing}}
  const hasTrailingHeader = shape.hasHeader && names.length > 1 && names.at(-1)!.trim() === ''
  if (hasTrailingHeader && exact > 0 && endEmpty === exact && trailing === 0)
    return {
      path,
      names: names.slice(0, -1),
      shape: {...shape, cells: shape.cells - 1, isTrailing: true},
      scan,
    }
  if (hasTrailingHeader && short === records && records > 0)
    return {
      path,
      names: names.slice(0, -1),
      shape: {...shape, cells: shape.cells - 1},
      scan: {...scan, faulty: scan.faulty - short},
    }
  return {path, shape, names, scan}
}

function refuseMisfit({records, faulty}: CsvScan, columns: string[], address: string) {
  if (faulty * 2 > records)
    throw new SourceError(
      `${faulty} of ${records} lines of ${address} do not fit its header ` +
        `(${columns.length} columns: ${columns.join(', ')}). Is its delimiter declared right?`,
    )
}

/** Everything is told to the database, so that it has nothing left to guess. */
function readSql(
  path: string,
  {delimiter, hasHeader, hasQuotes, isTrailing}: CsvShape,
  {longest, lineEnds}: CsvScan,
  columns: string[],
  [errors, scans]: [string, string],
): string {
  const cells = isTrailing ? [...columns, 'after the last delimiter'] : columns
  const types = cells.map(name => `${literal(name)}: 'VARCHAR'`).join(', ')
  const quote = hasQuotes ? `'"'` : `''`
  const usualRecordBytes = 2_000_000
  const size =
    longest < usualRecordBytes
      ? ''
      : `, max_line_size = ${longest + 4}, buffer_size = ${Math.max(32_000_000, 2 * longest)}`
  // Told that lines end in CRLF, the database finds none.
  const newLine = lineEnds[0] === 'crlf' ? '' : `new_line = '\\n', `
  return (
    `(select ${columns.map(identifier).join(', ')} from read_csv(${literal(path)}, columns = {${types}}, ` +
    `header = ${hasHeader}, auto_detect = false, delim = ${literal(delimiter)}, quote = ${quote}, escape = ${quote}, ` +
    `${newLine}strict_mode = true, compression = 'none', store_rejects = true, rejects_table = '${errors}', ` +
    `rejects_scan = '${scans}', rejects_limit = 0${size}))`
  )
}

function findingsOf(setAside: SetAside[]): Finding[] {
  return [...Map.groupBy(setAside, ({rule}) => rule)].map(([rule, lines]) =>
    finding(rule as 'broken_line', {
      count: lines.length,
      rows: lines.slice(0, placesShown).map(({line}) => line),
      example: lines[0]!.text?.slice(0, 500) ?? null,
    }),
  )
}
