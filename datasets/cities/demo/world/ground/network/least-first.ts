/** Whole numbers that leave in the order of their keys, smallest first; of equal keys, the smallest number first. */
export class LeastFirst {
  #keys: number[] = []
  #values: number[] = []

  get count(): number {
    return this.#values.length
  }

  add(value: number, key: number): void {
    let at = this.#values.push(value) - 1
    this.#keys.push(key)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  /** Takes the first one out; undefined where none is left. */
  take(): {value: number; key: number} | undefined {
    const value = this.#values[0]
    const key = this.#keys[0]
    if (value === undefined || key === undefined) return undefined
    const lastValue = this.#values.pop()!
    const lastKey = this.#keys.pop()!
    if (this.#values.length > 0) {
      this.#values[0] = lastValue
      this.#keys[0] = lastKey
      this.#sink()
    }
    return {value, key}
  }

  #sink() {
    const count = this.#values.length
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const right = left + 1
      let first = at
      if (left < count && this.#isBefore(left, first)) first = left
      if (right < count && this.#isBefore(right, first)) first = right
      if (first === at) return
      this.#swap(at, first)
      at = first
    }
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#keys[a]! - this.#keys[b]!
    return difference < 0 || (difference === 0 && this.#values[a]! < this.#values[b]!)
  }

  #swap(a: number, b: number) {
    ;[this.#keys[a], this.#keys[b]] = [this.#keys[b]!, this.#keys[a]!]
    ;[this.#values[a], this.#values[b]] = [this.#values[b]!, this.#values[a]!]
  }
}
