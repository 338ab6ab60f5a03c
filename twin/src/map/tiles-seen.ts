import type {MapDescription} from './map-description.ts'
import {type Box, tileBox, tilePixels, tilesIn} from './tile-grid.ts'

/** A picture tile: its address relative to `map.json`, and where it lies, degrees. */
export type SeenTile = {address: string; box: Box}

/**
 * The tiles that show a box on a picture so many pixels wide, as sharp as there are; where the densest level has none,
 * the one above it. Coarse ones come first: what is drawn later lies on top.
 */
export function tilesSeen(map: MapDescription, box: Box, pixelsAcross: number): SeenTile[] {
  const {minimumLevel, maximumLevel, available, tiles} = map
  const wanted = Math.log2((pixelsAcross * 180) / ((box[2] - box[0]) * tilePixels))
  // A tile may be stretched by a third: the next level would be three times as many.
  const level = Math.max(minimumLevel, Math.min(maximumLevel, Math.ceil(wanted - 0.4)))
  const found = new Map<string, {tile: SeenTile; level: number}>()
  for (let key of tilesIn(box, level)) {
    const isThere = () => available[key.level]?.[key.x]?.includes(key.y) ?? false
    while (key.level > minimumLevel && !isThere())
      key = {level: key.level - 1, x: Math.floor(key.x / 2), y: Math.floor(key.y / 2)}
    if (!isThere()) continue
    const address = tiles
      .replace('{z}', String(key.level))
      .replace('{x}', String(key.x))
      .replace('{y}', String(key.y))
    found.set(address, {tile: {address, box: tileBox(key)}, level: key.level})
  }
  return [...found.values()].sort((a, b) => a.level - b.level).map(({tile}) => tile)
}
