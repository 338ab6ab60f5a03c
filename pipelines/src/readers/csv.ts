import {basename, join} from 'node:path'
import {literal, rowsOf} from '../duckdb.ts'
import {type Finding, finding, placesShown} from '../findings.ts'
import {firstRecord, hasMixedLineEnds, likelyDelimiter} from './csv-header.ts'
import {scanCsv} from './csv-scan.ts'
import {decodeTo, firstBytes, textEncoding} from './csv-text.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

/**
 * CSV and TSV, plain or gzipped, in any encoding a registry is likely to use. Lines that cannot be split into the
 * header's cells are set aside with their line number; records are counted a second time, by other code, so that
 * a quote that swallows half the file is noticed.
 */
export const readCsv: Reader<'csv'> = async (file, format, {duck, scratch}) => {
  const kind = await fileKind(file.path)
  if (kind === 'empty') throw new SourceError(`${file.address} is empty.`)
  const gzipped = kind === 'a gzip file'
  if (!gzipped && kind !== 'text' && !(kind === 'a binary file' && (await hasUtf16Mark(file.path))))
    throw new SourceError(
      `${file.address} is not CSV: it is ${kind}. Correct the address, or declare that format.`,
    )

  // Everything but UTF-8 is decoded first: DuckDB knows few encodings, and none of the Cyrillic ones.
  const {encoding, findings} = await textEncoding(file.path, gzipped, format.encoding)
  const decoded = encoding !== 'utf-8'
  const path = decoded ? join(scratch, 'decoded.csv') : file.path
  if (decoded) await decodeTo(path, file.path, gzipped, encoding)
  const packed = gzipped && !decoded

  // The header is read here, so that DuckDB has nothing left to guess.
  const head = (await firstBytes(path, packed, 1 << 20))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/^[\r\n]+/, '')
  const delimiter = format.delimiter ?? likelyDelimiter(head)
  const columns = uniqueHeaders(firstRecord(head, delimiter), findings)
  const scan = scanCsv(path, packed, delimiter)

  const types = columns.map(name => `${literal(name)}: 'VARCHAR'`).join(', ')
  // Every file keeps its rejected lines in tables of its own; the scratch folder's name is unique.
  const [errors, scans] = [`lines_of_${basename(scratch)}`, `scans_of_${basename(scratch)}`]
  const relation =
    `read_csv(${literal(path)}, columns = {${types}}, header = true, auto_detect = false, ` +
    `delim = ${literal(delimiter)}, quote = '"', escape = '"', ` +
    `strict_mode = ${!hasMixedLineEnds(head)}, compression = '${packed ? 'gzip' : 'none'}', store_rejects = true, ` +
    `rejects_table = '${errors}', rejects_scan = '${scans}', rejects_limit = 0)`

  const afterwards = async () => {
    const {records, unterminatedAt} = await scan
    const rejected = await rowsOf<{line: number; type: string; text: string | null}>(
      duck,
      `select line, any_value(error_type)::varchar as type, any_value(csv_line) as text from ${errors} group by line order by line`,
    )
    const byRule = Map.groupBy(rejected, ({type}) => ruleOf(type))
    const found: Finding[] = [...byRule].map(([rule, lines]) =>
      finding(rule, {
        count: lines.length,
        rows: lines.slice(0, placesShown).map(({line}) => line),
        example: lines[0]!.text?.slice(0, 500) ?? null,
      }),
    )
    if (unterminatedAt !== null) found.push(finding('unterminated_quote', {rows: [unterminatedAt]}))
    await duck.run(`drop table if exists ${errors}; drop table if exists ${scans}`)
    const setAside = rejected.map(({line, type, text}) => ({
      address: file.address,
      line,
      rule: ruleOf(type),
      text,
    }))
    return {findings: found, setAside, records}
  }
  return {relation, columns, findings, afterwards}
}

const ruleOf = (type: string) =>
  type.includes('TOO MANY') ? 'too_many_cells' : type.includes('MISSING') ? 'too_few_cells' : 'broken_line'

async function hasUtf16Mark(path: string) {
  const head = await firstBytes(path, false, 2)
  return head.toString('hex') === 'fffe' || head.toString('hex') === 'feff'
}

/** Headers trimmed, empty ones named by position, repeated ones numbered. */
function uniqueHeaders(headers: string[], findings: Finding[]): string[] {
  const seen = new Set<string>()
  return headers.map((header, index) => {
    const name = header.trim() || `column_${index + 1}`
    let unique = name
    for (let n = 2; seen.has(unique.toLowerCase()); n++) unique = `${name}_${n}`
    if (unique !== name) findings.push(finding('duplicate_header', {column: name}))
    seen.add(unique.toLowerCase())
    return unique
  })
}
