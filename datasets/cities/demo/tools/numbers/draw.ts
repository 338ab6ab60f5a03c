import {exp, normalQuantile} from './exact.ts'
import {hash} from './hash.ts'

/**
 * A stream of random draws that belongs to its keys. The generator is xoshiro128** (Blackman & Vigna 2021, public
 * domain): 32-bit integers only, so that every platform draws the same.
 */
export class Draw {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(...keys: (number | string)[]) {
    const seed = hash(...keys)
    this.#a = hash(seed, 1)
    this.#b = hash(seed, 2)
    this.#c = hash(seed, 3)
    this.#d = hash(seed, 4) | 1
  }

  /** 32 random bits. */
  bits(): number {
    const scrambled = Math.imul(this.#b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result >>> 0
  }

  /** In [0, 1). */
  unit(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** In [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.unit()
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.unit() * count)
  }

  /** True this share of the time. */
  chance(share: number): boolean {
    return this.unit() < share
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** Normal, by the inverse of its distribution. */
  normal(mean = 0, deviation = 1): number {
    // Half a step in from both ends, where the inverse would be infinite.
    return mean + deviation * normalQuantile((this.bits() + 0.5) / 0x1_0000_0000)
  }

  /** Lognormal with this median; `spread` is the standard deviation of the logarithm. */
  lognormal(median: number, spread: number): number {
    return median * exp(this.normal(0, spread))
  }

  /** Poisson by Knuth's product of uniforms, in parts small enough for the product not to vanish. */
  poisson(mean: number): number {
    let count = 0
    for (let left = mean; left > 0; left -= 16) {
      const end = exp(-(left < 16 ? left : 16))
      for (let product = this.unit(); product > end; product *= this.unit()) count++
    }
    return count
  }
}
