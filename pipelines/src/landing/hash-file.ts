import {createHash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import {Worker} from 'node:worker_threads'

/** From this size on a thread of its own is worth its start: the others read the file meanwhile. */
const mostHere = 64 * 2 ** 20

const pieceBytes = 2 ** 20

/** SHA-256 of a file's bytes, in hex. */
export async function hashFile(path: string): Promise<string> {
  return (await stat(path)).size > mostHere ? hashInThread(path) : hashHere(path)
}

/** The same, and nothing else is done until it is there. */
export function hashFileNow(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafeSlow(pieceBytes)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

async function hashHere(path: string): Promise<string> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafeSlow(pieceBytes)
  const file = await open(path)
  try {
    for (;;) {
      const {bytesRead} = await file.read(piece)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function hashInThread(path: string): Promise<string> {
  const thread = new Worker(new URL('./hash-thread.ts', import.meta.url), {workerData: path})
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error(`${path} could not be hashed.`)))
  })
}
