/** A small answer, complete. */
export type Answer = {body: Buffer; rowCount: number}

/**
 * Remembers small answers of a release, which never change: the ones asked for last, up to so many bytes together.
 * Pages ask the same few questions all the time.
 */
export class Answers {
  readonly #known = new Map<string, Answer>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = 32 * 1024 * 1024) {
    this.#mostBytes = mostBytes
  }

  get(question: string): Answer | undefined {
    const answer = this.#known.get(question)
    if (!answer) return undefined
    // Asked for last means forgotten last: a map keeps the order of insertion.
    this.#known.delete(question)
    this.#known.set(question, answer)
    return answer
  }

  set(question: string, answer: Answer): void {
    // One that takes a good part of the room is not worth forgetting many for.
    if (answer.body.length > this.#mostBytes / 64) return
    this.#forget(question)
    this.#known.set(question, answer)
    this.#bytes += answer.body.length
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= this.#mostBytes) break
      this.#forget(oldest)
    }
  }

  #forget(question: string): void {
    this.#bytes -= this.#known.get(question)?.body.length ?? 0
    this.#known.delete(question)
  }
}
