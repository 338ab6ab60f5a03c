/** Heights of a geoid above the WGS 84 ellipsoid on a grid of degrees; between its points they are bilinear. */
export type GeoidGrid = {
  /** Of the first point, degrees. */
  west: number
  south: number
  /** Degrees from point to point. */
  stepLon: number
  stepLat: number
  /** Row by row from the south, from west to east. */
  metres: number[][]
}

/** How heights of a city's vertical datum become heights above the WGS 84 ellipsoid: this is added to them. */
export type Geoid = {
  /** One height for the whole city, or a grid that covers it. */
  metres: number | GeoidGrid
  /** How far off a height may be for it: where one height stands for all, half its range within the city too. null: not known. */
  errorMetres: number | null
  /** The model, and who published it. */
  source: string | null
}

/**
 * Points of the grid of 15 minutes of EGM96 (NIMA and NASA, 1996) around a city, whose error with that of national
 * datums, which follow their own sea levels, is about a metre.
 */
export const egm96 = (grid: Pick<GeoidGrid, 'west' | 'south' | 'metres'>): Geoid => ({
  metres: {...grid, stepLon: 0.25, stepLat: 0.25},
  errorMetres: 1,
  source: 'EGM96, NIMA and NASA',
})

/** Says what is wrong with a geoid for a city's box; null where nothing is. */
export function geoidFault(
  {metres: grid}: Geoid,
  [west, south, east, north]: readonly [number, number, number, number],
): string | null {
  if (typeof grid === 'number') return Number.isFinite(grid) ? null : 'its height is no number'
  const columns = grid.metres[0]?.length ?? 0
  if (columns < 2 || grid.metres.length < 2) return 'a grid has two rows and two columns at least'
  if (grid.metres.some(row => row.length !== columns)) return 'its rows are not of one length'
  if (grid.metres.flat().some(value => !Number.isFinite(value))) return 'one of its heights is no number'
  const [endEast, endNorth] = [
    grid.west + (columns - 1) * grid.stepLon,
    grid.south + (grid.metres.length - 1) * grid.stepLat,
  ]
  return grid.west <= west && grid.south <= south && endEast >= east && endNorth >= north
    ? null
    : `its grid reaches from ${grid.west} ${grid.south} to ${endEast} ${endNorth} and does not cover the city`
}
