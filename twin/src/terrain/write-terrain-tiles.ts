import {createHash} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {copyFile, link, mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {HeightField} from '../layers/height-field.ts'
import {cells, type TerrainTile} from './terrain-grid.ts'
import {terrainTile} from './terrain-tile.ts'

/** What was written; `files` are relative to the folder, `layer.json` first. */
export type WrittenTerrainTiles = {files: string[]; vertices: number; triangles: number; bytes: number}

export type TerrainOptions = {
  progress?: (tiles: number) => void
  /** Hash of the code that makes tiles. */
  version?: string
  /** Folder with the city's terrain in an earlier release. */
  before?: string | null
}

/** `layer.json` as terrain servers write it, and what it was made from. */
export type TerrainLayer = {
  tilejson: '2.1.0'
  name: string
  format: 'quantized-mesh-1.0'
  version: string
  scheme: 'tms'
  tiles: string[]
  projection: 'EPSG:4326'
  bounds: [west: number, south: number, east: number, north: number]
  extensions: ['octvertexnormals']
  minzoom: number
  maxzoom: number
  /** Per level, the tiles that are there. */
  available: {startX: number; startY: number; endX: number; endY: number}[][]
  madeFrom: string
}

/**
 * Writes the ground of a city as a pyramid of quantized meshes with normals: the whole Earth at level 0, and below it
 * what covers the field, down to tiles as fine as the field itself. Outside the field the ground is level. Where the
 * earlier release was made from the same heights by the same code, its files are taken over.
 */
export async function writeTerrainTiles(
  city: string,
  field: HeightField,
  folder: string,
  {progress, version = '', before = null}: TerrainOptions = {},
): Promise<WrittenTerrainTiles> {
  const {heights, ...frame} = field
  const madeFrom = createHash('sha256')
    .update(`${version} ${city} ${JSON.stringify(frame)}`)
    .update(new Uint8Array(heights.buffer, heights.byteOffset, heights.byteLength))
    .digest('hex')
  const kept = before && (await keepTerrain(before, folder, madeFrom))
  if (kept) return kept

  const available = availableTiles(field)
  const layer: TerrainLayer = {
    tilejson: '2.1.0',
    name: city,
    format: 'quantized-mesh-1.0',
    version: '1.0.0',
    scheme: 'tms',
    tiles: ['{z}/{x}/{y}.terrain'],
    projection: 'EPSG:4326',
    bounds: [-180, -90, 180, 90],
    extensions: ['octvertexnormals'],
    minzoom: 0,
    maxzoom: available.length - 1,
    available,
    madeFrom,
  }
  const written: WrittenTerrainTiles = {files: ['layer.json'], vertices: 0, triangles: 0, bytes: 0}
  let column = ''
  for (const tile of tilesOf(layer)) {
    const {bytes, vertices, triangles} = terrainTile(tile, field)
    const file = fileOf(tile)
    if (dirname(file) !== column) {
      column = dirname(file)
      await mkdir(join(folder, column), {recursive: true})
    }
    // Files of a few hundred bytes: to wait for each takes longer than to make it.
    writeFileSync(join(folder, file), bytes)
    written.files.push(file)
    written.vertices += vertices
    written.triangles += triangles
    written.bytes += bytes.length
    progress?.(written.files.length - 1)
  }
  await writeFile(join(folder, 'layer.json'), JSON.stringify(layer))
  return written
}

const fileOf = ({level, x, y}: TerrainTile) => `${level}/${x}/${y}.terrain`

/** Every tile of a layer, level by level. */
function* tilesOf({available}: TerrainLayer): Generator<TerrainTile> {
  for (const [level, ranges] of available.entries())
    for (const {startX, startY, endX, endY} of ranges)
      for (let x = startX; x <= endX; x++) for (let y = startY; y <= endY; y++) yield {level, x, y}
}

/** Both halves of the Earth, then what covers the field, until a tile's cells are as small as the field's. */
function availableTiles({west, south, east, north, columns, rows}: HeightField): TerrainLayer['available'] {
  const spacing = Math.max((east - west) / (columns - 1), (north - south) / (rows - 1))
  const levels = Math.max(1, Math.ceil(Math.log2(180 / cells / spacing)) + 1)
  return Array.from({length: levels}, (_, level) => {
    if (level === 0) return [{startX: 0, startY: 0, endX: 1, endY: 0}]
    const degrees = 180 / 2 ** level
    const at = (from: number, value: number, last: number) =>
      Math.min(last, Math.max(0, Math.floor((value + from) / degrees)))
    const [lastX, lastY] = [2 ** (level + 1) - 1, 2 ** level - 1]
    return [
      {
        startX: at(180, west, lastX),
        startY: at(90, south, lastY),
        endX: at(180, east, lastX),
        endY: at(90, north, lastY),
      },
    ]
  })
}

async function keepTerrain(
  before: string,
  folder: string,
  madeFrom: string,
): Promise<WrittenTerrainTiles | null> {
  const text = await readFile(join(before, 'layer.json'), 'utf8').catch(() => null)
  const layer = text === null ? null : (JSON.parse(text) as TerrainLayer)
  if (layer?.madeFrom !== madeFrom) return null
  const files = ['layer.json', ...[...tilesOf(layer)].map(fileOf)]
  for (const column of new Set(files.map(dirname))) await mkdir(join(folder, column), {recursive: true})
  for (const file of files) {
    const [from, to] = [join(before, file), join(folder, file)]
    await link(from, to).catch(() => copyFile(from, to))
  }
  return {files, vertices: 0, triangles: 0, bytes: 0}
}
