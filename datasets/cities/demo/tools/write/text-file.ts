import type {OutFile, Written} from './out-file.ts'

const flushAt = 1 << 16

/** A UTF-8 file that is written piece by piece: JSON, GeoJSON, XML. */
export class TextFile {
  #file: OutFile
  #text = ''

  constructor(file: OutFile) {
    this.#file = file
  }

  write(text: string): void {
    this.#text += text
    if (this.#text.length >= flushAt) this.#flush()
  }

  /** Says that one more record has been written. */
  count(): void {
    this.#file.records++
  }

  close(): Written {
    this.#flush()
    return this.#file.close()
  }

  #flush() {
    this.#file.write(Buffer.from(this.#text, 'utf8'))
    this.#text = ''
  }
}
