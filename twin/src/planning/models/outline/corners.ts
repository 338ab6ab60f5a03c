import type {Metres} from '../../site-frame.ts'

/** Corners of outlines lie on a grid this fine. */
const gridMetres = 5e-5

/** Places on the grid, each with its number. */
export class Corners {
  readonly #numbers = new Map<number, number>()
  readonly #places: Metres[] = []

  add(x: number, y: number): number {
    const [ix, iy] = [Math.round(x / gridMetres), Math.round(y / gridMetres)]
    const key = (ix + 2 ** 25) * 2 ** 26 + iy + 2 ** 25
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#places.push([ix * gridMetres, iy * gridMetres]) - 1
    this.#numbers.set(key, number)
    return number
  }

  at(number: number): Metres {
    return this.#places[number]!
  }
}

/** An edge between two of them, whichever way it goes. */
export const edgeKey = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b)
