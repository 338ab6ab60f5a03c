import {paintHeights} from './models/paint-heights.ts'
import type {Polygons} from './polygons.ts'
import type {Prism} from './prisms.ts'

/** A grid of square cells in metres, row 0 in the south. */
export type Grid = {west: number; south: number; cellMetres: number; columns: number; rows: number}

/** Heights on a grid: of the ground, and of the roofs over it, −∞ where nothing is built. */
export type HeightRaster = Grid & {ground: Float32Array; roofs: Float32Array; highest: number}

/** A square grid around the frame's origin, of an odd number of cells so that one has it as its middle. */
export function gridAround(halfMetres: number, cellMetres: number): Grid {
  const half = Math.round(halfMetres / cellMetres)
  const edge = -(half + 0.5) * cellMetres
  return {west: edge, south: edge, cellMetres, columns: 2 * half + 1, rows: 2 * half + 1}
}

/** Samples the ground in the middle of every cell and lays the prisms' roofs over it, models' by their triangles; the higher wins. */
export function heightRaster(
  grid: Grid,
  groundAt: (east: number, north: number) => number,
  prisms: Prism[],
): HeightRaster {
  const {west, south, cellMetres, columns, rows} = grid
  const ground = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      ground[row * columns + column] = groundAt(
        west + (column + 0.5) * cellMetres,
        south + (row + 0.5) * cellMetres,
      )
  return withRoofs(grid, ground, prisms)
}

/** The same ground under other prisms. */
export function withRoofs(grid: Grid, ground: Float32Array, prisms: Prism[]): HeightRaster {
  const {west, south, cellMetres, columns, rows} = grid
  const roofs = new Float32Array(columns * rows).fill(Number.NEGATIVE_INFINITY)
  for (const {polygons, topMetres, model} of prisms) {
    const raise = (cell: number, height: number) => {
      if (height > roofs[cell]!) roofs[cell] = height
    }
    if (model) paintHeights(grid, model, raise)
    else cellsOf(grid, polygons, cell => raise(cell, topMetres))
  }
  let highest = Number.NEGATIVE_INFINITY
  for (let cell = 0; cell < ground.length; cell++) highest = Math.max(highest, ground[cell]!, roofs[cell]!)
  return {west, south, cellMetres, columns, rows, ground, roofs, highest}
}

/** Calls with every cell whose middle lies within the polygons: even-odd, so holes stay free. */
function cellsOf(grid: Grid, polygons: Polygons, paint: (cell: number) => void): void {
  const {west, south, cellMetres, columns, rows} = grid
  for (const rings of polygons) {
    const norths = rings.flat().map(([, north]) => (north - south) / cellMetres - 0.5)
    const first = Math.max(0, Math.ceil(norths.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)))
    const last = Math.min(
      rows - 1,
      Math.floor(norths.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
    )
    for (let row = first; row <= last; row++) {
      const north = south + (row + 0.5) * cellMetres
      const crossings: number[] = []
      for (const ring of rings)
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
          const [[ax, ay], [bx, by]] = [ring[j]!, ring[i]!]
          if (ay > north !== by > north) crossings.push(ax + ((north - ay) / (by - ay)) * (bx - ax))
        }
      crossings.sort((a, b) => a - b)
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = Math.max(0, Math.ceil((crossings[pair]! - west) / cellMetres - 0.5))
        const to = Math.min(columns - 1, Math.ceil((crossings[pair + 1]! - west) / cellMetres - 0.5) - 1)
        for (let column = from; column <= to; column++) paint(row * columns + column)
      }
    }
  }
}
