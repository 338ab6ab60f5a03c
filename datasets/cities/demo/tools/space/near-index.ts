import type {Box, Point} from './vector.ts'

/** Things by the boxes they lie in, for asking what is near a place. Answers come in the order in which things were added. */
export class NearIndex<T> {
  #cellMetres: number
  #cells = new Map<number, number[]>()
  #things: T[] = []
  #boxes: Box[] = []
  #askedIn: number[] = []
  #asked = 0

  /** @param cellMetres about as wide as most things, or as what is asked for */
  constructor(cellMetres: number) {
    this.#cellMetres = cellMetres
  }

  get count(): number {
    return this.#things.length
  }

  add(thing: T, box: Box): void {
    const index = this.#things.push(thing) - 1
    this.#boxes.push(box)
    this.#askedIn.push(0)
    const [west, south, east, north] = this.#cellsOf(box)
    for (let row = south; row <= north; row++)
      for (let column = west; column <= east; column++) {
        const cell = this.#cells.get(row * 65_536 + column)
        if (cell) cell.push(index)
        else this.#cells.set(row * 65_536 + column, [index])
      }
  }

  /** All things whose boxes touch this one. */
  touching(box: Box): T[] {
    this.#asked++
    const found: number[] = []
    const [west, south, east, north] = this.#cellsOf(box)
    for (let row = south; row <= north; row++)
      for (let column = west; column <= east; column++)
        for (const index of this.#cells.get(row * 65_536 + column) ?? []) {
          if (this.#askedIn[index] === this.#asked) continue
          this.#askedIn[index] = this.#asked
          const its = this.#boxes[index]!
          if (its[0] <= box[2] && its[2] >= box[0] && its[1] <= box[3] && its[3] >= box[1]) found.push(index)
        }
    return found.sort((a, b) => a - b).map(index => this.#things[index]!)
  }

  /** All things whose boxes are within so many metres of a place, in x and in y. */
  near([x, y]: Point, metres: number): T[] {
    return this.touching([x - metres, y - metres, x + metres, y + metres])
  }

  #cellsOf([west, south, east, north]: Box): Box {
    const size = this.#cellMetres
    return [
      Math.floor(west / size),
      Math.floor(south / size),
      Math.floor(east / size),
      Math.floor(north / size),
    ]
  }
}
