import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Place} from '../earth-centred.ts'
import {buildingTile, type TileFacts} from './building-tile.ts'
import {localFrame} from './local-frame.ts'
import {readSpool, type SpoolPlace} from './spool.ts'
import type {TileBuilding} from './tile-building.ts'

/** What the tiles of a city have in common. */
export type TileSite = {folder: string; spool: string; origin: Place}

/** A tile to be made: its name, `level/x/y`, and where its buildings lie in the spool. */
export type TileJob = {name: string; places: SpoolPlace[]}

/** Makes one tile and writes its file, unless nothing in it can be drawn. The file's folder is there already. */
export async function writeTileFile(
  {folder, spool, origin}: TileSite,
  {name, places}: TileJob,
): Promise<TileFacts> {
  const {glb, facts} = await buildingTile(readSpool<TileBuilding>(spool, places), localFrame(origin))
  if (glb) await writeFile(join(folder, `content/${name}.glb`), glb)
  return facts
}
