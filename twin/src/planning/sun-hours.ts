import type {HeightRaster} from './height-raster.ts'
import {isMarchBlocked} from './march.ts'
import type {Sun} from './suns-of-day.ts'

/**
 * Hours of sun on the ground of every cell of a window, NaN where a building stands: of the whole day, and of its longest
 * stretch without a break.
 */
export type SunHours = {
  today: Float32Array
  proposed: Float32Array
  longestToday: Float32Array
  longestProposed: Float32Array
}

/** Cells of a raster for which something is asked: those within so many metres of the frame's origin. */
export type Window = {cells: Int32Array}

/** The cells whose middles lie within a radius of the frame's origin. */
export function windowOf(
  {west, south, cellMetres, columns, rows}: HeightRaster,
  radiusMetres: number,
): Window {
  const cells: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [east, north] = [west + (column + 0.5) * cellMetres, south + (row + 0.5) * cellMetres]
      if (Math.hypot(east, north) <= radiusMetres) cells.push(row * columns + column)
    }
  return {cells: Int32Array.from(cells)}
}

/**
 * Hours of sun on the ground for each cell of a window, on two rasters of the same grid and ground: as it is, and as
 * proposed. Suns follow one another as in a day. Each sun's ray is marched exactly; where the rasters cannot differ along it, it is marched once.
 * `onProgress` is told the share done after each sun.
 */
export function sunHours(
  today: HeightRaster,
  proposed: HeightRaster,
  suns: Sun[],
  {cells}: Window,
  onProgress: (share: number) => void = () => {},
): SunHours {
  const {west, south, cellMetres, columns, ground} = today
  const none = () => new Float32Array(cells.length)
  const hours = {today: none(), proposed: none(), longestToday: none(), longestProposed: none()}
  const stretch = {today: none(), proposed: none()}
  const changed = circleOfChange(today, proposed)
  for (const [index, {east, north, slope, hours: length}] of suns.entries()) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!
      const row = Math.floor(cell / columns)
      const [x, y] = [west + (cell - row * columns + 0.5) * cellMetres, south + (row + 0.5) * cellMetres]
      const isLit = !isMarchBlocked(today, x, y, ground[cell]!, east, north, slope)
      if (isLit) hours.today[i]! += length
      stretch.today[i] = isLit ? stretch.today[i]! + length : 0
      if (stretch.today[i]! > hours.longestToday[i]!) hours.longestToday[i] = stretch.today[i]!
      const isLitProposed =
        changed && mayCross(changed, x, y, east, north)
          ? !isMarchBlocked(proposed, x, y, ground[cell]!, east, north, slope)
          : isLit
      if (isLitProposed) hours.proposed[i]! += length
      stretch.proposed[i] = isLitProposed ? stretch.proposed[i]! + length : 0
      if (stretch.proposed[i]! > hours.longestProposed[i]!) hours.longestProposed[i] = stretch.proposed[i]!
    }
    onProgress((index + 1) / suns.length)
  }
  // Under a roof there is no ground to stand on.
  for (let i = 0; i < cells.length; i++) {
    if (today.roofs[cells[i]!]! > Number.NEGATIVE_INFINITY)
      hours.today[i] = hours.longestToday[i] = Number.NaN
    if (proposed.roofs[cells[i]!]! > Number.NEGATIVE_INFINITY)
      hours.proposed[i] = hours.longestProposed[i] = Number.NaN
  }
  return hours
}

/** For each cell of a window at one sun: 0 in the sun, 1 in the shade, 2 in shade that today is not there. */
export function shadeAt(today: HeightRaster, proposed: HeightRaster, sun: Sun, window: Window): Uint8Array {
  const shade = sunHours(today, proposed, [{...sun, hours: 1}], window)
  return Uint8Array.from(shade.proposed, (lit, i) =>
    lit === 1 || Number.isNaN(lit) ? 0 : shade.today[i] === 1 ? 2 : 1,
  )
}

type Circle = {east: number; north: number; radius: number}

/** A circle around the cells whose roofs differ; null where none does. */
function circleOfChange(a: HeightRaster, b: HeightRaster): Circle | null {
  let [firstColumn, firstRow, lastColumn, lastRow] = [a.columns, a.rows, -1, -1]
  for (let row = 0; row < a.rows; row++)
    for (let column = 0; column < a.columns; column++) {
      if (a.roofs[row * a.columns + column] === b.roofs[row * a.columns + column]) continue
      firstColumn = Math.min(firstColumn, column)
      lastColumn = Math.max(lastColumn, column)
      firstRow = Math.min(firstRow, row)
      lastRow = Math.max(lastRow, row)
    }
  if (lastRow < 0) return null
  return {
    east: a.west + ((firstColumn + lastColumn + 1) / 2) * a.cellMetres,
    north: a.south + ((firstRow + lastRow + 1) / 2) * a.cellMetres,
    radius: (Math.hypot(lastColumn - firstColumn + 1, lastRow - firstRow + 1) / 2) * a.cellMetres,
  }
}

function mayCross(
  {east, north, radius}: Circle,
  x: number,
  y: number,
  towardsEast: number,
  towardsNorth: number,
) {
  const [dx, dy] = [east - x, north - y]
  return (
    dx * towardsEast + dy * towardsNorth >= -radius &&
    Math.abs(dx * towardsNorth - dy * towardsEast) <= radius
  )
}
