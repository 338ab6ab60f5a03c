import {planMetres} from '../../tools/space/plan-frame.ts'
import type {Point} from '../../tools/space/vector.ts'
import {cellsInRing} from '../../world/ground/terrain/cells-in-ring.ts'

/** A number for every place of the plan, in square cells: what was painted there last. */
export class PlanGrid {
  #cells: number
  #cellMetres: number
  #values: Uint16Array

  constructor(cellMetres: number) {
    this.#cellMetres = cellMetres
    this.#cells = planMetres / cellMetres
    this.#values = new Uint16Array(this.#cells * this.#cells)
  }

  /** Paints the inside of a ring. */
  paint(ring: readonly Point[], value: number): void {
    cellsInRing(ring, {cells: this.#cells, cellMetres: this.#cellMetres}, cell => {
      this.#values[cell] = value
    })
  }

  /** What was painted at a place; 0 where nothing was. */
  at(x: number, y: number): number {
    const column = Math.min(this.#cells - 1, Math.max(0, Math.floor(x / this.#cellMetres)))
    const row = Math.min(this.#cells - 1, Math.max(0, Math.floor(y / this.#cellMetres)))
    return this.#values[row * this.#cells + column]!
  }
}
