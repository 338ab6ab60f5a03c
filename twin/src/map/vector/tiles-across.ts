import type {Box} from '../tile-grid.ts'
import type {VectorMapDescription} from './vector-map-description.ts'

/** A tile of the vector map and its address. */
export type VectorTileAddress = {z: number; x: number; y: number; address: string}

/** The vector tiles that hold what a picture of a box, so many pixels wide, has room to name. */
export function tilesAcross(
  {minzoom, maxzoom, available, tiles}: VectorMapDescription,
  [west, south, east, north]: Box,
  pixelsAcross: number,
): VectorTileAddress[] {
  // Zooms are those of tiles 512 pixels wide, as viewers count them.
  const wanted = Math.floor(Math.log2((360 * pixelsAcross) / (512 * (east - west))))
  const z = Math.max(minzoom, Math.min(maxzoom, wanted))
  const count = 2 ** z
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * count)
  const row = (lat: number) => {
    const radians = (lat * Math.PI) / 180
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * count)
  }
  const found: VectorTileAddress[] = []
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++)
      if (available[z]?.[x]?.includes(y)) {
        const address = (tiles[0] ?? '').replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
        found.push({z, x, y, address})
      }
  return found
}
