import {createHash} from 'node:crypto'
import {mkdir, open} from 'node:fs/promises'
import {dirname} from 'node:path'
import {toDisk} from '@hromada/pipelines'

/** A journal that says something else than what was written. */
class JournalDamaged extends Error {}

const beginning = '0'.repeat(64)

/**
 * A file of lines of JSON that only grows. Each line holds its number and the SHA-256 of the line before it, so that a
 * change, a gap or a foreign line is noticed; a line is there once its end is, and what a crash left of one is no line.
 * Many may read it while one writes.
 */
export class Journal<Entry extends object> {
  readonly #file: string
  /** Up to here it was read or written. */
  #offset = 0
  #previous = beginning
  #lines = 0

  constructor(file: string) {
    this.#file = file
  }

  /** Whole lines since the last call. @throws JournalDamaged */
  async readNew(): Promise<Entry[]> {
    const bytes = await this.#bytesFrom(this.#offset)
    const entries: Entry[] = []
    for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
      const line = bytes.subarray(start, end)
      entries.push(this.#parse(line))
      this.#previous = sha256(line)
      this.#lines++
      this.#offset += line.length + 1
    }
    return entries
  }

  /** Whether there is less of it than was read: somebody has put an older one in its place. */
  async isReplaced(): Promise<boolean> {
    return (await this.#size()) < this.#offset
  }

  /** Takes away what a crash left of a line. For the only writer, after everything was read. */
  async cutTornEnd(): Promise<void> {
    if ((await this.#size()) <= this.#offset) return
    const handle = await open(this.#file, 'r+')
    try {
      await handle.truncate(this.#offset)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  /** Adds a line. When this is done it is on the disk; when it throws nothing was added. For the only writer. */
  async append(entry: Entry): Promise<void> {
    const line = Buffer.from(JSON.stringify({seq: this.#lines + 1, previous: this.#previous, ...entry}))
    await mkdir(dirname(this.#file), {recursive: true})
    const handle = await open(this.#file, 'a')
    try {
      await handle.appendFile(Buffer.concat([line, Buffer.from('\n')]))
      await handle.sync()
    } catch (error) {
      await handle.truncate(this.#offset).catch(() => {})
      throw error
    } finally {
      await handle.close()
    }
    if (this.#lines === 0) await toDisk(dirname(this.#file))
    this.#offset += line.length + 1
    this.#previous = sha256(line)
    this.#lines++
  }

  #parse(line: Buffer): Entry {
    const wrong = (what: string) => new JournalDamaged(`${this.#file}, line ${this.#lines + 1}: ${what}`)
    let read: {seq?: unknown; previous?: unknown}
    try {
      read = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(line)) as typeof read
    } catch {
      throw wrong('is not JSON')
    }
    if (read.seq !== this.#lines + 1) throw wrong(`has the number ${String(read.seq)}`)
    if (read.previous !== this.#previous) throw wrong('does not follow the line before it')
    return read as Entry
  }

  async #bytesFrom(offset: number): Promise<Buffer> {
    const handle = await open(this.#file, 'r').catch(ignoreMissing)
    if (!handle) return Buffer.alloc(0)
    try {
      const {size} = await handle.stat()
      const bytes = Buffer.alloc(Math.max(0, size - offset))
      const {bytesRead} = await handle.read(bytes, 0, bytes.length, offset)
      return bytes.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  }

  async #size(): Promise<number> {
    const handle = await open(this.#file, 'r').catch(ignoreMissing)
    if (!handle) return 0
    try {
      return (await handle.stat()).size
    } finally {
      await handle.close()
    }
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
