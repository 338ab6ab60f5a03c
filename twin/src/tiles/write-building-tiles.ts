import {createHash, hash} from 'node:crypto'
import {copyFile, link, mkdir, readFile, writeFile} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {dirname, join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Place} from '../earth-centred.ts'
import {type Bounds, extend, noBounds, unseen} from './building-mesh.ts'
import type {TileFacts} from './building-tile.ts'
import {localFrame} from './local-frame.ts'
import {type SpoolPlace, SpoolWriter} from './spool.ts'
import {subtrees, type TreeTile} from './subtrees.ts'
import type {TileBuilding} from './tile-building.ts'
import {type Cell, cellName, parentOf, type TileLimits, tileTree} from './tile-tree.ts'
import {box, branchError, implicitTileset} from './tileset.ts'
import {type TileJob, type TileSite, writeTileFile} from './write-tile-file.ts'

/** What was written. `files` are relative to the folder, `tileset.json` first. */
export type WrittenTiles = {
  files: string[]
  buildings: number
  triangles: number
  bytes: number
  /** How many tiles were made, and how many an earlier release had already. */
  made: number
  kept: number
  leftOut: TileFacts['leftOut']
}

export type TileOptions = {
  /** Called with the number of buildings read so far. */
  progress?: (buildings: number) => void
  limits?: TileLimits
  /** Hash of the code that makes tiles. */
  version?: string
  /** Folder with the city's buildings in an earlier release: tiles that have not changed are taken from there. */
  before?: string | null
  /** Threads that make tiles. */
  threads?: number
}

// A tile of this size is 100 to 300 kB, and 1,000 buildings keep a restyle below a frame or two.
const defaultLimits: TileLimits = {items: 1000, vertices: 60_000}

/** Below this many tiles a second thread starts later than the first one ends. */
const fewTiles = 4

/** What each tile was made from and holds: `made-from.json`. */
type MadeFrom = {tiles: Record<string, TileFacts & {madeFrom: string}>}

/**
 * Writes a city's buildings as 3D Tiles 1.1 with an implicit quadtree: `tileset.json`, `subtrees/`, and GLB files under
 * `content/`, into an existing or new folder. Buildings pass through a file beside them, so that memory holds an index
 * and the tiles being made, not the city. The same buildings give the same bytes in whatever order they come and however
 * many threads work. Writes nothing, and returns no files, where there is no building to draw.
 */
export async function writeBuildingTiles(
  buildings: AsyncIterable<TileBuilding>,
  folder: string,
  {
    progress,
    limits = defaultLimits,
    version = '',
    before = null,
    threads = Math.max(1, Math.min(4, availableParallelism())),
  }: TileOptions = {},
): Promise<WrittenTiles> {
  await mkdir(folder, {recursive: true})
  const spoolPath = join(folder, '.buildings')
  const spool = new SpoolWriter(spoolPath)
  try {
    const items = await readAll(buildings, spool, progress)
    spool.flush()
    const square = squareOf(items)
    if (!square) return {files: [], buildings: 0, triangles: 0, bytes: 0, made: 0, kept: 0, leftOut: []}
    const {origin, halfMetres, placed} = square

    const leaves = tileTree(placed, halfMetres, limits).map(leaf => {
      const made = createHash('sha256').update(`${version} ${origin} ${halfMetres} ${cellName(leaf)}`)
      for (const {hash} of leaf.items) made.update(hash)
      return {...leaf, name: cellName(leaf), madeFrom: made.digest('base64url')}
    })
    for (const column of new Set(leaves.map(({name}) => dirname(name))))
      await mkdir(join(folder, 'content', column), {recursive: true})

    const kept = await keepTiles(leaves, before, folder)
    const jobs = leaves
      .filter(({name}) => !kept.has(name))
      .map(({name, items}): TileJob => ({name, places: items.map(({place}) => place)}))
    const made = await makeTiles({folder, spool: spoolPath, origin}, jobs, threads)
    const tiles = leaves.map(leaf => ({
      ...leaf,
      facts: kept.get(leaf.name) ?? made.get(leaf.name)!,
    }))
    const counts = {made: jobs.length, kept: kept.size}
    return {...(await writeTree(tiles, folder, square, items[0]!.city)), ...counts}
  } finally {
    spool.remove()
  }
}

/** What is remembered of a building while its faces wait in the spool. */
type Item = {
  id: string
  city: string
  place: SpoolPlace
  hash: string
  vertices: number
  west: number
  south: number
  east: number
  north: number
}

/** Every building, sorted by its key. */
async function readAll(
  buildings: AsyncIterable<TileBuilding>,
  spool: SpoolWriter,
  progress: TileOptions['progress'],
): Promise<Item[]> {
  const items: Item[] = []
  let count = 0
  for await (const building of buildings) {
    if (++count % 100 === 0) progress?.(count)
    const json = JSON.stringify(building)
    const item: Item = {
      id: building.building_id,
      city: building.city,
      place: spool.add(json),
      hash: hash('sha256', json, 'base64url'),
      vertices: 0,
      west: 180,
      south: 90,
      east: -180,
      north: -90,
    }
    for (const ring of outlines(building)) {
      // A footprint's corner is one of a roof and four of walls.
      item.vertices += ring.length * ('surfaces' in building ? 1 : 5)
      for (const [lon, lat] of ring) {
        item.west = Math.min(item.west, lon)
        item.east = Math.max(item.east, lon)
        item.south = Math.min(item.south, lat)
        item.north = Math.max(item.north, lat)
      }
    }
    if (item.east >= item.west) items.push(item)
  }
  progress?.(count)
  return items.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function outlines(building: TileBuilding): (readonly [number, number, ...number[]])[][] {
  if ('surfaces' in building)
    return building.surfaces.filter(({type}) => !unseen.has(type)).map(({rings: [outline]}) => outline)
  const {footprint} = building
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates
  return polygons.flatMap(([outline]) => (outline ? [outline] : []))
}

/**
 * A square of metres around all buildings. Its middle is a whole hundredth of a degree and its side a power of two, so
 * that both stay what they are when a building comes or goes at the city's edge.
 */
function squareOf(items: Item[]) {
  const least = (of: (item: Item) => number) => items.reduce((found, item) => Math.min(found, of(item)), 180)
  const most = (of: (item: Item) => number) => items.reduce((found, item) => Math.max(found, of(item)), -180)
  if (items.length === 0) return null
  const [west, south] = [least(item => item.west), least(item => item.south)]
  const [east, north] = [most(item => item.east), most(item => item.north)]
  const hundredth = (from: number, to: number) => Math.round((from + to) * 50) / 100
  const origin: Place = [hundredth(west, east), hundredth(south, north), 0]
  const frame = localFrame(origin)
  const corners = [west, east].flatMap(lon => [south, north].map(lat => frame.toLocal([lon, lat, 0])))
  const reach = Math.max(...corners.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]))
  const placed = items.map(item => {
    const [x, y] = frame.toLocal([(item.west + item.east) / 2, (item.south + item.north) / 2, 0])
    return {...item, east: x, north: y}
  })
  return {origin, frame, halfMetres: 2 ** Math.max(6, Math.ceil(Math.log2(reach))), placed}
}

type LeafToMake = Cell & {name: string; madeFrom: string}

/** Takes over the tiles of an earlier release that were made from the same buildings by the same code. */
async function keepTiles(
  leaves: LeafToMake[],
  before: string | null,
  folder: string,
): Promise<Map<string, TileFacts>> {
  const kept = new Map<string, TileFacts>()
  const text = before && (await readFile(join(before, 'made-from.json'), 'utf8').catch(() => null))
  if (!text) return kept
  const {tiles} = JSON.parse(text) as MadeFrom
  for (const {name, madeFrom} of leaves) {
    const known = tiles[name]
    if (known?.madeFrom !== madeFrom) continue
    const {madeFrom: _, ...facts} = known
    const [from, to] = [before, folder].map(place => join(place!, `content/${name}.glb`)) as [string, string]
    if (facts.buildings > 0) await link(from, to).catch(() => copyFile(from, to))
    kept.set(name, facts)
  }
  return kept
}

/** Makes tiles on this thread or on several; whichever is free takes the next. */
async function makeTiles(site: TileSite, jobs: TileJob[], threads: number): Promise<Map<string, TileFacts>> {
  const made = new Map<string, TileFacts>()
  if (threads <= 1 || jobs.length < fewTiles) {
    for (const job of jobs) made.set(job.name, await writeTileFile(site, job))
    return made
  }
  const waiting = jobs.values()
  const work = async () => {
    const worker = new Worker(new URL('./tile-worker.ts', import.meta.url), {workerData: site})
    try {
      for (const job of waiting)
        made.set(
          job.name,
          await new Promise<TileFacts>((done, fail) => {
            worker.removeAllListeners('message').removeAllListeners('error')
            worker.once('message', done).once('error', fail)
            worker.postMessage(job)
          }),
        )
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({length: Math.min(threads, jobs.length)}, work))
  return made
}

type MadeLeaf = LeafToMake & {facts: TileFacts}

/** Writes what leads to the tiles: subtrees, `tileset.json`, and what each tile was made from. */
async function writeTree(
  leaves: MadeLeaf[],
  folder: string,
  {frame, halfMetres}: NonNullable<ReturnType<typeof squareOf>>,
  city: string,
): Promise<Omit<WrittenTiles, 'made' | 'kept'>> {
  const drawn = leaves.filter(({facts}) => facts.buildings > 0)
  const total = (of: (facts: TileFacts) => number) => leaves.reduce((sum, {facts}) => sum + of(facts), 0)
  const written = {
    files: [] as string[],
    buildings: total(facts => facts.buildings),
    triangles: total(facts => facts.triangles),
    bytes: total(facts => facts.bytes),
    leftOut: leaves.flatMap(({facts}) => facts.leftOut),
  }
  if (drawn.length === 0) return written

  const save = async (file: string, bytes: Uint8Array | string) => {
    await mkdir(dirname(join(folder, file)), {recursive: true})
    await writeFile(join(folder, file), bytes)
    written.files.push(file)
    written.bytes += bytes.length
  }
  const tiles = treeTiles(drawn)
  const {bounds, tile: root} = tiles[0]!
  const levels = Math.max(...drawn.map(({level}) => level)) + 1
  const square: Bounds = {
    min: [-halfMetres, -halfMetres, bounds.min[2]],
    max: [halfMetres, halfMetres, bounds.max[2]],
  }
  extend(square, bounds)
  const json = implicitTileset(square, levels, root.geometricError, frame, {
    city,
    count: written.buildings,
    lowestMetres: Math.min(...drawn.map(({facts}) => facts.lowestMetres)),
    highestMetres: Math.max(...drawn.map(({facts}) => facts.highestMetres)),
    bounds,
  })
  await save('tileset.json', JSON.stringify(json))
  for (const [name, bytes] of subtrees(tiles.map(({tile}) => tile)))
    await save(`subtrees/${name}.subtree`, bytes)
  const madeFrom: MadeFrom = {
    tiles: Object.fromEntries(leaves.map(({name, madeFrom, facts}) => [name, {madeFrom, ...facts}])),
  }
  await save('made-from.json', JSON.stringify(madeFrom))
  written.files.push(...drawn.map(({name}) => `content/${name}.glb`))
  return written
}

/** Every square from the root down to the leaves, each with the box around all below it. */
function treeTiles(leaves: MadeLeaf[]): {bounds: Bounds; tile: TreeTile}[] {
  type Square = {cell: Cell; bounds: Bounds; error: number; hasContent: boolean}
  const levels: Map<string, Square>[] = []
  for (const {level, x, y, name, facts} of leaves) {
    levels[level] ??= new Map()
    levels[level].set(name, {cell: {level, x, y}, bounds: facts.bounds, error: 0, hasContent: true})
  }
  for (let level = levels.length - 1; level > 0; level--) {
    levels[level - 1] ??= new Map()
    for (const {cell, bounds, error} of levels[level]?.values() ?? []) {
      const parent = parentOf(cell)
      const above = levels[level - 1]!
      const square = above.get(cellName(parent)) ?? {
        cell: parent,
        bounds: noBounds(),
        error: 0,
        hasContent: false,
      }
      extend(square.bounds, bounds)
      square.error = Math.max(square.error, error)
      above.set(cellName(parent), square)
    }
    for (const square of levels[level - 1]!.values())
      if (!square.hasContent) square.error = branchError(square.bounds, square.error)
  }
  return levels.flatMap(level =>
    [...level.values()].map(({cell, bounds, error, hasContent}) => ({
      bounds,
      tile: {...cell, box: box(bounds), geometricError: error, hasContent},
    })),
  )
}
