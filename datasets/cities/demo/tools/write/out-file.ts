import {createHash} from 'node:crypto'
import {closeSync, openSync, writeSync} from 'node:fs'

/** What became of a file. `records` counts what its writer calls one: rows, features, trees. */
export type Written = {path: string; bytes: number; sha256: string; records: number}

const flushAt = 1 << 20

/** A file that is written from front to back and hashed on the way. Holds about a megabyte. */
export class OutFile {
  #file: number
  #path: string
  #hash = createHash('sha256')
  #bytes = 0
  #waiting: Buffer[] = []
  #waitingBytes = 0
  records = 0

  /**
   * @param folder the folder that holds all of the city's files
   * @param path below it; what the manifest calls the file
   */
  constructor(folder: string, path: string) {
    this.#file = openSync(`${folder}/${path}`, 'w')
    this.#path = path
  }

  write(piece: Buffer | Uint8Array): void {
    this.#waiting.push(
      Buffer.isBuffer(piece) ? piece : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength),
    )
    this.#waitingBytes += piece.byteLength
    if (this.#waitingBytes >= flushAt) this.#flush()
  }

  close(): Written {
    this.#flush()
    closeSync(this.#file)
    return {path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex'), records: this.records}
  }

  #flush() {
    const piece = Buffer.concat(this.#waiting)
    this.#hash.update(piece)
    for (let written = 0; written < piece.length; )
      written += writeSync(this.#file, piece, written, piece.length - written)
    this.#bytes += piece.length
    this.#waiting = []
    this.#waitingBytes = 0
  }
}
