import type {Box} from './vector.ts'

/**
 * Boxes in an even grid over a square, for the many questions asked while a city is built: answers are the boxes'
 * numbers, in no order, and no list is made anew for them.
 */
export class BoxGrid {
  #cellMetres: number
  #columns: number
  #first: Int32Array
  #items: number[] = []
  #next: number[] = []
  #boxes: number[] = []
  #askedIn: number[] = []
  #asked = 0
  #found: number[] = []

  constructor(sideMetres: number, cellMetres: number) {
    this.#cellMetres = cellMetres
    this.#columns = Math.ceil(sideMetres / cellMetres)
    this.#first = new Int32Array(this.#columns * this.#columns).fill(-1)
  }

  /** @returns the box's number: 0 for the first, 1 for the next */
  add(box: Box): number {
    const item = this.#askedIn.push(0) - 1
    this.#boxes.push(box[0], box[1], box[2], box[3])
    const east = this.#cell(box[2])
    const north = this.#cell(box[3])
    for (let row = this.#cell(box[1]); row <= north; row++)
      for (let column = this.#cell(box[0]); column <= east; column++) {
        const cell = row * this.#columns + column
        this.#next.push(this.#first[cell]!)
        this.#first[cell] = this.#items.push(item) - 1
      }
    return item
  }

  /** Numbers of the boxes that touch this one, each once. The next call uses the array again. */
  touching(box: Box): readonly number[] {
    const found = this.#found
    found.length = 0
    const asked = ++this.#asked
    const boxes = this.#boxes
    const east = this.#cell(box[2])
    const north = this.#cell(box[3])
    for (let row = this.#cell(box[1]); row <= north; row++)
      for (let column = this.#cell(box[0]); column <= east; column++)
        for (let link = this.#first[row * this.#columns + column]!; link >= 0; link = this.#next[link]!) {
          const item = this.#items[link]!
          if (this.#askedIn[item] === asked) continue
          this.#askedIn[item] = asked
          const at = item * 4
          if (boxes[at]! > box[2] || boxes[at + 2]! < box[0]) continue
          if (boxes[at + 1]! > box[3] || boxes[at + 3]! < box[1]) continue
          found.push(item)
        }
    return found
  }

  #cell(metres: number): number {
    const index = Math.floor(metres / this.#cellMetres)
    return index < 0 ? 0 : index >= this.#columns ? this.#columns - 1 : index
  }
}
