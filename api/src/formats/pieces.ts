import {Buffer} from 'node:buffer'
import type {DuckDBDataChunk} from '@duckdb/node-api'
import {textBytes} from '../release/text-bytes.ts'

const pieceBytes = 64 * 1024

/** What stands before and after the rows, and how many bytes the first row is too long by: its separator. */
type Frame = {head?: string; tail?: string; separatorBytes?: number}

/** The texts of the only column, one per row, as pieces of some 64 kB or more: what is small comes in one piece, head and tail with it. */
export async function* pieces(
  chunks: AsyncGenerator<DuckDBDataChunk>,
  {head = '', tail = '', separatorBytes = 0}: Frame = {},
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [Buffer.from(head)]
  let bytes = 0
  let skipped = separatorBytes
  for await (const chunk of chunks) {
    const text = textBytes(chunk.getColumnVector(0)).subarray(skipped)
    skipped = 0
    waiting.push(text)
    bytes += text.length
    if (bytes < pieceBytes) continue
    yield waiting.length === 1 ? text : Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  waiting.push(Buffer.from(tail))
  const last = Buffer.concat(waiting)
  if (last.length > 0) yield last
}
