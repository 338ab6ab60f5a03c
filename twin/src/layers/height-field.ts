import {metresPerDegree} from './ground-metres.ts'

/** Heights of the ground on a grid of degrees, row 0 in the south: metres, bilinear between its points. */
export type HeightField = {
  west: number
  south: number
  east: number
  north: number
  columns: number
  rows: number
  heights: Float32Array
  /** The lowest height on the grid's edge: what the ground comes down to far outside. */
  outsideMetres: number
}

/** Corners of a surface in degrees and metres, three numbers each, and its triangles, three corners each. */
export type Triangles = {corners: Float64Array; triangles: ArrayLike<number>}

const mostPoints = 1200
/** A surface smaller than the spacing may lie between the corners of its own box, where no point is. */
const fewestPoints = 9

/**
 * A surface of triangles as a grid, its points about `spacingMetres` apart. Upright triangles count for nothing; where
 * there is no ground the nearest in the row stands in, then the nearest in the column. Null without any triangle that
 * covers a point.
 */
export function heightField({corners, triangles}: Triangles, spacingMetres = 8): HeightField | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let i = 0; i < corners.length; i += 3) {
    west = Math.min(west, corners[i]!)
    east = Math.max(east, corners[i]!)
    south = Math.min(south, corners[i + 1]!)
    north = Math.max(north, corners[i + 1]!)
  }
  if (!(east > west && north > south)) return null
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const points = (degrees: number, metres: number) =>
    Math.max(fewestPoints, Math.min(mostPoints, Math.round((degrees * metres) / spacingMetres) + 1))
  const columns = points(east - west, metresPerDegree * narrowing)
  const rows = points(north - south, metresPerDegree)
  const heights = new Float32Array(columns * rows).fill(Number.NaN)

  const columnOf = (lon: number) => ((lon - west) / (east - west)) * (columns - 1)
  const rowOf = (lat: number) => ((lat - south) / (north - south)) * (rows - 1)
  for (let t = 0; t + 2 < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3]
    const [ax, ay, bx, by] = [
      columnOf(corners[a]!),
      rowOf(corners[a + 1]!),
      columnOf(corners[b]!),
      rowOf(corners[b + 1]!),
    ]
    const [cx, cy] = [columnOf(corners[c]!), rowOf(corners[c + 1]!)]
    const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    if (Math.abs(twice) < 1e-9) continue
    const [ha, hb, hc] = [corners[a + 2]!, corners[b + 2]!, corners[c + 2]!]
    const firstRow = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 1e-6))
    const lastRow = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy) + 1e-6))
    const firstColumn = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 1e-6))
    const lastColumn = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx) + 1e-6))
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const ofB = ((column - ax) * (cy - ay) - (cx - ax) * (row - ay)) / twice
        const ofC = ((bx - ax) * (row - ay) - (column - ax) * (by - ay)) / twice
        if (ofB < -1e-6 || ofC < -1e-6 || ofB + ofC > 1 + 1e-6) continue
        heights[row * columns + column] = ha + ofB * (hb - ha) + ofC * (hc - ha)
      }
  }
  return heights.every(Number.isNaN) ? null : fieldOf({west, south, east, north, columns, rows, heights})
}

/** A grid as a field: where it has no height (NaN), the nearest in the row stands in, then the nearest in the column. */
export function fieldOf(grid: Omit<HeightField, 'outsideMetres'>): HeightField {
  const {heights, columns, rows} = grid
  fill(heights, columns, rows)
  return {...grid, outsideMetres: lowestEdge(heights, columns, rows)}
}

/** Height of the ground at a place in degrees. Outside, the edge's height comes down to the lowest within some way. */
export function heightAt(field: HeightField, lon: number, lat: number): number {
  const {west, south, east, north, columns, rows, heights, outsideMetres} = field
  const x = ((lon - west) / (east - west)) * (columns - 1)
  const y = ((lat - south) / (north - south)) * (rows - 1)
  const insideX = clamp(x, columns - 1)
  const insideY = clamp(y, rows - 1)
  const column = Math.min(columns - 2, Math.floor(insideX))
  const row = Math.min(rows - 2, Math.floor(insideY))
  const fx = insideX - column
  const fy = insideY - row
  const at = row * columns + column
  const below = heights[at]! * (1 - fx) + heights[at + 1]! * fx
  const above = heights[at + columns]! * (1 - fx) + heights[at + columns + 1]! * fx
  const height = below * (1 - fy) + above * fy
  if (x === insideX && y === insideY) return height
  const away = Math.max(Math.abs(x - insideX) / columns, Math.abs(y - insideY) / rows)
  const left = Math.max(0, 1 - away / goneAfter)
  return outsideMetres + (height - outsideMetres) * left * left * (3 - 2 * left)
}

/** After this share of the grid's width outside it, nothing is left of its edge's height. */
const goneAfter = 0.35

const clamp = (value: number, most: number) => (value < 0 ? 0 : value > most ? most : value)

function fill(heights: Float32Array, columns: number, rows: number): void {
  const along = (start: number, step: number, count: number) => {
    let last = Number.NaN
    for (let i = 0, at = start; i < count; i++, at += step)
      if (Number.isNaN(heights[at]!)) heights[at] = last
      else last = heights[at]!
  }
  for (let row = 0; row < rows; row++) {
    along(row * columns, 1, columns)
    along(row * columns + columns - 1, -1, columns)
  }
  for (let column = 0; column < columns; column++) {
    along(column, columns, rows)
    along(column + (rows - 1) * columns, -columns, rows)
  }
}

function lowestEdge(heights: Float32Array, columns: number, rows: number): number {
  let lowest = Number.POSITIVE_INFINITY
  for (let column = 0; column < columns; column++)
    lowest = Math.min(lowest, heights[column]!, heights[(rows - 1) * columns + column]!)
  for (let row = 0; row < rows; row++)
    lowest = Math.min(lowest, heights[row * columns]!, heights[row * columns + columns - 1]!)
  return lowest
}
