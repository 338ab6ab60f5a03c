import {createHash} from 'node:crypto'
import {brotliCompressSync, constants} from 'node:zlib'

/** A rendered answer. Its compressed form is made once, when first asked for. */
export class Answer {
  readonly etag: string
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Buffer
  #brotli: Buffer | null = null

  constructor(status: number, headers: Record<string, string>, body: Buffer) {
    this.status = status
    this.headers = headers
    this.body = body
    this.etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  }

  brotli(): Buffer {
    this.#brotli ??= brotliCompressSync(this.body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}})
    return this.#brotli
  }

  get bytes(): number {
    return this.body.byteLength + (this.#brotli?.byteLength ?? 0)
  }
}

/**
 * Answers by release and question, the least recently used given up when they exceed `maxBytes`. They also grow
 * old after `maxAge` milliseconds, because pages say in words how long ago a source fell silent.
 */
export class PageCache {
  #answers = new Map<string, {answer: Answer; since: number}>()
  #maxBytes: number
  #maxAge: number
  #now: () => number

  constructor({maxBytes = 64_000_000, maxAge = 300_000, now = Date.now} = {}) {
    this.#maxBytes = maxBytes
    this.#maxAge = maxAge
    this.#now = now
  }

  get(key: string): Answer | null {
    const found = this.#answers.get(key)
    if (!found) return null
    this.#answers.delete(key)
    if (this.#now() - found.since > this.#maxAge) return null
    this.#answers.set(key, found)
    return found.answer
  }

  set(key: string, answer: Answer): void {
    if (this.#answers.get(key)?.answer === answer) return
    this.#answers.set(key, {answer, since: this.#now()})
    let bytes = 0
    for (const {answer} of this.#answers.values()) bytes += answer.bytes
    for (const oldest of this.#answers.keys()) {
      if (bytes <= this.#maxBytes) break
      bytes -= this.#answers.get(oldest)!.answer.bytes
      this.#answers.delete(oldest)
    }
  }
}
