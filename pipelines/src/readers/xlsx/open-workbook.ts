import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {SourceError, type SourceFile} from '../reader.ts'
import {readXml, type XmlElement} from '../xml/read-xml.ts'
import {openZip, type Zip} from '../zip/open-zip.ts'
import {type NumberKind, numberKind} from './number-format.ts'

export type Workbook = {
  /** The chosen sheet's name, and its XML, unpacked. */
  sheet: string
  path: string
  /** Texts that cells name by their number. */
  texts: string[]
  /** What the numbers of each cell style are shown as. */
  styles: NumberKind[]
  is1904: boolean
}

/** What a workbook may unpack to, and its texts, which are held in memory. */
const [mostSheetBytes, mostTextLength] = [4 * 2 ** 30, 192 * 2 ** 20]

/** Opens an Excel workbook (ECMA-376, .xlsx and .xlsm) at one of its sheets: the one named, else the first that shows. */
export async function openWorkbook(
  file: SourceFile,
  wanted: string | undefined,
  scratch: string,
): Promise<Workbook> {
  const {address} = file
  const archive = await openZip(file)
  try {
    const names = new Set(archive.members.map(({name}) => name))
    if (names.has('xl/workbook.bin'))
      throw new SourceError(`${address} is XLSB, which is not read. Save it as XLSX or CSV.`)
    if (names.has('content.xml') && names.has('mimetype'))
      throw new SourceError(
        `${address} is an OpenDocument sheet (ODS), which is not read. Save it as XLSX or CSV.`,
      )
    const part = partsOf(archive, address, scratch)
    const book =
      (await relations(part, '_rels/.rels', '')).find(({type}) => type === 'officeDocument')?.target ??
      'xl/workbook.xml'
    const folder = book.includes('/') ? book.slice(0, book.lastIndexOf('/') + 1) : ''
    const bookFile = await part(book)
    if (bookFile === null)
      throw new SourceError(
        `${address} is a zip archive, but no workbook: it holds ${[...names].slice(0, 12).join(', ')}.`,
      )
    const related = await relations(part, `${folder}_rels/${book.slice(folder.length)}.rels`, folder)
    const {sheets, is1904} = await sheetsOf(bookFile)

    const grids = sheets.flatMap(sheet => {
      const relation = related.find(({id}) => id === sheet.id)
      return relation?.type === 'worksheet' ? [{...sheet, target: relation.target}] : []
    })
    const listed = grids.map(({name}) => name).join(', ') || 'none'
    const chosen =
      wanted === undefined
        ? (grids.find(({isHidden}) => !isHidden) ?? grids[0])
        : grids.find(({name}) => name === wanted)
    if (!chosen) throw new SourceError(`${address} has no sheet "${wanted ?? ''}". It has ${listed}.`)
    const path = await part(chosen.target, mostSheetBytes)
    if (path === null) throw new SourceError(`${address} is damaged: it lacks ${chosen.target}.`)
    const target = (type: string) => related.find(one => one.type === type)?.target
    return {
      sheet: chosen.name,
      path: path.path,
      texts: await textsOf(await optional(part, target('sharedStrings')), address),
      styles: await stylesOf(await optional(part, target('styles'))),
      is1904,
    }
  } finally {
    archive.close()
  }
}

type Part = (name: string, mostBytes?: number) => Promise<SourceFile | null>

/** Unpacks parts of the archive one by one; null where there is no such part. */
function partsOf(archive: Zip, address: string, scratch: string): Part {
  let count = 0
  return async (name, mostBytes) => {
    const member =
      archive.members.find(one => one.name === name) ??
      archive.members.find(one => one.name.toLowerCase() === name.toLowerCase())
    if (!member) return null
    const path = join(scratch, `part-${count++}.xml`)
    await pipeline(await archive.stream(member, mostBytes), createWriteStream(path))
    return {path, address: `${address}/${name}`}
  }
}

const optional = async (part: Part, name: string | undefined) =>
  name === undefined ? null : await part(name, mostSheetBytes)

async function eachElement(
  file: SourceFile,
  names: string[],
  use: (element: XmlElement, path: readonly string[]) => void,
) {
  let at: readonly string[] = []
  await readXml(file, {
    isWanted: path => {
      const isIt = names.includes(path.at(-1)!)
      if (isIt) at = [...path]
      return isIt
    },
    onElement: element => use(element, at),
    onPiece: () => Promise.resolve(),
  })
}

async function relations(part: Part, name: string, folder: string) {
  const found: {id: string; type: string; target: string}[] = []
  const file = await part(name)
  if (!file) return found
  await eachElement(file, ['Relationship'], ({attributes}) => {
    const target = attributes.Target ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
    found.push({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: path.replace(/[^/]+\/\.\.\//g, ''),
    })
  })
  return found
}

async function sheetsOf(file: SourceFile) {
  const sheets: {name: string; id: string; isHidden: boolean}[] = []
  let is1904 = false
  await eachElement(file, ['sheet', 'workbookPr'], ({name, attributes}, path) => {
    if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    else if (path.at(-2) === 'sheets')
      sheets.push({
        name: attributes.name ?? '',
        id: attributes.id ?? '',
        isHidden: attributes.state !== undefined && attributes.state !== 'visible',
      })
  })
  return {sheets, is1904}
}

async function textsOf(file: SourceFile | null, address: string): Promise<string[]> {
  const texts: string[] = []
  if (!file) return texts
  let length = 0
  await eachElement(file, ['si'], element => {
    const text = richText(element)
    length += text.length
    if (length > mostTextLength)
      throw new SourceError(`${address} holds more text than a workbook should: save it as CSV.`)
    texts.push(text)
  })
  return texts
}

/** The text of a cell in parts of several looks; how it is pronounced is no part of it. */
export function richText({name, text, children}: XmlElement): string {
  if (name === 't')
    return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  return children.map(child => (child.name === 'rPh' ? '' : richText(child))).join('')
}

async function stylesOf(file: SourceFile | null): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  if (!file) return kinds
  await eachElement(file, ['numFmt', 'xf'], ({name, attributes}, path) => {
    const id = Number(attributes.numFmtId)
    if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '')
    else if (path.at(-2) === 'cellXfs') kinds.push(numberKind(id, codes.get(id)))
  })
  return kinds
}
