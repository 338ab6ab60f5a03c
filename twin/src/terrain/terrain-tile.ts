import {wgs84} from '../earth-centred.ts'
import type {HeightField} from '../layers/height-field.ts'
import {quantizedMesh} from './quantized-mesh.ts'
import {MeshRefiner} from './refine-mesh.ts'
import {apron, cells, sampleTile, type TerrainTile, tileBox} from './terrain-grid.ts'

/** A viewer takes a tile's error for this many metres at level 0, and halves it from level to level. */
const levelZeroErrorMetres = 77_067.34
/** Ours is this much smaller, but never finer than a decimetre. */
const [better, finestMetres] = [50, 0.1]

/** How far the ground may be from a tile's triangles. */
export const tileErrorMetres = (level: number): number =>
  Math.max(finestMetres, levelZeroErrorMetres / 2 ** level / better)

const refiner = new MeshRefiner(cells)
const samples = new Float64Array(apron * apron)
const grid = new Float64Array((cells + 1) ** 2)
const most = 32_767

/**
 * One tile of the ground as a quantized mesh. Its triangles are no further than `tileErrorMetres` from the heights, and
 * its sides have the same points, heights and normals as its neighbours' of that level. Not to be called by two at once.
 */
export function terrainTile(
  tile: TerrainTile,
  field: HeightField,
): {bytes: Uint8Array; vertices: number; triangles: number} {
  sampleTile(tile, field, samples)
  for (let row = 0; row <= cells; row++)
    for (let column = 0; column <= cells; column++)
      grid[row * (cells + 1) + column] = samples[(row + 1) * apron + column + 1]!

  const {columns, rows, triangles} = refiner.refine(grid, tileErrorMetres(tile.level), keptEvery(tile.level))
  const count = columns.length
  const mesh = {
    u: columns.map(column => Math.round((column / cells) * most)),
    v: rows.map(row => Math.round((row / cells) * most)),
    heights: new Float64Array(count),
    normals: new Float64Array(count * 3),
    triangles,
  }
  const {west, south, degrees} = tileBox(tile)
  const step = degrees / cells
  for (let i = 0; i < count; i++) {
    const [column, row] = [columns[i]!, rows[i]!]
    mesh.heights[i] = grid[row * (cells + 1) + column]!
    writeNormal(mesh.normals, i, column, row, west + column * step, south + row * step, step)
  }
  return {bytes: quantizedMesh(tile, mesh), vertices: count, triangles: triangles.length / 3}
}

/** So that a tile follows the Earth's curve: the more of it a tile spans, the more points it keeps in any case. */
function keptEvery(level: number): number {
  const pieces = 2 ** Math.ceil(Math.log2(Math.sqrt(1e4 / 2 ** level)))
  return cells / Math.min(16, Math.max(1, pieces))
}

/** The ground's normal from the heights around a point, Earth-centred. Neighbours know the same heights around it. */
function writeNormal(
  into: Float64Array,
  vertex: number,
  column: number,
  row: number,
  lonDegrees: number,
  latDegrees: number,
  stepDegrees: number,
): void {
  const at = (row + 1) * apron + column + 1
  const lon = (lonDegrees * Math.PI) / 180
  const lat = (latDegrees * Math.PI) / 180
  const sinLon = Math.sin(lon)
  const cosLon = Math.cos(lon)
  const sinLat = Math.sin(lat)
  const cosLat = Math.cos(lat)
  const metres = (stepDegrees * Math.PI * wgs84.semiMajorMetres) / 180
  // At the poles a step to the east is no step.
  const towardsEast = (samples[at + 1]! - samples[at - 1]!) / (2 * metres * Math.max(cosLat, 1e-6))
  const towardsNorth = (samples[at + apron]! - samples[at - apron]!) / (2 * metres)
  const length = Math.hypot(towardsEast, towardsNorth, 1)
  const east = -towardsEast / length
  const north = -towardsNorth / length
  const up = 1 / length
  into[vertex * 3] = -sinLon * east - sinLat * cosLon * north + cosLat * cosLon * up
  into[vertex * 3 + 1] = cosLon * east - sinLat * sinLon * north + cosLat * sinLon * up
  into[vertex * 3 + 2] = cosLat * north + sinLat * up
}
