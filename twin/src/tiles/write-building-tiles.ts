import {createHash} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {dirname, join} from 'node:path'
import {citySquare} from './city-square.ts'
import {keepTiles} from './keep-tiles.ts'
import {makeTiles} from './make-tiles.ts'
import {SpoolWriter} from './spool.ts'
import {spoolBuildings} from './spool-buildings.ts'
import type {TileBuilding} from './tile-building.ts'
import {cellName, type TileLimits, tileTree} from './tile-tree.ts'
import type {TileJob} from './write-tile-file.ts'
import {type TilesetErrors, type WrittenTree, writeTileTree} from './write-tile-tree.ts'

/** What was written, how many of its tiles were made and which (`level/x/y`), and how many an earlier release had already. */
export type WrittenTiles = WrittenTree & {made: number; kept: number; madeNames: string[]}

export type TileOptions = {
  /** Called with the number of buildings read so far. */
  progress?: (buildings: number) => void
  limits?: TileLimits
  /** Hash of the code that makes tiles. */
  version?: string
  /** Folder with the city's buildings in an earlier release: tiles that have not changed are taken from there. */
  before?: string | null
  errors?: TilesetErrors
  /** Threads that make tiles. */
  threads?: number
}

// A tile of this size is 100 to 300 kB, and 1,000 buildings keep a restyle below a frame or two.
const defaultLimits: TileLimits = {items: 1000, vertices: 60_000}

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
    errors = {placeMetres: null, heightMetres: null},
    threads = Math.max(1, Math.min(4, availableParallelism())),
  }: TileOptions = {},
): Promise<WrittenTiles> {
  await mkdir(folder, {recursive: true})
  const spoolPath = join(folder, '.buildings')
  const spool = new SpoolWriter(spoolPath)
  try {
    const {items, leftOut} = await spoolBuildings(buildings, spool, progress)
    spool.flush()
    const square = citySquare(items)
    if (!square)
      return {files: [], buildings: 0, triangles: 0, bytes: 0, made: 0, kept: 0, madeNames: [], leftOut}
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
    const tree = await writeTileTree(tiles, folder, square, items[0]!.city, errors)
    const madeNames = jobs.flatMap(({name}) => (made.get(name)!.buildings > 0 ? [name] : []))
    return {
      ...tree,
      made: jobs.length,
      kept: kept.size,
      madeNames,
      leftOut: [...leftOut, ...tree.leftOut],
    }
  } finally {
    spool.remove()
  }
}
