import {ModelFault} from './model-fault.ts'

/**
 * Triangles in metres: x east, y north, z up from the level that stands on the ground; counter-clockwise seen from
 * outside. Corners lie on a grid of a millimetre, so that a mesh that was packed and unpacked is the same one.
 */
export type Mesh = {
  /** Three numbers a corner. */
  positions: Float64Array
  /** Three corners a triangle. */
  triangles: Uint32Array
  /** Runs of triangles of one colour, `#rrggbb`, in their order; together they are all of them. */
  paints: Paint[]
}
export type Paint = {colour: string; triangles: number}

export const mostTriangles = 100_000
/** Corners farther from the middle of a model than this are of no building. */
export const mostReachMetres = 1000

/** Collects triangles of any order and makes a mesh of them: corners a millimetre apart are one, and what has no area is left out. */
export class MeshBuilder {
  readonly #corners = new Map<number, number>()
  readonly #positions: number[] = []
  readonly #byColour = new Map<string, number[]>()
  #count = 0

  /** @throws ModelFault for what is no number, lies too far off, or is too much */
  add(a: readonly number[], b: readonly number[], c: readonly number[], colour: string): void {
    const [i, j, k] = [this.#corner(a), this.#corner(b), this.#corner(c)]
    if (i === j || j === k || k === i) return
    let list = this.#byColour.get(colour)
    if (!list) {
      list = []
      this.#byColour.set(colour, list)
    }
    list.push(i, j, k)
    if (++this.#count > mostTriangles)
      throw new ModelFault('TOO_MANY_TRIANGLES', `more than ${mostTriangles} triangles`)
  }

  #corner([x = Number.NaN, y = Number.NaN, z = Number.NaN]: readonly number[]): number {
    // Zero is added so that there is no negative one.
    const [ix, iy, iz] = [x, y, z].map(metres => Math.round(metres * 1000) + 0) as [number, number, number]
    const reach = mostReachMetres * 1000
    if (!(Math.abs(ix) <= reach && Math.abs(iy) <= reach && Math.abs(iz) <= reach))
      throw new ModelFault(
        Number.isFinite(x + y + z) ? 'WRONG_SIZE' : 'BROKEN',
        Number.isFinite(x + y + z)
          ? `a corner is ${Math.round(Math.hypot(x, y, z))} m from the model’s middle; at most ${mostReachMetres} m are read`
          : 'a corner is no number',
      )
    // Three numbers of 21 bits do not fit into one that is exact: z goes into the fraction of the key's cell.
    const key = ((ix + reach) * (2 * reach + 1) + (iy + reach)) * 1024 + ((iz + reach) % 1024)
    let at = this.#corners.get(key)
    while (at !== undefined && this.#positions[at * 3 + 2] !== iz / 1000) at = this.#next.get(at)
    if (at !== undefined) return at
    const made = this.#positions.push(ix / 1000, iy / 1000, iz / 1000) / 3 - 1
    const first = this.#corners.get(key)
    if (first !== undefined) this.#next.set(made, first)
    this.#corners.set(key, made)
    return made
  }

  /** Corners whose key is the same. */
  readonly #next = new Map<number, number>()

  get isEmpty(): boolean {
    return this.#count === 0
  }

  mesh(): Mesh {
    const triangles = new Uint32Array(this.#count * 3)
    const paints: Paint[] = []
    let at = 0
    for (const [colour, list] of this.#byColour) {
      triangles.set(list, at)
      at += list.length
      paints.push({colour, triangles: list.length / 3})
    }
    return {positions: Float64Array.from(this.#positions), triangles, paints}
  }
}

/** The box around a mesh: least and greatest of each axis. */
export function boxOf({positions}: Mesh): {least: [number, number, number]; most: [number, number, number]} {
  const least: [number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]
  const most: [number, number, number] = [
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (let i = 0; i < positions.length; i++) {
    const axis = (i % 3) as 0 | 1 | 2
    least[axis] = Math.min(least[axis], positions[i]!)
    most[axis] = Math.max(most[axis], positions[i]!)
  }
  return {least, most}
}
