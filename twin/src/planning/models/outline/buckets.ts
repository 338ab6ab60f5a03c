/** Shapes of `size` numbers each (x, y, x, y …) in the squares of a grid that they may touch. */
export class Buckets {
  readonly #lists: (number[] | undefined)[]
  readonly #seen: Int32Array
  #asked = 0
  #west = Number.POSITIVE_INFINITY
  #south = Number.POSITIVE_INFINITY
  #cell = 1
  #columns = 1
  #rows = 1
  readonly #size: number

  constructor(flat: Float64Array, size: number) {
    this.#size = size
    let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let i = 0; i < flat.length; i += 2) {
      this.#west = Math.min(this.#west, flat[i]!)
      this.#south = Math.min(this.#south, flat[i + 1]!)
      east = Math.max(east, flat[i]!)
      north = Math.max(north, flat[i + 1]!)
    }
    const count = flat.length / size
    this.#seen = new Int32Array(count)
    const [width, height] = [Math.max(0, east - this.#west), Math.max(0, north - this.#south)]
    this.#cell = Math.max(0.01, Math.sqrt((width * height) / Math.max(1, count)), (width + height) / 2000)
    this.#columns = Math.max(1, Math.ceil(width / this.#cell) + 1)
    this.#rows = Math.max(1, Math.ceil(height / this.#cell) + 1)
    this.#lists = new Array<number[] | undefined>(count > 0 ? this.#columns * this.#rows : 0)
    for (let at = 0; at < flat.length; at += size) {
      let [w, s, e, n] = [flat[at]!, flat[at + 1]!, flat[at]!, flat[at + 1]!]
      for (let i = at + 2; i < at + size; i += 2) {
        w = Math.min(w, flat[i]!)
        e = Math.max(e, flat[i]!)
        s = Math.min(s, flat[i + 1]!)
        n = Math.max(n, flat[i + 1]!)
      }
      this.#each(w, s, e, n, square => {
        const list = this.#lists[square]
        if (list) list.push(at)
        else this.#lists[square] = [at]
        return false
      })
    }
  }

  /** Whether one of the shapes that may touch a box is as asked; each is asked once. */
  some(west: number, south: number, east: number, north: number, is: (at: number) => boolean): boolean {
    const turn = ++this.#asked
    return this.#each(
      west,
      south,
      east,
      north,
      square =>
        this.#lists[square]?.some(at => {
          if (this.#seen[at / this.#size] === turn) return false
          this.#seen[at / this.#size] = turn
          return is(at)
        }) ?? false,
    )
  }

  #each(west: number, south: number, east: number, north: number, is: (square: number) => boolean): boolean {
    const first = (value: number, least: number) => Math.max(0, Math.floor((value - least) / this.#cell))
    const [c1, r1] = [
      Math.min(this.#columns - 1, first(east, this.#west)),
      Math.min(this.#rows - 1, first(north, this.#south)),
    ]
    for (let row = first(south, this.#south); row <= r1; row++)
      for (let column = first(west, this.#west); column <= c1; column++)
        if (is(row * this.#columns + column)) return true
    return false
  }
}
