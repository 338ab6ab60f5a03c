/** Cells in a row and in a column of the height model, and the side of one in metres. */
export const terrainCells = 2000
export const cellMetres = 4

/** What water stands in a cell. */
export const waterKinds = ['none', 'sea', 'river', 'reservoir', 'pond'] as const

/** The height model. Row 0 is the southernmost, column 0 the westernmost; a value is that of its cell's centre. */
export type Terrain = {
  /** Metres above the city's datum; under water, of the bed. */
  heights: Float32Array
  /** Index into `waterKinds`. */
  water: Uint8Array
}

/** Ground level of the reservoir's water; the sea stands at 0. */
export const reservoirMetres = 13
