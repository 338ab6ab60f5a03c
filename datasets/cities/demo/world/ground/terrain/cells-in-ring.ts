import {boxOf} from '../../../tools/space/box-of.ts'
import type {Point} from '../../../tools/space/vector.ts'

/** Visits the cells of a square grid whose centres lie in a ring (not closed), row by row from the south. */
export function cellsInRing(
  ring: readonly Point[],
  {cells, cellMetres}: {cells: number; cellMetres: number},
  visit: (cell: number) => void,
): void {
  const [, south, , north] = boxOf(ring)
  const last = Math.min(cells - 1, Math.floor(north / cellMetres))
  for (let row = Math.max(0, Math.floor(south / cellMetres)); row <= last; row++) {
    const y = (row + 0.5) * cellMetres
    const crossings: number[] = []
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
      const [x0, y0] = ring[before]!
      const [x1, y1] = ring[index]!
      if (y0 > y !== y1 > y) crossings.push(x0 + ((x1 - x0) * (y - y0)) / (y1 - y0))
    }
    crossings.sort((a, b) => a - b)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil(crossings[pair]! / cellMetres - 0.5))
      const to = Math.min(cells - 1, Math.floor(crossings[pair + 1]! / cellMetres - 0.5))
      for (let column = from; column <= to; column++) visit(row * cells + column)
    }
  }
}
