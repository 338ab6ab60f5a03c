import {createHash} from 'node:crypto'
import {mkdir, writeFile} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {HeightField} from '../layers/height-field.ts'
import type {MapDescription} from './map-description.ts'
import {type MapRows, mapScene} from './map-scene.ts'
import {boxAroundTiles, mapTiles} from './map-tiles.ts'
import type {MapParts} from './paint-tile.ts'
import {lightGrid, seaGrid} from './relief-grids.ts'
import {reuseMapTiles, tileFiles} from './reuse-map-tiles.ts'
import {type TileKey, tilePixels} from './tile-grid.ts'

const pictureFiles = {description: 'map.json', extension: 'png'}

/** What was written; `files` are relative to the folder, `map.json` first. */
export type WrittenMap = {files: string[]}

export type MapOptions = {
  progress?: (tiles: number) => void
  /** Hash of the code that paints. */
  version?: string
  /** Folder with the city's map in an earlier release. */
  before?: string | null
  /** Threads that paint. */
  threads?: number
}

/**
 * Writes a city's base map as picture tiles: land use, water, streets, trees, the shadows of houses. The same rows give
 * the same bytes, however many threads paint. Writes nothing where there are neither areas nor streets.
 */
export async function writeMapTiles(
  city: string,
  rows: MapRows,
  ground: HeightField | null,
  folder: string,
  {
    progress,
    version = '',
    before = null,
    threads = Math.max(1, Math.min(4, availableParallelism())),
  }: MapOptions = {},
): Promise<WrittenMap> {
  const madeFrom = hashOf(city, rows, ground, version)
  const kept = before === null ? null : await reuseMapTiles(before, folder, madeFrom, pictureFiles)
  if (kept) return {files: kept}
  const scene = mapScene(rows)
  if (!scene) return {files: []}
  const tiles = mapTiles(scene)
  const parts: MapParts = {scene, light: ground && lightGrid(ground, scene.frame), sea: seaGrid(scene)}
  const description = describe(city, madeFrom, tiles)
  for (const column of new Set(tiles.map(({level, x}) => `${level}/${x}`)))
    await mkdir(join(folder, column), {recursive: true})
  await writeFile(join(folder, 'map.json'), JSON.stringify(description))

  let done = 0
  const waiting = tiles.values()
  await Promise.all(
    Array.from({length: Math.min(threads, tiles.length)}, () =>
      paintInWorker(parts, waiting, async (tile, file) => {
        await writeFile(join(folder, fileOf(tile)), file)
        progress?.(++done)
      }),
    ),
  )
  return {files: ['map.json', ...tileFiles(description)]}
}

function hashOf(city: string, rows: MapRows, ground: HeightField | null, version: string): string {
  const hash = createHash('sha256').update(version).update(city)
  for (const list of Object.values(rows)) hash.update(JSON.stringify(list))
  if (ground)
    hash.update(new Uint8Array(ground.heights.buffer)).update(JSON.stringify({...ground, heights: null}))
  return hash.digest('hex')
}

const fileOf = ({level, x, y}: TileKey) => `${level}/${x}/${y}.png`

/** Gives one worker tile after tile until there are none. */
async function paintInWorker(
  parts: MapParts,
  tiles: Iterator<TileKey>,
  save: (tile: TileKey, file: Uint8Array) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), {workerData: parts})
  try {
    await new Promise<void>((finish, fail) => {
      let current: TileKey
      const saved: Promise<void>[] = []
      const next = () => {
        const {value, done} = tiles.next()
        if (done) return void Promise.all(saved).then(() => finish(), fail)
        current = value
        worker.postMessage(value)
      }
      worker.on('message', (file: Uint8Array) => {
        saved.push(save(current, file))
        next()
      })
      worker.on('error', fail)
      next()
    })
  } finally {
    await worker.terminate()
  }
}

function describe(city: string, madeFrom: string, tiles: TileKey[]): MapDescription {
  const levels = tiles.map(({level}) => level)
  const available: MapDescription['available'] = {}
  for (const {level, x, y} of tiles) {
    available[level] ??= {}
    available[level][x] ??= []
    available[level][x].push(y)
  }
  return {
    city,
    madeFrom,
    scheme: 'EPSG:4326',
    tiles: '{z}/{x}/{y}.png',
    tilePixels,
    box: boxAroundTiles(tiles.filter(({level}) => level === Math.min(...levels))),
    minimumLevel: Math.min(...levels),
    maximumLevel: Math.max(...levels),
    available,
  }
}
