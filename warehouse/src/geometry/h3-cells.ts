import {cellToLatLng, gridDisk, isValidCell, latLngToCell} from 'h3-js'

/**
 * Cells of H3, the hexagonal grid of the whole Earth (h3geo.org), as their 15 hexadecimal digits. A cell of resolution 9
 * has 0.105 km² on average, one of resolution 8 seven times as much; both vary by a fifth over the Earth and hardly within
 * a city. Twelve cells of every resolution are pentagons, all of them at sea.
 */

/** The cell in which a point lies; null for what is no point of the Earth, which H3 itself would wrap around it. */
export function h3Cell(lat: number, lon: number, resolution: number): string | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null
  return latLngToCell(lat, lon, resolution)
}

/**
 * A cell and those up to so many steps from it, sorted: 1 + 3 · rings · (rings + 1) of them, about a pentagon 5 for 6 in
 * the first ring. Null for what is no cell.
 */
export function h3Disk(cell: string, rings: number): string[] | null {
  return isValidCell(cell) ? gridDisk(cell, rings).sort() : null
}

/** Where the middle of a cell lies, in degrees; null for what is no cell. */
export function h3Centre(cell: string): {lat: number; lon: number} | null {
  if (!isValidCell(cell)) return null
  const [lat, lon] = cellToLatLng(cell)
  return {lat, lon}
}
