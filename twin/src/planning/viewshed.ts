import type {HeightRaster} from './height-raster.ts'
import {isMarchBlocked} from './march.ts'
import {isBlocked, type Obstacles} from './prisms.ts'
import type {Metres} from './site-frame.ts'
import type {Window} from './sun-hours.ts'

/** A point in the air: metres east and north, and a height in the terrain's datum. */
export type Point = {at: Metres; height: number}

/**
 * Which cells of a window are seen from a point, their ground (or roof) and `targetMetres` above it: a ray to each,
 * marched exactly (the method known as R3). 1 seen, 0 hidden.
 */
export function viewshed(raster: HeightRaster, from: Point, {cells}: Window, targetMetres = 0): Uint8Array {
  const {west, south, cellMetres, columns, ground, roofs} = raster
  return Uint8Array.from(cells, cell => {
    const row = Math.floor(cell / columns)
    const [east, north] = [
      west + (cell - row * columns + 0.5) * cellMetres - from.at[0],
      south + (row + 0.5) * cellMetres - from.at[1],
    ]
    const metres = Math.hypot(east, north)
    if (metres < cellMetres) return 1
    const height = Math.max(ground[cell]!, roofs[cell]!) + targetMetres
    const slope = (height - from.height) / metres
    // The cell looked at does not hide itself.
    const before = metres - (cellMetres / 2 / Math.max(Math.abs(east), Math.abs(north))) * metres
    return isMarchBlocked(raster, ...from.at, from.height, east / metres, north / metres, slope, before)
      ? 0
      : 1
  })
}

/** Whether a straight line between two points is clear of buildings: exact, against every wall. */
export function isSeen(obstacles: Obstacles, from: Point, to: Point): boolean {
  const [east, north] = [to.at[0] - from.at[0], to.at[1] - from.at[1]]
  const metres = Math.hypot(east, north)
  if (metres === 0) return true
  return !isBlocked(
    obstacles,
    from.at,
    from.height,
    [east / metres, north / metres],
    (to.height - from.height) / metres,
    metres - 1e-3,
  )
}
