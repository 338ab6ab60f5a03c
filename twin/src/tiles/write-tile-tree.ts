import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {type Bounds, extend, noBounds} from './building-mesh.ts'
import type {TileFacts} from './building-tile.ts'
import type {CitySquare} from './city-square.ts'
import type {MadeFrom, TileToMake} from './keep-tiles.ts'
import {subtrees, type TreeTile} from './subtrees.ts'
import {type Cell, cellName, parentOf} from './tile-tree.ts'
import {box, branchError, implicitTileset} from './tileset.ts'

/** What a city's tiles are together. `files` are relative to the folder, `tileset.json` first. */
export type WrittenTree = {
  files: string[]
  buildings: number
  triangles: number
  bytes: number
  leftOut: TileFacts['leftOut']
}

/** How far off places and heights may be, metres; null: not known. */
export type TilesetErrors = {placeMetres: number | null; heightMetres: number | null}

/** A tile that was made or kept. */
export type MadeTile = TileToMake & {facts: TileFacts}

/** Writes what leads to the tiles: subtrees, `tileset.json`, and what each tile was made from. */
export async function writeTileTree(
  leaves: MadeTile[],
  folder: string,
  {frame, halfMetres}: CitySquare,
  city: string,
  errors: TilesetErrors,
): Promise<WrittenTree> {
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
    placeErrorMetres: errors.placeMetres,
    heightErrorMetres: errors.heightMetres,
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
function treeTiles(leaves: MadeTile[]): {bounds: Bounds; tile: TreeTile}[] {
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
