import {createReadStream} from 'node:fs'
import sax from 'sax'
import {fileKind} from '../file-kind.ts'
import {SourceError, type SourceFile} from '../reader.ts'
import {firstBytes} from '../text/first-bytes.ts'

/** An element with all that is in it. Names are without their prefixes. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, as it is. */
  text: string
  /** The line its first tag ends on. */
  line: number
}

export type XmlReading = {
  /** Is the element at this path from the root wanted whole? Asked of each that is not in a wanted one. */
  isWanted: (path: readonly string[], attributes: Record<string, string>) => boolean
  /** A wanted element that is whole. */
  onElement: (element: XmlElement) => void
  /** After each piece of the file. */
  onPiece: () => Promise<void>
}

/** An element that holds more than any record does, and elements in each other beyond any sense. */
const [mostElementLength, mostDepth] = [64 * 2 ** 20, 200]
const pieceBytes = 2 ** 20

/**
 * Reads XML in one pass, and builds only the elements that are wanted. In any encoding the file names. Entities of the
 * file's own are never expanded nor fetched: one that is used is refused. @throws SourceError where it is no XML, is cut
 * short, or an element outgrows memory
 */
export async function readXml({path, address}: SourceFile, reading: XmlReading): Promise<void> {
  const kind = await fileKind(path)
  const head = await firstBytes(path, 1024)
  const isUtf16 = /^(fffe|feff)/.test(head.toString('hex', 0, 2))
  if (kind !== 'an XML file' && kind !== 'text' && !isUtf16)
    throw new SourceError(`${address} is not XML: it is ${kind}.`)
  const {parser, end} = treeParser(address, reading)
  const decoder = decoderOf(head, address)
  const decode = (bytes?: Buffer) => {
    try {
      return decoder.decode(bytes, {stream: bytes !== undefined})
    } catch {
      throw new SourceError(
        `${address} is not ${decoder.encoding}, as it says, after line ${parser.line + 1}.`,
      )
    }
  }
  for await (const piece of createReadStream(path, {highWaterMark: pieceBytes}) as AsyncIterable<Buffer>) {
    parser.write(decode(piece))
    await reading.onPiece()
  }
  parser.write(decode())
  end()
  await reading.onPiece()
}

function decoderOf(head: Buffer, address: string) {
  const mark = head.toString('hex', 0, 2)
  const named = /^[^<]{0,4}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1'))?.[1]
  const label = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : (named ?? 'utf-8')
  try {
    return new TextDecoder(label, {fatal: true})
  } catch {
    throw new SourceError(`${address} says it is in "${label}", which is not read. Save it as UTF-8.`)
  }
}

function treeParser(address: string, {isWanted, onElement}: XmlReading) {
  const parser = sax.parser(true, {position: true})
  const path: string[] = []
  const open: XmlElement[] = []
  let length = 0
  let hasEnded = false
  const refuse = (what: string) => {
    throw new SourceError(`${address}: the element <${open[0]?.name}> on line ${open[0]?.line} ${what}.`)
  }
  parser.onerror = error => {
    const said = error.message.split('\n')[0]!
    const what = said.includes('character entity')
      ? 'it uses an entity of its own; such are never expanded'
      : said
    throw new SourceError(
      hasEnded
        ? `${address} is cut short: on line ${parser.line + 1} it ends within an element. Fetch it again.`
        : `${address} is not well-formed XML: on line ${parser.line + 1}, ${what}.`,
    )
  }
  parser.onopentag = tag => {
    const name = local(tag.name)
    path.push(name)
    if (path.length > mostDepth) throw new SourceError(`${address}: elements lie in each other without end.`)
    const parent = open.at(-1)
    const attributes: Record<string, string> = {}
    for (const [key, value] of Object.entries(tag.attributes as Record<string, string>)) {
      if (/^xmlns(:|$)/.test(key)) continue
      attributes[local(key)] = value
      length += value.length
    }
    if (!parent && !isWanted(path, attributes)) return
    const element = {name, attributes, children: [], text: '', line: parser.line + 1}
    parent?.children.push(element)
    open.push(element)
    length += 100
    if (length > mostElementLength) refuse(`holds more than ${mostElementLength / 2 ** 20} MB`)
  }
  const onText = (text: string) => {
    const element = open.at(-1)
    if (!element) return
    element.text += text
    length += text.length
    if (length > mostElementLength) refuse(`holds more than ${mostElementLength / 2 ** 20} MB`)
  }
  parser.ontext = onText
  parser.oncdata = onText
  parser.onclosetag = () => {
    path.pop()
    const element = open.pop()
    if (!element) return
    if (open.length > 0) return
    length = 0
    onElement(element)
  }
  const end = () => {
    hasEnded = true
    parser.close()
  }
  return {parser, end}
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
