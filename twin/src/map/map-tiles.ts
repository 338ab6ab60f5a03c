import {type MapFrame, type MapScene, noStyle, type Shapes} from './map-scene.ts'
import {fadeMetres} from './paint-tile.ts'
import {type Box, type TileKey, tileBox, tilesIn} from './tile-grid.ts'

/** The level whose pixels are about a metre, and the one above it for the densest quarters. */
const groundLevel = 15
const finestLevel = 16
const fewestHouses = 26
const mostFinest = 96

/**
 * The tiles that a map has: from the level at which a city fits into a few of them to pixels of about a metre where
 * there are houses or streets, and half a metre in its densest quarters. Elsewhere the level above is as good.
 */
export function mapTiles(scene: MapScene): TileKey[] {
  const known = boxOf(scene, 200)
  const faded = boxOf(scene, fadeMetres)
  const span = Math.max(faded[2] - faded[0], faded[3] - faded[1])
  let level = 0
  while (level < groundLevel - 1 && 180 / 2 ** (level + 1) > span) level++

  const tiles: TileKey[] = []
  for (; level < groundLevel; level++)
    for (const tile of tilesIn(level < groundLevel - 2 ? faded : known, level)) tiles.push(tile)
  const used = new Set([
    ...countIn(scene.buildings, scene, groundLevel).keys(),
    ...tilesAlong(scene, groundLevel),
  ])
  for (const tile of tilesIn(known, groundLevel)) if (used.has(nameOf(tile))) tiles.push(tile)
  const dense = [...countIn(scene.buildings, scene, finestLevel)]
    .filter(([, {count}]) => count >= fewestHouses)
    .sort(([nameA, a], [nameB, b]) => b.count - a.count || (nameA < nameB ? -1 : 1))
    .slice(0, mostFinest)
    .map(([, {tile}]) => tile)
    .sort((a, b) => a.y - b.y || a.x - b.x)
  return [...tiles, ...dense]
}

const nameOf = ({x, y}: TileKey) => `${x}/${y}`

/** Names of the tiles of a level that streets run through. */
function tilesAlong({roads, roadStyle, frame}: MapScene, level: number): Set<string> {
  const stepMetres = (180 / 2 ** level) * frame.metresPerLon * 0.5
  const found = new Set<string>()
  const {coordinates, rings, things} = roads
  roadStyle.forEach((style, road) => {
    if (style === noStyle) return
    for (let i = rings[things[road]!]!; i + 3 < rings[things[road + 1]!]!; i += 2) {
      const [ax, ay, bx, by] = coordinates.subarray(i, i + 4) as unknown as [number, number, number, number]
      const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / stepMetres) || 1
      for (let step = 0; step <= steps; step++) {
        const at = tileAt(frame, ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps, level)
        if (at) found.add(nameOf(at))
      }
    }
  })
  return found
}

/** How many things lie in each tile of a level, by the middle of their boxes. */
function countIn(
  {boxes}: Shapes,
  {frame}: MapScene,
  level: number,
): Map<string, {tile: TileKey; count: number}> {
  const counts = new Map<string, {tile: TileKey; count: number}>()
  for (let at = 0; at < boxes.length; at += 4) {
    const tile = tileAt(
      frame,
      (boxes[at]! + boxes[at + 2]!) / 2,
      (boxes[at + 1]! + boxes[at + 3]!) / 2,
      level,
    )
    if (!tile) continue
    const found = counts.get(nameOf(tile)) ?? {tile, count: 0}
    found.count++
    counts.set(nameOf(tile), found)
  }
  return counts
}

/** The tile at a place of the frame; none for what has no place. */
function tileAt({lon, lat, metresPerLon, metresPerLat}: MapFrame, x: number, y: number, level: number) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  const place = [lon + x / metresPerLon, lat + y / metresPerLat] as const
  return tilesIn([...place, ...place], level).next().value as TileKey | undefined
}

/** The box around what is known, wider by a margin, in degrees. */
function boxOf({box, frame}: MapScene, marginMetres: number): Box {
  const lon = (metres: number) => frame.lon + metres / frame.metresPerLon
  const lat = (metres: number) => frame.lat + metres / frame.metresPerLat
  return [
    lon(box[0]! - marginMetres),
    lat(box[1]! - marginMetres),
    lon(box[2]! + marginMetres),
    lat(box[3]! + marginMetres),
  ]
}

/** The box around tiles, degrees. */
export function boxAroundTiles(tiles: TileKey[]): Box {
  const boxes = tiles.map(tileBox)
  return [
    Math.min(...boxes.map(box => box[0])),
    Math.min(...boxes.map(box => box[1])),
    Math.max(...boxes.map(box => box[2])),
    Math.max(...boxes.map(box => box[3])),
  ]
}
