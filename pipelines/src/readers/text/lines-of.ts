import {createReadStream} from 'node:fs'
import {SourceError} from '../reader.ts'

/** A line's bytes without its end, and its number, from 1. */
export type Line = {bytes: Buffer; line: number}

const mostLineBytes = 64 * 2 ** 20

/** Lines of a file, many at once; blank ones are left out. @throws SourceError where one is longer than any record */
export async function* linesOf(path: string, address: string): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  const pieces = createReadStream(path, {highWaterMark: 4 * 2 ** 20}) as AsyncIterable<Buffer>
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const lines: Line[] = []
    let start = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    // What is left from before has no end of line.
    for (
      let end = bytes.indexOf(10, Math.max(start, rest.length));
      end !== -1;
      end = bytes.indexOf(10, start)
    ) {
      if (!isBlank(bytes, start, end)) lines.push({bytes: bytes.subarray(start, end), line})
      line++
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > mostLineBytes)
      throw new SourceError(
        `${address}: line ${line} is longer than ${mostLineBytes / 2 ** 20} MB. Is it that format, and whole?`,
      )
    yield lines
  }
  if (!isBlank(rest, 0, rest.length)) yield [{bytes: rest, line}]
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 32) return false
  return true
}
