import {join} from 'node:path'
import {fileKind} from './file-kind.ts'
import {flattenJson} from './json/flatten-json.ts'
import {NoRows} from './no-rows.ts'
import {type Reader, SourceError} from './reader.ts'
import {type Cell, RowFile} from './rows/row-file.ts'
import {linesOf} from './text/lines-of.ts'
import {decodeTo, textEncoding} from './text/text-encoding.ts'
import {textOf} from './text/text-of.ts'

/** JSON Lines: an object a line, with columns as in JSON. A line that is none is set aside. */
export const readNdjson: Reader<'ndjson'> = async ({path, address}, _format, context) => {
  const kind = await fileKind(path)
  const {encoding, findings} = await textEncoding(path)
  if (kind !== 'JSON' && kind !== 'text' && !encoding.startsWith('utf-16'))
    throw new SourceError(`${address} is not JSON Lines: it is ${kind}.`)
  let text = path
  if (encoding !== 'utf-8') {
    text = join(context.scratch, 'decoded.ndjson')
    await decodeTo(text, path, encoding)
  }
  const rows = await RowFile.in(context, {path, address})
  rows.findings.push(...findings)
  try {
    for await (const lines of linesOf(text, address))
      for (const {bytes, line} of lines) {
        const record = textOf(bytes)
        let cells: Cell[]
        try {
          if (record.isBroken) throw new Error('it is not UTF-8')
          cells = flattenJson(record.text)
        } catch {
          rows.reject('broken_line', line, record.text.replace(/\r$/, ''))
          continue
        }
        if (rows.add(cells)) await rows.flush()
      }
    if (rows.rows + rows.setAside.length === 0) throw new NoRows(`${address} holds only blank lines.`)
    return await rows.read()
  } catch (error) {
    await rows.close()
    throw error
  }
}
