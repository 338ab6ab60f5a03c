import {open} from 'node:fs/promises'
import {finding, placesShown} from '../findings.ts'
import {uniqueHeaders} from './csv/header-of.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'
import {type Cell, RowFile} from './rows/row-file.ts'
import {columnNumber, type Merged, mergedCells} from './xlsx/merged-cells.ts'
import {momentText} from './xlsx/number-format.ts'
import {openWorkbook, richText, type Workbook} from './xlsx/open-workbook.ts'
import {readXml, type XmlElement} from './xml/read-xml.ts'

/** A cell's text; what stands there in vain, such as a formula that was never worked out. */
type Value = {text: string | null; unsolved: string | null}

/** Excel's own limits; and of merged cells that a header may be looked up in. */
const [mostRows, mostColumns, mostMerged] = [1_048_576, 16_384, 5000]

/**
 * One sheet of an Excel workbook (.xlsx, .xlsm), row by row, however large: the sheet named, else the first that shows.
 * Its header is the first row that is filled, or those the feed names; a cell merged over several columns names them all.
 * Dates become ISO texts in the publisher's clock, numbers the shortest text of their value, formulas their results.
 * What stands beside the named columns lands as `column_9`; blank rows are no records.
 */
export const readXlsx: Reader<'xlsx'> = async (file, {sheet, headerRow, headerRows = 1}, context) => {
  const {path, address} = file
  await refuseOthers(path, address)
  const book = await openWorkbook(file, sheet, context.scratch)
  const merged = await mergedCells(book.path)
  const header: (string | null)[][] = []
  let firstHeaderRow = headerRow === undefined ? null : headerRow - 1
  let names: string[] | null = null
  const unsolved = new Map<string, {count: number; rows: number[]; example: string}>()
  let [rowNumber, record, isFull] = [-1, 0, false]
  const rows = await RowFile.in(context, file, 'columns')

  const addRow = (cells: Value[]) => {
    record++
    const known = names!
    const row: Cell[] = []
    for (let column = 0; column < Math.max(known.length, cells.length); column++) {
      const name = known[column] ?? `column_${column + 1}`
      const cell = cells[column]
      if (column < known.length || (cell?.text ?? null) !== null)
        row.push([['columns', name], cell?.text ?? null])
      if (!cell?.unsolved) continue
      const found = unsolved.get(name) ?? {count: 0, rows: [], example: cell.unsolved}
      found.count++
      if (found.rows.length < placesShown) found.rows.push(record)
      unsolved.set(name, found)
    }
    isFull = rows.add(row) || isFull
  }
  try {
    await readXml(
      {path: book.path, address: `${address}: ${book.sheet}`},
      {
        isWanted: path => path.at(-1) === 'row' && path.at(-2) === 'sheetData',
        onElement: element => {
          const said = Number(element.attributes.r)
          rowNumber = said >= 1 && said <= mostRows ? said - 1 : rowNumber + 1
          const cells = cellsOf(element, book)
          const isBlank = cells.every(
            cell => cell === undefined || (cell.text === null && cell.unsolved === null),
          )
          firstHeaderRow ??= isBlank ? null : rowNumber
          if (firstHeaderRow === null || rowNumber < firstHeaderRow) return
          if (rowNumber < firstHeaderRow + headerRows) {
            header[rowNumber - firstHeaderRow] = cells.map(cell => cell?.text ?? null)
            return
          }
          names ??= namesOf(header, firstHeaderRow, merged, rows, address, book.sheet)
          if (!isBlank) addRow(cells)
        },
        onPiece: async () => {
          if (isFull) await rows.flush()
          isFull = false
        },
      },
    )
    if (names === null) namesOf(header, firstHeaderRow ?? 0, merged, rows, address, book.sheet)
    if (rows.rows === 0)
      throw new SourceError(`${address}: the sheet "${book.sheet}" has a header but no rows.`)
    for (const [column, found] of unsolved) rows.findings.push(finding('type', {column, ...found}))
    return await rows.read()
  } catch (error) {
    await rows.close()
    throw error
  }
}

async function refuseOthers(path: string, address: string) {
  const kind = await fileKind(path)
  if (kind.startsWith('a zip archive')) return
  if (kind.startsWith('an old Excel file') && (await isLocked(path)))
    throw new SourceError(`${address} is locked with a password. Ask its publisher for a copy that is not.`)
  const help = kind.startsWith('an old Excel file') ? ' Save it as XLSX or CSV.' : ''
  throw new SourceError(`${address} is not XLSX: it is ${kind.replace(', or a locked one', '')}.${help}`)
}

/** A locked workbook is one stream of a file in the old format ([MS-OFFCRYPTO]), whose list of streams says so. */
async function isLocked(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const {buffer: head} = await file.read(Buffer.alloc(512), 0, 512, 0)
    const sectorBytes = 2 ** Math.min(16, head.readUInt16LE(30))
    const list = Buffer.alloc(4096)
    await file.read(list, 0, list.length, (head.readUInt32LE(48) + 1) * sectorBytes)
    return list.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  } finally {
    await file.close()
  }
}

/** A row's cells by their columns. */
function cellsOf(row: XmlElement, book: Workbook): Value[] {
  const cells: Value[] = []
  let column = -1
  for (const cell of row.children) {
    if (cell.name !== 'c') continue
    const letters = /^[A-Z]{1,3}/.exec(cell.attributes.r ?? '')?.[0]
    column = letters === undefined ? column + 1 : columnNumber(letters)
    if (column < mostColumns) cells[column] = cellValue(cell, book)
  }
  return cells
}

function cellValue(cell: XmlElement, {texts, styles, is1904}: Workbook): Value {
  const child = (name: string) => cell.children.find(one => one.name === name)
  const type = cell.attributes.t ?? 'n'
  const raw = type === 'inlineStr' ? undefined : child('v')?.text
  const inline = type === 'inlineStr' ? child('is') : undefined
  if (raw === undefined || raw === '') {
    const formula = child('f')
    const text = inline ? richText(inline) : ''
    return {text: text === '' ? null : text, unsolved: formula && type !== 'str' ? `=${formula.text}` : null}
  }
  const filled = (text: string | undefined): Value => ({text: text || null, unsolved: null})
  // A text that is not there is a value that is lost.
  if (type === 's' && texts[Number(raw)] === undefined) return {text: null, unsolved: `text ${raw}`}
  if (type === 's') return filled(texts[Number(raw)])
  if (type === 'b') return filled(raw.trim() === '1' ? 'true' : 'false')
  if (type !== 'n') return filled(raw)
  const number = Number(raw)
  if (!Number.isFinite(number)) return filled(raw)
  const kind = styles[Number(cell.attributes.s ?? 0)] ?? 'number'
  return filled(kind === 'number' ? String(number) : momentText(number, kind, is1904))
}

/** Columns by their headers; where several rows make a header, from the top, without repetitions. */
function namesOf(
  header: (string | null)[][],
  firstRow: number,
  merged: Merged[],
  rows: RowFile,
  address: string,
  sheet: string,
): string[] {
  for (const {firstRow: top, lastRow, firstColumn, lastColumn} of merged.slice(0, mostMerged)) {
    const text = header[top - firstRow]?.[firstColumn]
    if (text === undefined || text === null) continue
    for (let row = top - firstRow; row <= lastRow - firstRow && row < header.length; row++) {
      const names = header[row] ?? []
      header[row] = names
      for (let column = firstColumn; column <= Math.min(lastColumn, mostColumns); column++)
        names[column] = text
    }
  }
  const width = Math.max(0, ...header.map(row => row?.length ?? 0))
  if (width === 0) throw new SourceError(`${address}: the sheet "${sheet}" is empty.`)
  const texts = Array.from({length: width}, (_, column) => {
    const parts = header.map(row => row?.[column]?.trim() ?? '').filter(Boolean)
    return parts.filter((part, index) => part !== parts[index - 1]).join(' / ')
  })
  while (texts.at(-1) === '') texts.pop()
  const {columns, findings} = uniqueHeaders(texts)
  rows.findings.push(...findings)
  return columns
}
