/** Work that goes on side by side, and work that has to be alone. */
export class Turns {
  #running = 0
  #isAlone = false
  #waiting: {alone: boolean; go: () => void}[] = []

  /** Begins once nothing that has to be alone runs or waits. */
  beside<T>(work: () => Promise<T>): Promise<T> {
    return this.#turn(false, work)
  }

  /** Begins once everything that runs has ended. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#turn(true, work)
  }

  async #turn<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>(go => {
      this.#waiting.push({alone, go})
      this.#next()
    })
    try {
      return await work()
    } finally {
      this.#running--
      this.#isAlone = false
      this.#next()
    }
  }

  #next(): void {
    for (let [first] = this.#waiting; first; [first] = this.#waiting) {
      if (this.#isAlone || (first.alone && this.#running > 0)) return
      this.#waiting.shift()
      this.#running++
      this.#isAlone = first.alone
      first.go()
    }
  }
}
