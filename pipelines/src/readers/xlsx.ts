import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {read, utils} from '@e965/xlsx'
import {readCsv} from './csv.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

/** One sheet of an Excel workbook (the first, or the one named); its first row is the header. Dates become ISO texts. */
export const readXlsx: Reader<'xlsx'> = async (file, {sheet}, context) => {
  const kind = await fileKind(file.path)
  if (!kind.startsWith('a zip archive')) throw new SourceError(`${file.address} is not XLSX: it is ${kind}.`)
  const book = await readFile(file.path)
    .then(bytes => read(bytes, {dense: true, cellDates: true, UTC: true}))
    .catch((error: Error) => {
      throw new SourceError(`${file.address} is damaged or not a workbook: ${error.message}`)
    })
  const name = sheet ?? book.SheetNames[0]
  const cells = name === undefined ? undefined : book.Sheets[name]
  if (!cells)
    throw new SourceError(`${file.address} has no sheet "${name}". It has ${book.SheetNames.join(', ')}.`)

  // Through a CSV of our own, every cell quoted, so that one reader does the counting and the checking.
  const rows = utils.sheet_to_json<unknown[]>(cells, {header: 1, raw: true, defval: null, blankrows: false})
  const width = rows[0]?.length ?? 0
  if (width === 0) throw new SourceError(`${file.address}: the sheet "${name}" is empty.`)
  const path = join(context.scratch, 'sheet.csv')
  const out = createWriteStream(path)
  for (const row of rows) {
    const line = Array.from({length: Math.max(width, row.length)}, (_, index) => quoted(row[index])).join(',')
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return readCsv({path, address: file.address}, {kind: 'csv', delimiter: ','}, context)
}

function quoted(cell: unknown): string {
  if (cell === null || cell === undefined || cell === '') return ''
  const text = cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : String(cell)
  return `"${text.replaceAll('"', '""')}"`
}
