import type {HeightRaster} from './height-raster.ts'

/**
 * Sky view factor of a level point on the ground: the share of a sky of even light that reaches it, 1 − the mean of
 * sin² of the horizon's height over all directions (Johnson and Watson, 1984). Horizons are the highest of all cells
 * that rays in `directions` even directions cross, within `reachMetres`.
 */
export function skyViewFactor(
  raster: HeightRaster,
  east: number,
  north: number,
  {directions = 72, reachMetres = 250}: {directions?: number; reachMetres?: number} = {},
): number {
  const {west, south, cellMetres, columns, rows, ground, roofs} = raster
  const own = Math.floor((north - south) / cellMetres) * columns + Math.floor((east - west) / cellMetres)
  const height = ground[own]!
  let hidden = 0
  for (let direction = 0; direction < directions; direction++) {
    const angle = ((direction + 0.5) * 2 * Math.PI) / directions
    const [towardsEast, towardsNorth] = [Math.sin(angle), Math.cos(angle)]
    let steepest = 0
    // Half a cell a step crosses no cell unseen but by its corner.
    for (let metres = cellMetres; metres <= reachMetres; metres += cellMetres / 2) {
      const column = Math.floor((east + towardsEast * metres - west) / cellMetres)
      const row = Math.floor((north + towardsNorth * metres - south) / cellMetres)
      if (column < 0 || row < 0 || column >= columns || row >= rows) break
      const cell = row * columns + column
      const top = Math.max(ground[cell]!, roofs[cell]!)
      if (top - height > steepest * metres) steepest = (top - height) / metres
    }
    hidden += steepest ** 2 / (1 + steepest ** 2)
  }
  return 1 - hidden / directions
}
