import {closeSync, openSync, readSync, rmSync, writeSync} from 'node:fs'

/** Where a value lies in a spool: its first byte and how many there are. */
export type SpoolPlace = {at: number; bytes: number}

const chunkBytes = 2 ** 20

/** Values kept as JSON in a file instead of in memory, read back one by one, also by other threads. */
export class SpoolWriter {
  readonly #file: number
  readonly #path: string
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #length = 0

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'w')
  }

  /** `json` is the value's text, which the caller has at hand to hash. */
  add(json: string): SpoolPlace {
    const buffer = Buffer.from(json)
    const place = {at: this.#length, bytes: buffer.length}
    this.#waiting.push(buffer)
    this.#waitingBytes += buffer.length
    this.#length += buffer.length
    if (this.#waitingBytes >= chunkBytes) this.flush()
    return place
  }

  /** After this, all that was added can be read. */
  flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done)
    this.#waiting = []
    this.#waitingBytes = 0
  }

  remove(): void {
    closeSync(this.#file)
    rmSync(this.#path)
  }
}

/** Reads values of a spool. Throws where the file is shorter than its index says. */
export function readSpool<T>(path: string, places: SpoolPlace[]): T[] {
  const file = openSync(path, 'r')
  try {
    return places.map(({at, bytes}) => {
      const buffer = Buffer.allocUnsafe(bytes)
      const read = readSync(file, buffer, 0, bytes, at)
      if (read < bytes) throw new Error(`${path} ends ${bytes - read} bytes too early.`)
      return JSON.parse(buffer.toString()) as T
    })
  } finally {
    closeSync(file)
  }
}
