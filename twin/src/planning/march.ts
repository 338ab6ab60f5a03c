import type {HeightRaster} from './height-raster.ts'

/** How much higher than the ray the ground must be to stop it: a tenth of a cell's step on a slope of a third. */
const toleranceMetres = 0.05

/**
 * Whether a ray over a height raster is stopped: it is marched through every cell it crosses (Amanatides and Woo, 1987),
 * exactly for roofs, which are flat, as high over the whole cell; ground counts in the middle of the ray's way over its
 * cell. The cell it starts in does not count. Beyond the raster nothing stands.
 *
 * @param east, north metres in the raster's frame; height in its datum
 * @param slope metres up for each metre over the ground
 */
export function isMarchBlocked(
  raster: HeightRaster,
  east: number,
  north: number,
  height: number,
  towardsEast: number,
  towardsNorth: number,
  slope: number,
  mostMetres = Number.POSITIVE_INFINITY,
): boolean {
  const {west, south, cellMetres, columns, rows, ground, roofs, highest} = raster
  const [x, y] = [(east - west) / cellMetres, (north - south) / cellMetres]
  let [column, row] = [Math.floor(x), Math.floor(y)]
  const [stepX, stepY] = [towardsEast > 0 ? 1 : -1, towardsNorth > 0 ? 1 : -1]
  const perX = towardsEast === 0 ? Number.POSITIVE_INFINITY : cellMetres / Math.abs(towardsEast)
  const perY = towardsNorth === 0 ? Number.POSITIVE_INFINITY : cellMetres / Math.abs(towardsNorth)
  let nextX =
    towardsEast === 0 ? Number.POSITIVE_INFINITY : (towardsEast > 0 ? column + 1 - x : x - column) * perX
  let nextY =
    towardsNorth === 0 ? Number.POSITIVE_INFINITY : (towardsNorth > 0 ? row + 1 - y : y - row) * perY

  for (;;) {
    const entered = nextX < nextY ? nextX : nextY
    if (entered >= mostMetres) return false
    if (nextX < nextY) {
      column += stepX
      nextX += perX
    } else {
      row += stepY
      nextY += perY
    }
    if (column < 0 || row < 0 || column >= columns || row >= rows) return false
    const at = height + slope * entered
    if (slope >= 0 && at > highest) return false
    const cell = row * columns + column
    const left = Math.min(nextX, nextY, mostMetres)
    // A falling ray is lowest where it leaves.
    if (roofs[cell]! > (slope >= 0 ? at : height + slope * left)) return true
    if (ground[cell]! > height + (slope * (entered + left)) / 2 + toleranceMetres) return true
  }
}
