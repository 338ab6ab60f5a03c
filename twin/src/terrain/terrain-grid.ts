import {type HeightField, heightAt} from '../layers/height-field.ts'

/** Cells on a side of a tile's grid of heights. */
export const cells = 64

/** A tile of the geographic pyramid of two tiles at level 0; x from the west, y from the south, as TMS counts. */
export type TerrainTile = {level: number; x: number; y: number}

/** A square box in degrees. */
export type TileBox = {west: number; south: number; degrees: number}

export const tileBox = ({level, x, y}: TerrainTile): TileBox => {
  const degrees = 180 / 2 ** level
  return {west: x * degrees - 180, south: y * degrees - 90, degrees}
}

/**
 * Heights on a tile's grid and one cell around it, row 0 in the south: (cells + 3)² numbers. A place that two tiles
 * share is asked for in the very same degrees, so that both get the same height.
 */
export function sampleTile({level, x, y}: TerrainTile, field: HeightField, into: Float64Array): void {
  const {west, south, east, north, columns, rows, heights} = field
  const step = 180 / 2 ** level / cells
  const lonOf = (column: number) => (x * cells + column - 1) * step - 180
  for (let column = 0; column < apron; column++) {
    const across = ((lonOf(column) - west) / (east - west)) * (columns - 1)
    const isInside = across >= 0 && across <= columns - 1
    left[column] = isInside ? Math.min(columns - 2, Math.floor(across)) : -1
    beyond[column] = across - left[column]!
  }
  for (let row = 0; row < apron; row++) {
    const lat = Math.min(90, Math.max(-90, (y * cells + row - 1) * step - 90))
    const up = ((lat - south) / (north - south)) * (rows - 1)
    const isInside = up >= 0 && up <= rows - 1
    const below = Math.min(rows - 2, Math.floor(up))
    const fy = up - below
    for (let column = 0; column < apron; column++) {
      if (!isInside || left[column]! < 0) {
        into[row * apron + column] = heightAt(field, lonOf(column), lat)
        continue
      }
      // The same sum as heightAt's, which would find its row and column anew for every point.
      const at = below * columns + left[column]!
      const fx = beyond[column]!
      into[row * apron + column] =
        (heights[at]! * (1 - fx) + heights[at + 1]! * fx) * (1 - fy) +
        (heights[at + columns]! * (1 - fx) + heights[at + columns + 1]! * fx) * fy
    }
  }
}

/** Numbers in a row of a sampled tile: the grid's points and one on each side. */
export const apron = cells + 3

/** Of each of a tile's columns the field's column west of it, −1 outside the field, and how far it lies beyond that. */
const left = new Int32Array(apron)
const beyond = new Float64Array(apron)
