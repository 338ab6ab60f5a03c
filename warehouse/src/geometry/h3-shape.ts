import {cellToBoundary, isValidCell} from 'h3-js'
import {cellShape} from './cell-shape.ts'

/** The ground of a cell of the H3 grid, such as `8928308280fffff`, as GeoJSON text; null for what is no cell. */
export const h3Shape = (cell: string): string | null =>
  isValidCell(cell) ? JSON.stringify(cellShape(cellToBoundary(cell))) : null
