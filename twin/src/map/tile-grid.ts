/** A tile of the quadtree over the whole Earth in degrees (EPSG:4326): two tiles at level 0, y counted from the north. */
export type TileKey = {level: number; x: number; y: number}

export type Box = [west: number, south: number, east: number, north: number]

export const tilePixels = 512

/** West, south, east, north of a tile, degrees. */
export function tileBox({level, x, y}: TileKey): Box {
  const size = 180 / 2 ** level
  return [-180 + x * size, 90 - (y + 1) * size, -180 + (x + 1) * size, 90 - y * size]
}

/** Every tile of a level that a box touches, from the north-west, row by row. */
export function* tilesIn([west, south, east, north]: Box, level: number): Generator<TileKey> {
  const size = 180 / 2 ** level
  const last = 2 ** level - 1
  const clamp = (index: number, most: number) => Math.max(0, Math.min(most, Math.floor(index)))
  for (let y = clamp((90 - north) / size, last); y <= clamp((90 - south) / size, last); y++)
    for (let x = clamp((west + 180) / size, 2 * last + 1); x <= clamp((east + 180) / size, 2 * last + 1); x++)
      yield {level, x, y}
}
