import {createReadStream} from 'node:fs'
import {headerOf} from '../readers/csv/header-of.ts'
import {scanCsv} from '../readers/csv/scan-csv.ts'

/** Records below the header of a CSV file. */
export async function countCsvRecords(path: string, delimiter: ',' | ';' | '\t'): Promise<number> {
  const {shape} = await headerOf(path, {kind: 'csv', delimiter}, path)
  return (await scanCsv(path, shape, path)).records
}

const [quote, backslash, open, close, openList, closeList, comma] = [...'"\\{}[],'].map(character =>
  character.charCodeAt(0),
)

/** Elements of a JSON file that is one array. It is read through once, in pieces, whatever its size. */
export async function countJsonElements(path: string): Promise<number> {
  let level = 0
  let isText = false
  let isEscaped = false
  let elements = 0
  let hasSome = false
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>)
    for (const byte of chunk) {
      if (isText) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) isText = false
        continue
      }
      if (level === 1 && byte > 0x20 && byte !== closeList && byte !== comma) hasSome = true
      if (byte === quote) isText = true
      else if (byte === open || byte === openList) level++
      else if (byte === close || byte === closeList) level--
      else if (byte === comma && level === 1) elements++
    }
  return hasSome ? elements + 1 : 0
}

/** Lines of a file that hold something: records of JSON Lines. */
export async function countLines(path: string): Promise<number> {
  let lines = 0
  let hasSome = false
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>)
    for (const byte of chunk)
      if (byte === 0x0a) {
        if (hasSome) lines++
        hasSome = false
      } else if (byte > 0x20) hasSome = true
  return hasSome ? lines + 1 : lines
}
