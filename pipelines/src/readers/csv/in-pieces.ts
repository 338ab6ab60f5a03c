import {open} from 'node:fs/promises'

const pieceBytes = 4 * 2 ** 20

/** Which bytes of a file: from one to before another, or to its end. */
type Range = {from: number; to?: number | undefined; signal?: AbortSignal | undefined}

/**
 * Reads a file through one buffer, so that a gigabyte makes no garbage. `onPiece` is given what is there, and says how
 * much of it is done with: the rest stands at the beginning of the next piece, and whatever is left at the end comes once
 * more as the last one, which may be empty. It must keep no view of the bytes; null ends the reading.
 * @returns whether it came to the end
 */
export async function inPieces(
  path: string,
  {from, to = Infinity, signal}: Range,
  onPiece: (bytes: Buffer, isLast: boolean) => Promise<number | null>,
): Promise<boolean> {
  const file = await open(path)
  try {
    let buffer: Buffer = Buffer.allocUnsafeSlow(2 * pieceBytes)
    let [at, rest] = [from, 0]
    for (;;) {
      signal?.throwIfAborted()
      const wanted = Math.min(pieceBytes, to - at)
      if (buffer.length < rest + wanted) buffer = doubled(buffer)
      const {bytesRead} = await file.read(buffer, rest, wanted, at)
      if (bytesRead === 0) return (await onPiece(buffer.subarray(0, rest), true)) !== null
      at += bytesRead
      const filled = rest + bytesRead
      const done = await onPiece(buffer.subarray(0, filled), false)
      if (done === null) return false
      buffer.copyWithin(0, done, filled)
      rest = filled - done
    }
  } finally {
    await file.close()
  }
}

function doubled(buffer: Buffer): Buffer {
  const larger = Buffer.allocUnsafeSlow(2 * buffer.length)
  buffer.copy(larger)
  return larger
}
